package org.ichradiomics.command;

/** A command with an input {@code image} that works on the image named by {@code IJ.run(image, ...)}. */
interface OnImage {

    String INPUT = "image";
}
