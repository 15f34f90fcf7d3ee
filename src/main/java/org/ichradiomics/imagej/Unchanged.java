package org.ichradiomics.imagej;

import ij.IJ;

/** What is said where a file already holds what was to be written. */
public final class Unchanged {

    private Unchanged() {}

    /**
     * Says it in the log.
     *
     * @param path of the file; its folders are left out
     */
    public static void say(String path) {
        IJ.log("ICH Radiomics: " + path.replaceAll(".*[/\\\\]", "") + " holds the same already: nothing was written.");
    }
}
