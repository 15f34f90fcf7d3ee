package org.ichradiomics.stats;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether two groups spread alike: analysis of variance of the distances from the group's mean (Levene 1960, as SPSS;
 * not from the median, which is Brown and Forsythe's).
 *
 * @param f with 1 and {@code df} degrees of freedom; infinite if the distances differ between the groups only, NaN if
 *     they do not differ
 * @param p NaN if {@code f} is
 */
public record Levene(double f, int df, double p) {

    static final Levene NONE = new Levene(Double.NaN, 0, Double.NaN);

    /** Values that are not finite are left out; NaN below two values in a group. */
    public static Levene of(double[] first, double[] second) {
        double[] x = Summary.finite(first);
        double[] y = Summary.finite(second);
        if (x.length < 2 || y.length < 2) return NONE;
        double[] dx = distances(x);
        double[] dy = distances(y);
        double mx = Summary.mean(dx);
        double my = Summary.mean(dy);
        int df = x.length + y.length - 2;
        double within = (x.length - 1) * Summary.variance(dx) + (y.length - 1) * Summary.variance(dy);
        double between = (mx - my) * (mx - my) * x.length * y.length / (x.length + y.length);
        double f = between / (within / df);
        return new Levene(
                f, df, Double.isNaN(f) ? Double.NaN : FDistribution.of(1, df).survivalProbability(f));
    }

    private static double[] distances(double[] x) {
        double mean = Summary.mean(x);
        return Arrays.stream(x).map(value -> Math.abs(value - mean)).toArray();
    }
}
