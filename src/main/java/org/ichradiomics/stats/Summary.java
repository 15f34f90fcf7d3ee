package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * A variable in a group of cases, for a table. Every number but the counts is NaN without a value; the SD also with a
 * single one.
 *
 * @param n cases with a value
 * @param missing cases whose value is not finite
 * @param sd with n − 1
 */
public record Summary(
        int n,
        int missing,
        double mean,
        double sd,
        double minimum,
        double q1,
        double median,
        double q3,
        double maximum) {

    /** Values that are not finite count as missing. */
    public static Summary of(double[] values, Quantile quartiles) {
        double[] x = Sorted.of(finite(values)).values();
        int n = x.length;
        double sd = Math.sqrt(variance(x));
        double[] q = DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
                .map(p -> quartiles.of(x, p))
                .toArray();
        return new Summary(n, values.length - n, mean(x), sd, q[0], q[1], q[2], q[3], q[4]);
    }

    static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /** Whether there is at most one distinct value. */
    static boolean isConstant(double[] x) {
        return Arrays.stream(x).allMatch(value -> value == x[0]);
    }

    /** NaN without a value. */
    static double mean(double[] x) {
        // Computed, the mean of three times 0.1 is not 0.1.
        return x.length > 0 && isConstant(x) ? x[0] : Mean.of(x).getAsDouble();
    }

    /** With n − 1; NaN below two values, 0 if they are all the same. */
    static double variance(double[] x) {
        if (x.length < 2) return Double.NaN;
        return isConstant(x) ? 0 : Variance.of(x).getAsDouble();
    }
}
