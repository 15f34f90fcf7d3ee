package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** The property of a ROI that holds its label in an outline. */
    static final String LABEL = "ICH label";

    private static final Pattern NAME = Pattern.compile("slice \\d+ label (\\d{1,3})");

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

    /** The label that a ROI was made of, else its group; empty where it has neither. */
    static OptionalInt label(Roi roi) {
        if (isOfOutline(roi)) return OptionalInt.of(Integer.parseInt(roi.getProperty(LABEL)));
        Matcher name = NAME.matcher(roi.getName() == null ? "" : roi.getName());
        if (name.matches()) return OptionalInt.of(Integer.parseInt(name.group(1)));
        return roi.getGroup() > 0 ? OptionalInt.of(roi.getGroup()) : OptionalInt.empty();
    }

    /** Whether a ROI shows a label of an {@link OutlineSession}. */
    static boolean isOfOutline(Roi roi) {
        String label = roi.getProperty(LABEL);
        return label != null && label.matches("\\d{1,3}");
    }

    /** The pixels above 0 of a slice as one ROI. */
    static Roi roi(ByteProcessor inside, int slice, ImagePlus image, long label, boolean isGroup) {
        inside.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi roi = new ThresholdToSelection().convert(inside);
        roi.setName(String.format(Locale.ROOT, "slice %03d label %d", slice, label));
        if (isGroup) roi.setGroup((int) label);
        Planes.of(image).place(roi, slice);
        roi.setImage(image);
        return roi;
    }
}
