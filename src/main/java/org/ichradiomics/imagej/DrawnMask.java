package org.ichradiomics.imagej;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Lesion;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/** The area of ROIs on the slices of an image: ROIs on one slice are united, holes of composite ROIs stay holes. */
final class DrawnMask {

    private static final int MOST_NAMES = 3;

    /** The box of a ROI may be as large as this, or so many times the image. */
    private static final long MOST_PIXELS = 1 << 22;

    private static final long MOST_IMAGES = 4;

    private record Area(Roi roi, int slice, Rectangle bounds, Rectangle visible) {}

    private final ImagePlus image;
    private final List<Area> areas = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final TreeSet<Integer> slices = new TreeSet<>();

    DrawnMask(ImagePlus image) {
        this.image = image;
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
        Area area = new Area(roi, slice, bounds, visible);
        if (visible.isEmpty()) throw outside(roi);
        requireOfItsSize(roi, bounds);
        if (!visible.equals(bounds) && !isSeen(area)) throw outside(roi);
        areas.add(area);
        if (roi.getName() != null) names.add(roi.getName());
        slices.add(slice);
    }

    private InvalidInputException outside(Roi roi) {
        return RoiPlace.notOfTheImage(roi, "lies outside the image " + image.getTitle());
    }

    /**
     * ImageJ draws a ROI whole, however little of it lies in the image: a header of a few bytes may ask for gigabytes.
     */
    private void requireOfItsSize(Roi roi, Rectangle bounds) throws InvalidInputException {
        long box = (long) bounds.width * bounds.height;
        boolean hasNoMask = roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0;
        if (hasNoMask || box <= MOST_PIXELS || box <= MOST_IMAGES * image.getWidth() * image.getHeight()) return;
        String size = bounds.width + " × " + bounds.height + " pixels large";
        throw RoiPlace.notOfTheImage(roi, "is " + size + ", many times the image " + image.getTitle());
    }

    /** Whether both have the same voxels. */
    boolean covers(DrawnMask other) {
        RandomAccessibleInterval<NativeBoolType> here = mask();
        RandomAccessibleInterval<NativeBoolType> there = other.mask();
        return count(here) == count(there) && isWithin(here, there);
    }

    /** @param source e.g. "ROI Manager"; stands where the ROIs have no names */
    Lesion lesion(String source) {
        List<String> notes = new ArrayList<>();
        if (areas.stream().anyMatch(area -> !area.visible.equals(area.bounds))) {
            notes.add("Parts of ROIs beyond the border of the image were left out.");
        }
        String origin = source + ", " + English.counted(areas.size(), "ROI") + " on "
                + (slices.size() == 1 ? "slice " : "slices ") + slicesInWords();
        return new Lesion(names.isEmpty() ? source : namesInWords(), origin, mask(), notes);
    }

    /**
     * On the smallest box that holds the ROIs, at its place in the image: one row for each of many ROIs needs little
     * memory.
     */
    RandomAccessibleInterval<NativeBoolType> mask() {
        Rectangle box = areas.get(0).visible;
        for (Area area : areas) box = box.union(area.visible);
        int first = slices.first();
        boolean[] inside = new boolean[box.width * box.height * (slices.last() - first + 1)];
        for (Area area : areas) draw(area, inside, box, first);
        return Views.translate(
                ArrayImgs.booleans(inside, box.width, box.height, slices.last() - first + 1), box.x, box.y, first - 1);
    }

    /** Hands out the voxels inside by their place in the image, x running fastest, then y, then the slice. */
    void forEach(IntConsumer place) {
        Cursor<NativeBoolType> cursor = mask().localizingCursor();
        while (cursor.hasNext()) {
            if (!cursor.next().get()) continue;
            int row = cursor.getIntPosition(2) * image.getHeight() + cursor.getIntPosition(1);
            place.accept(row * image.getWidth() + cursor.getIntPosition(0));
        }
    }

    private static boolean isSeen(Area area) {
        boolean[] inside = new boolean[area.visible.width * area.visible.height];
        draw(area, inside, area.visible, area.slice);
        for (boolean voxel : inside) if (voxel) return true;
        return false;
    }

    private static void draw(Area area, boolean[] inside, Rectangle box, int first) {
        Rectangle visible = area.visible;
        ImageProcessor mask = area.roi.getMask();
        for (int y = visible.y; y < visible.y + visible.height; y++) {
            int row = ((area.slice - first) * box.height + y - box.y) * box.width - box.x;
            for (int x = visible.x; x < visible.x + visible.width; x++) {
                if (mask == null || mask.get(x - area.bounds.x, y - area.bounds.y) != 0) inside[row + x] = true;
            }
        }
    }

    private static long count(RandomAccessibleInterval<NativeBoolType> mask) {
        long count = 0;
        for (NativeBoolType voxel : mask) if (voxel.get()) count++;
        return count;
    }

    private static boolean isWithin(
            RandomAccessibleInterval<NativeBoolType> mask, RandomAccessibleInterval<NativeBoolType> other) {
        RandomAccess<NativeBoolType> there = other.randomAccess();
        Cursor<NativeBoolType> cursor = mask.localizingCursor();
        while (cursor.hasNext()) {
            if (!cursor.next().get()) continue;
            if (!Intervals.contains(other, cursor)
                    || !there.setPositionAndGet(cursor).get()) return false;
        }
        return true;
    }

    /** The names; of many the first ones and their number, so that the table's later columns stay in view. */
    private String namesInWords() {
        if (names.size() <= MOST_NAMES) return String.join(", ", names);
        return String.join(", ", names.stream().limit(MOST_NAMES).toList()) + ", ... (" + names.size() + " ROIs)";
    }

    /** The slices, e.g. "4-7, 9". */
    private String slicesInWords() {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        for (int slice : slices) {
            if (!slices.contains(slice - 1)) from = slice;
            if (!slices.contains(slice + 1)) ranges.add(from == slice ? "" + slice : from + "-" + slice);
        }
        return String.join(", ", ranges);
    }
}
