package org.ichradiomics.scan;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/**
 * What all values of an image say of it, in HU. NaN is passed over.
 *
 * @param min the smallest; of an image with air any value of its air; +∞ if there is none
 * @param max the largest, of an image with air of no meaning; −∞ if there is none
 * @param mean of all, of an image with air of no meaning; NaN if there is none
 * @param border the commonest of the outermost columns and rows of every slice, of several the smallest; NaN if there
 *     is none
 */
public record Overview(double min, double max, double mean, double border) {

    /** Fat and padding with 0 lie above it, air round a head and in its cells below. */
    public static final double AIR = -200;

    /** Whether a value is below {@value #AIR} HU, as in any CT that nobody cropped, cleared or windowed. */
    public boolean hasAir() {
        return min < AIR;
    }

    /** Looks at an image in memory. */
    static Overview of(RandomAccessibleInterval<DoubleType> hu) {
        Tally tally = new Tally();
        double[] one = new double[1];
        Cursor<DoubleType> cursor = Views.flatIterable(hu).cursor();
        while (tally.isOpen() && cursor.hasNext()) {
            one[0] = cursor.next().get();
            tally.add(one, 1);
        }
        border(hu, tally);
        return tally.overview();
    }

    private static void border(RandomAccessibleInterval<DoubleType> hu, Tally tally) {
        int columns = (int) hu.dimension(0);
        int rows = (int) hu.dimension(1);
        RandomAccess<DoubleType> at = hu.randomAccess();
        for (int z = 0; z < hu.dimension(2); z++) {
            for (int x = 0; x < columns; x++) {
                tally.border(at.setPositionAndGet(x, 0, z).get(), 1);
                tally.border(at.setPositionAndGet(x, rows - 1, z).get(), 1);
            }
            for (int y = 0; y < rows; y++) {
                tally.border(at.setPositionAndGet(0, y, z).get(), 1);
                tally.border(at.setPositionAndGet(columns - 1, y, z).get(), 1);
            }
        }
    }

    /** Takes the values in as they come. */
    public static final class Tally {

        private static final int HALF = 1 << 15;

        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private double sum;
        private long count;
        private final int[] whole = new int[2 * HALF];
        private double[] others = new double[64];
        private int other;

        /** Whether the values inside still matter: not once there was air. */
        public boolean isOpen() {
            return !(min < AIR);
        }

        /** Takes in the first {@code n} values. */
        public void add(double[] hu, int n) {
            for (int i = 0; i < n; i++) {
                double value = hu[i];
                if (Double.isNaN(value)) continue;
                if (value < min) min = value;
                if (value > max) max = value;
                sum += value;
                count++;
            }
        }

        /** As {@link #border(double, int)}, of the first {@code n} values. */
        public void border(double[] hu, int n, int edges) {
            for (int i = 0; i < n; i++) border(hu[i], edges);
        }

        /**
         * Takes in a value of the outermost columns or rows of a slice.
         *
         * @param edges how many of them it belongs to: a corner to two
         */
        public void border(double hu, int edges) {
            int rounded = (int) hu;
            if (rounded == hu && rounded >= -HALF && rounded < HALF) {
                whole[rounded + HALF] += edges;
            } else if (!Double.isNaN(hu)) {
                if (other + edges > others.length) others = Arrays.copyOf(others, 2 * others.length);
                for (int i = 0; i < edges; i++) others[other++] = hu;
            }
        }

        /** Of all that was taken in. */
        public Overview overview() {
            return new Overview(min, max, count == 0 ? Double.NaN : sum / count, commonest());
        }

        private double commonest() {
            double commonest = Double.NaN;
            int most = 0;
            for (int i = 0; i < whole.length; i++) {
                if (whole[i] <= most) continue;
                most = whole[i];
                commonest = i - HALF;
            }
            Arrays.sort(others, 0, other);
            for (int from = 0, to; from < other; from = to) {
                for (to = from; to < other && others[to] == others[from]; to++) {}
                if (to - from < most || to - from == most && others[from] > commonest) continue;
                most = to - from;
                commonest = others[from];
            }
            return commonest;
        }
    }
}
