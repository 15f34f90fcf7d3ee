package org.ichradiomics.imagej;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;

/**
 * The planes of an image that are the slices of its scan. Of channels, slices (z) and frames ImageJ calls them what it
 * likes: where one of the three is longer than 1 and its planes are not the colours of one picture, these are the
 * slices. Of a hyperstack they are the z of the current channel and frame.
 *
 * @param isAll whether all planes of the image are slices
 * @param channel the current one, from 1
 * @param frame the current one, from 1
 */
record Planes(ImagePlus image, boolean isAll, int channel, int frame) {

    static Planes of(ImagePlus image) {
        int longest = Math.max(image.getNSlices(), Math.max(image.getNChannels(), image.getNFrames()));
        int[] current = position(image);
        return new Planes(image, longest == image.getStackSize() && !isColours(image), current[0], current[2]);
    }

    private static boolean isColours(ImagePlus image) {
        return image.getNChannels() > 1
                && image instanceof CompositeImage composite
                && composite.getMode() != IJ.GRAYSCALE;
    }

    /**
     * Channel, slice and frame that are current. Not getC, getZ and getT: those stay 1 where no window shows the image,
     * as in a macro's batch mode.
     */
    private static int[] position(ImagePlus image) {
        return image.convertIndexToPosition(image.getCurrentSlice());
    }

    /** How many slices the scan has. */
    int count() {
        return isAll ? image.getStackSize() : image.getNSlices();
    }

    /** Whether there are planes besides: a hyperstack, or the colours of a picture. */
    boolean isPartOfMore() {
        return !isAll;
    }

    /** Whether the slices are called channels or frames. */
    boolean isRenamed() {
        return isAll && image.getStackSize() > 1 && image.getNSlices() == 1;
    }

    /** What ImageJ calls the slices. */
    String name() {
        if (!isRenamed()) return "slices";
        return image.getNFrames() > 1 ? "frames" : "channels";
    }

    /** Where a slice, 1..count, is in the stack, 1..size. */
    int index(int slice) {
        return isAll ? slice : image.getStackIndex(channel, slice, frame);
    }

    /** The slice that is shown. */
    int current() {
        return isAll ? image.getCurrentSlice() : position(image)[1];
    }

    /** The slice of a plane of the stack, 1..size, on whatever channel and frame. */
    int slice(int index) {
        return isAll ? index : image.convertIndexToPosition(index)[1];
    }

    /** Whether a plane of the stack, 1..size, is one of the slices. */
    boolean holds(int index) {
        int[] position = image.convertIndexToPosition(index);
        return holds(position[0], position[2]);
    }

    /** Whether channel and frame are current ones; 0 is every one. */
    boolean holds(int ofChannel, int ofFrame) {
        return isAll || (ofChannel == 0 || ofChannel == channel) && (ofFrame == 0 || ofFrame == frame);
    }

    /** Goes to a slice. */
    void show(int slice) {
        image.setSlice(index(slice));
    }

    /** What is measured of the image where that is not plain; empty where it is. */
    String said() {
        if (isPartOfMore()) return "Of the hyperstack, channel " + channel + " and frame " + frame + " were measured.";
        return isRenamed()
                ? "The " + count() + " " + name() + " of " + image.getTitle() + " were taken as its slices."
                : "";
    }

    /** Columns, rows and slices. */
    String size() {
        return image.getWidth() + " × " + image.getHeight() + " × " + count();
    }

    /** A ROI's place on a slice, as ImageJ has it on this image. */
    void place(Roi roi, int slice) {
        if (isPartOfMore() && image.getStackSize() > 1) roi.setPosition(channel, slice, frame);
        else roi.setPosition(slice);
    }
}
