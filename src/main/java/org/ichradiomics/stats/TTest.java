package org.ichradiomics.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Difference of two means.
 *
 * @param t positive if the first mean is the larger; NaN where neither group varies or one has fewer than two values
 * @param df a fraction for Welch's test
 * @param p two-sided; NaN if {@code t} is
 */
public record TTest(double t, double df, double p) {

    /** With one variance for both groups. */
    public static TTest student(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        double df = x.n + y.n - 2;
        double pooled = ((x.n - 1) * x.variance + (y.n - 1) * y.variance) / df;
        return of(x, y, pooled * (1 / x.n + 1 / y.n), df);
    }

    /** With a variance for each group, degrees of freedom by Satterthwaite. */
    public static TTest welch(double[] first, double[] second) {
        Sample x = Sample.of(first);
        Sample y = Sample.of(second);
        double vx = x.variance / x.n;
        double vy = y.variance / y.n;
        return of(x, y, vx + vy, (vx + vy) * (vx + vy) / (vx * vx / (x.n - 1) + vy * vy / (y.n - 1)));
    }

    private static TTest of(Sample x, Sample y, double squaredError, double df) {
        if (!(squaredError > 0)) return new TTest(Double.NaN, Double.NaN, Double.NaN);
        double t = (x.mean - y.mean) / Math.sqrt(squaredError);
        return new TTest(t, df, twoSided(t, df));
    }

    /** P(|T| ≥ |t|) of Student's distribution. */
    static double twoSided(double t, double df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
    }

    private record Sample(double n, double mean, double variance) {

        static Sample of(double[] values) {
            double[] x = Summary.finite(values);
            return new Sample(x.length, Summary.mean(x), Summary.variance(x));
        }
    }
}
