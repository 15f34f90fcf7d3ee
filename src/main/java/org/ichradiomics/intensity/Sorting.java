package org.ichradiomics.intensity;

import java.util.Arrays;

/**
 * Sorts intensities and grey levels, which mostly are whole numbers of a narrow range: those are counted, not compared.
 */
final class Sorting {

    /** More bins than numbers would cost more than they save. */
    private static final int WIDEST = 1 << 16;

    private Sorting() {}

    /** A sorted copy, as {@link Arrays#sort(double[])} makes it. */
    static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (double v : x) {
            if (v < low) low = v;
            if (v > high) high = v;
            // −0 is a whole number too, but it sorts below 0.
            whole &= v == Math.rint(v) && Double.doubleToRawLongBits(v) != Long.MIN_VALUE;
        }
        if (whole && high - low < Math.min(WIDEST, x.length)) count(x, low, (int) (high - low) + 1, sorted);
        else Arrays.sort(sorted);
        return sorted;
    }

    private static void count(double[] x, double low, int width, double[] sorted) {
        int[] n = new int[width];
        for (double v : x) n[(int) (v - low)]++;
        for (int k = 0, from = 0; k < width; from += n[k++]) Arrays.fill(sorted, from, from + n[k], low + k);
    }
}
