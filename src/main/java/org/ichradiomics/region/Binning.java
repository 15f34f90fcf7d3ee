package org.ichradiomics.region;

import java.util.Locale;

/**
 * How IBSI turns intensities into grey levels 1, 2, 3, … (IBSI 1, "intensity discretisation"). A setting; the AK
 * catalogue has its own, {@link Discretisation}.
 */
public sealed interface Binning {

    /** More levels tell nothing, and texture matrices grow with their square. */
    int MOST_LEVELS = 65535;

    /** The intensities are levels already: whole numbers from 1. */
    record None() implements Binning {

        @Override
        public String text() {
            return "none";
        }
    }

    /**
     * Fixed bin size: d = ⌊(x − lo) / w⌋ + 1, lo the lower bound of the re-segmentation range, or the smallest value
     * where there is none.
     *
     * @param width w, HU, positive
     */
    record FixedWidth(double width) implements Binning {

        /** @throws IllegalArgumentException if the width is not a positive number */
        public FixedWidth {
            if (!(width > 0) || Double.isInfinite(width)) {
                throw new IllegalArgumentException("width must be a positive number of HU, was " + width);
            }
        }

        /** The level of a value. */
        public int level(double hu, double low) {
            return (int) Math.min(Integer.MAX_VALUE - 1, Math.floor((hu - low) / width)) + 1;
        }

        @Override
        public String text() {
            return String.format(Locale.ROOT, "fixed width %s HU", width);
        }
    }

    /**
     * Fixed bin number: d = ⌊n (x − min) / (max − min)⌋ + 1, and n for the largest value; 1 if all values are the same
     * (IBSI is silent).
     *
     * @param count n, 1 to {@value #MOST_LEVELS}
     */
    record FixedNumber(int count) implements Binning {

        /** @throws IllegalArgumentException if the number is out of its range */
        public FixedNumber {
            if (count < 1 || count > MOST_LEVELS) {
                throw new IllegalArgumentException(
                        "count must be a whole number from 1 to " + MOST_LEVELS + ", was " + count);
            }
        }

        /** The level of a value. */
        public int level(double hu, double min, double max) {
            if (!(max > min)) return 1;
            return (int) Math.min(count, Math.floor(count * (hu - min) / (max - min)) + 1);
        }

        @Override
        public String text() {
            return "fixed number " + count;
        }
    }

    /** In words, for people and provenance. */
    String text();

    /**
     * The level of each voxel of a region, in its order.
     *
     * @param low the origin of bins of fixed width, HU: the lower bound of the re-segmentation range; NaN if there is
     *     none
     */
    default int[] levels(Region region, double low) {
        double min = region.min();
        double max = region.max();
        double origin = Double.isNaN(low) ? min : low;
        int[] levels = new int[region.size()];
        for (int i = 0; i < levels.length; i++) {
            double hu = region.hu(i);
            // Not a switch over the three records: that needs Java 21.
            if (this instanceof FixedWidth bins) levels[i] = bins.level(hu, origin);
            else if (this instanceof FixedNumber bins) levels[i] = bins.level(hu, min, max);
            else levels[i] = (int) hu;
        }
        return levels;
    }
}
