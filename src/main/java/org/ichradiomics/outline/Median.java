package org.ichradiomics.outline;

/**
 * The median of values between 0 and 200 HU, to a tenth of a HU, in whatever order they come; what lies beyond counts
 * as the end.
 */
final class Median {

    private static final int BINS = 2001;
    private final int[] counts = new int[BINS];
    private int n;

    void add(double hu) {
        counts[(int) Math.max(0, Math.min(BINS - 1, Math.round(hu * 10)))]++;
        n++;
    }

    int count() {
        return n;
    }

    /** The lower median, HU; NaN of nothing. */
    double value() {
        return quantile(0.5);
    }

    /** The lowest value that this share of them does not exceed, HU; NaN of nothing. */
    double quantile(double share) {
        int below = 0;
        for (int bin = 0; bin < BINS; bin++) {
            below += counts[bin];
            if (n > 0 && below >= share * n) return bin / 10.0;
        }
        return Double.NaN;
    }
}
