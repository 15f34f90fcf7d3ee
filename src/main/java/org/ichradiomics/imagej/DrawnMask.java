package org.ichradiomics.imagej;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.report.Lesion;

/** The area of ROIs on the slices of an image: ROIs on one slice are united, holes of composite ROIs stay holes. */
final class DrawnMask {

    private static final int MOST_NAMES = 3;

    private final ImagePlus image;
    private final boolean[] inside;
    private final Set<String> names = new LinkedHashSet<>();
    private final TreeSet<Integer> slices = new TreeSet<>();
    private int rois;
    private boolean clipped;

    DrawnMask(ImagePlus image) {
        this.image = image;
        inside = new boolean[image.getWidth() * image.getHeight() * image.getNSlices()];
    }

    /**
     * Adds a ROI.
     *
     * @param slice 1..slices of the image
     * @throws InvalidInputException if the ROI encloses no area or lies outside the image
     */
    void add(Roi roi, int slice) throws InvalidInputException {
        RoiPlace.requireArea(roi);
        Rectangle bounds = roi.getBounds();
        Rectangle visible = bounds.intersection(new Rectangle(image.getWidth(), image.getHeight()));
        if (visible.isEmpty()) {
            throw new InvalidInputException(RoiPlace.capital(RoiPlace.named(roi)) + " lies outside the image " + image.getTitle()
                    + ": choose the ROIs that were drawn on this image.");
        }
        clipped |= !visible.equals(bounds);
        ImageProcessor mask = roi.getMask();
        for (int y = visible.y; y < visible.y + visible.height; y++) {
            int row = ((slice - 1) * image.getHeight() + y) * image.getWidth();
            for (int x = visible.x; x < visible.x + visible.width; x++) {
                if (mask == null || mask.get(x - bounds.x, y - bounds.y) != 0) inside[row + x] = true;
            }
        }
        if (roi.getName() != null) names.add(roi.getName());
        slices.add(slice);
        rois++;
    }

    boolean covers(DrawnMask other) {
        return Arrays.equals(inside, other.inside);
    }

    /** @param source e.g. "ROI Manager" */
    Lesion lesion(String source) {
        List<String> notes = new ArrayList<>();
        if (clipped) notes.add("Parts of ROIs beyond the border of the image were left out.");
        String origin = source + ", " + rois + (rois == 1 ? " ROI" : " ROIs") + " on " + (slices.size() == 1 ? "slice " : "slices ")
                + inWords();
        return new Lesion(namesInWords(), origin, mask(), notes);
    }

    /** The names; of many the first ones and their number, so that the table's later columns stay in view. */
    private String namesInWords() {
        if (names.size() <= MOST_NAMES) return String.join(", ", names);
        return String.join(", ", names.stream().limit(MOST_NAMES).toList()) + ", ... (" + names.size() + " ROIs)";
    }

    RandomAccessibleInterval<NativeBoolType> mask() {
        return ArrayImgs.booleans(inside, image.getWidth(), image.getHeight(), image.getNSlices());
    }

    /** The slices, e.g. "4-7, 9". */
    private String inWords() {
        List<String> ranges = new ArrayList<>();
        Integer from = null;
        for (int slice : slices) {
            if (from == null) from = slice;
            if (!slices.contains(slice + 1)) {
                ranges.add(from == slice ? "" + slice : from + "-" + slice);
                from = null;
            }
        }
        return String.join(", ", ranges);
    }
}
