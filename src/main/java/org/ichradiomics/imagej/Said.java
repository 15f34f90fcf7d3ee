package org.ichradiomics.imagej;

import java.util.LinkedHashSet;
import java.util.List;

import ij.IJ;

/** Sentences that are no errors: in ImageJ's log, and where somebody is before the screen in a window as well. */
final class Said {

    private Said() {}

    /** What nobody need answer: in the log alone. */
    static void log(List<String> sentences) {
        for (String sentence : new LinkedHashSet<>(sentences)) IJ.log("ICH Radiomics: " + sentence);
    }

    static void show(List<String> sentences) {
        if (sentences.isEmpty()) return;
        log(sentences);
        LinkedHashSet<String> once = new LinkedHashSet<>(sentences);
        // ImageJ's windows are as wide as their longest line.
        if (Screen.hasUser())
            IJ.showMessage(
                    "ICH Radiomics",
                    String.join("\n \n", once.stream().map(MaskPreview::wrapped).toList()));
    }
}
