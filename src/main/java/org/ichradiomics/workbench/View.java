package org.ichradiomics.workbench;

import ij.IJ;
import ij.ImagePlus;

/** A window of grey values. */
enum View {
    BRAIN(80, 40),
    BONE(2500, 480);

    private final double width;
    private final double level;

    View(double width, double level) {
        this.width = width;
        this.level = level;
    }

    void on(ImagePlus image) {
        IJ.setMinAndMax(image, level - width / 2, level + width / 2);
    }
}
