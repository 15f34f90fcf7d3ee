package org.ichradiomics.workbench;

import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.ichradiomics.outline.Outline;

/**
 * The pixels that a line drawn by hand encloses on one slice.
 *
 * @param bounds within the image
 * @param mask of the bounds; null: all
 * @param z slice, from 0
 */
record Area(Rectangle bounds, ImageProcessor mask, int z) {

    static Area of(Roi roi, int z, ImagePlus image) {
        Rectangle whole = new Rectangle(image.getWidth(), image.getHeight());
        return new Area(roi.getBounds().intersection(whole), cut(roi, whole), z);
    }

    private static ImageProcessor cut(Roi roi, Rectangle whole) {
        ImageProcessor mask = roi.getMask();
        if (mask == null) return null;
        Rectangle bounds = roi.getBounds();
        Rectangle inside = bounds.intersection(whole);
        mask.setRoi(inside.x - bounds.x, inside.y - bounds.y, inside.width, inside.height);
        return mask.crop();
    }

    /**
     * Gives the pixels a label, as one step.
     *
     * @param label 0: those of the label {@code only} have none any more
     */
    boolean become(Outline outline, int label, int only) {
        Img<UnsignedByteType> labels = outline.labels();
        RandomAccess<UnsignedByteType> at = labels.randomAccess();
        for (int y = 0; y < bounds.height; y++) {
            for (int x = 0; x < bounds.width; x++) {
                if (mask != null && mask.get(x, y) == 0) continue;
                UnsignedByteType voxel = at.setPositionAndGet(bounds.x + x, bounds.y + y, z);
                if (label > 0 || voxel.get() == only) voxel.set(label);
            }
        }
        Outline drawn = marked(Outline.of(labels, outline.grid()), outline);
        return outline.become(drawn, only, label > 0 ? "drawn freehand" : "erased freehand");
    }

    /** With the marks of slices that are meant to be empty. */
    private static Outline marked(Outline drawn, Outline before) {
        for (int k = 0; k < drawn.grid().nz(); k++) if (before.isMarkedEmpty(k)) drawn.markEmpty(k, true);
        return drawn;
    }
}
