package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * Cases with a property among those of whom it is known.
 *
 * @param count with it
 * @param n of whom it is known
 * @param missing of whom it is not
 */
public record Share(int count, int n, int missing) {

    /** From 0 and 1; what is not finite is missing, any other number has the property. */
    public static Share of(double[] values) {
        double[] known = Summary.finite(values);
        return new Share(
                (int) Arrays.stream(known).filter(v -> v != 0).count(), known.length, values.length - known.length);
    }

    /** In percent; NaN if it is known of nobody. */
    public double percent() {
        return n == 0 ? Double.NaN : 100.0 * count / n;
    }
}
