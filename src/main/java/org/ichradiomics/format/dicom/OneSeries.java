package org.ichradiomics.format.dicom;

import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/** Which slices can lie in one volume, by their headers. */
final class OneSeries {

    /** Cosines that differ by less are those of one direction: headers are rounded. */
    private static final double SAME_DIRECTION = 1e-3;

    private static final double SAME_SPACING = 1e-3;

    private static final long MOST_VOXELS = Integer.MAX_VALUE - 8;

    private OneSeries() {}

    /** Whether two slices can lie in one volume: same series, size, direction and spacing in the plane. */
    static boolean belong(SliceHeader a, SliceHeader b) {
        return a.isOfSeries(b)
                && isParallel(a, b)
                && (a.pixelSpacing() == null) == (b.pixelSpacing() == null)
                && near(a.pixelSpacing(), b.pixelSpacing(), SAME_SPACING);
    }

    /**
     * Whether two slices have one size and one direction; a slice without a direction is refused later, by its name.
     */
    static boolean isParallel(SliceHeader a, SliceHeader b) {
        return a.columns() == b.columns()
                && a.rows() == b.rows()
                && near(a.orientation(), b.orientation(), SAME_DIRECTION);
    }

    private static boolean near(double[] a, double[] b, double tolerance) {
        if (a == null || b == null) return true;
        for (int i = 0; i < a.length; i++) if (Math.abs(a[i] - b[i]) > tolerance) return false;
        return true;
    }

    /** @throws InvalidInputException if slices are of several series, sizes or directions, or too many */
    static void require(String name, List<SliceHeader> slices) throws InvalidInputException {
        if (slices.isEmpty()) throw new IllegalArgumentException("a series has at least one slice");
        SliceHeader first = slices.get(0);
        if (first.columns() == 0 || first.rows() == 0) {
            throw new InvalidInputException(name + " does not say how many rows and columns it has: export it again.");
        }
        for (SliceHeader slice : slices) {
            if (!slice.isOfSeries(first)) {
                throw new InvalidInputException(name + " holds slices of more than one series, such as " + first.name()
                        + " and " + slice.name() + ": open one series at a time.");
            }
            if (slice.columns() != first.columns() || slice.rows() != first.rows()) {
                throw new InvalidInputException(
                        name + " holds slices of different sizes, such as " + first.name() + " ("
                                + first.columns() + " × " + first.rows() + ") and " + slice.name() + " ("
                                + slice.columns() + " × "
                                + slice.rows() + "): open one of them at a time.");
            }
            if (!belong(slice, first)) {
                throw new InvalidInputException(name + " holds slices of different directions or pixel sizes, such as "
                        + first.name() + " and " + slice.name() + ": open one of them at a time.");
            }
        }
        requireOneRescale(name, slices);
        if ((long) first.columns() * first.rows() * slices.size() > MOST_VOXELS) {
            throw new InvalidInputException(name + " has more than " + MOST_VOXELS
                    + " voxels, more than can be opened: crop it to the head, or export it again.");
        }
    }

    /**
     * Where some slices say how to get HU, the values of the others are not HU: with 1 and 0 they would be off by 1000
     * or so.
     */
    private static void requireOneRescale(String name, List<SliceHeader> slices) throws InvalidInputException {
        SliceHeader first = slices.get(0);
        for (SliceHeader slice : slices) {
            if (isRescaled(slice) == isRescaled(first)) continue;
            throw new InvalidInputException(name + " has a rescale slope and intercept in some slices, such as "
                    + (isRescaled(first) ? first : slice).name() + ", but not in "
                    + (isRescaled(first) ? slice : first).name()
                    + ": export the series again.");
        }
    }

    /** Whether a header says how to get HU. */
    static boolean isRescaled(SliceHeader slice) {
        return slice.slope().isPresent() || slice.intercept().isPresent();
    }
}
