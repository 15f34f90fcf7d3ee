package org.ichradiomics.imagej;

import ij.IJ;

import org.ichradiomics.region.InvalidInputException;

/** How an error reaches the user of ImageJ. */
public final class Failure {

    private static final String TITLE = "ICH Radiomics";

    private Failure() {
    }

    /** Shows the sentence; in a macro, ImageJ ends the macro by an exception of its own. */
    public static void show(InvalidInputException e) {
        IJ.error(TITLE, e.getMessage());
    }
}
