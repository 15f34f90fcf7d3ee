package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Scan;

/** A mask as ROIs, one composite for each slice, its holes and pieces kept: the inverse of {@link DrawnMask}. */
final class MaskRois {

    /** ImageJ numbers the groups of ROIs in one byte. */
    static final int MOST_GROUPS = 255;

    private MaskRois() {}

    /**
     * @param mask on the grid of the scan
     * @param image the image of the scan; the ROIs lie on its slices, of a hyperstack on the current channel and frame
     * @param label in their names
     * @param isGroup whether it is their group as well, and its colour theirs
     */
    static <B extends BooleanType<B>> List<Roi> of(
            RandomAccessibleInterval<B> mask, Scan scan, ImagePlus image, long label, boolean isGroup) {
        Cursor<B> voxels = Views.flatIterable(scan.geometry().toStored(mask)).cursor();
        List<Roi> rois = new ArrayList<>();
        for (int slice = 1; slice <= Planes.of(image).count(); slice++) {
            ByteProcessor inside = new ByteProcessor(image.getWidth(), image.getHeight());
            byte[] pixels = (byte[]) inside.getPixels();
            boolean isEmpty = true;
            for (int i = 0; i < pixels.length; i++) {
                if (!voxels.next().get()) continue;
                pixels[i] = (byte) 255;
                isEmpty = false;
            }
            if (!isEmpty) rois.add(roi(inside, slice, image, label, isGroup));
        }
        return rois;
    }

    private static Roi roi(ByteProcessor inside, int slice, ImagePlus image, long label, boolean isGroup) {
        inside.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(inside);
        roi.setName(String.format(Locale.ROOT, "slice %03d label %d", slice, label));
        if (isGroup) roi.setGroup((int) label);
        Planes.of(image).place(roi, slice);
        roi.setImage(image);
        return roi;
    }
}
