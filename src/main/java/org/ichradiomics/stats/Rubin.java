package org.ichradiomics.stats;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate from several completed tables (Rubin 1987), with the degrees of freedom of Barnard and Rubin (Biometrika
 * 1999; 86: 948), as {@code mice::pool}.
 *
 * @param value mean of the tables'
 * @param se of within the tables and (1 + 1/m) of between them
 * @param df NaN with a single table
 * @param missing share of the variance that the missing values cause, λ
 */
public record Rubin(double value, double se, double df, double missing) {

    /** As mice, where nothing is missing. */
    private static final double LEAST = 1e-4;

    /**
     * @param values by table
     * @param variances squared standard errors, by table
     * @param complete degrees of freedom if no value were missing: cases less coefficients; infinity if there are many
     */
    public static Rubin of(double[] values, double[] variances, double complete) {
        if (values.length != variances.length || values.length == 0)
            throw new IllegalArgumentException(values.length + " estimates and " + variances.length + " variances");
        double m = values.length;
        double within = Arrays.stream(variances).sum() / m;
        double between = m < 2 ? 0 : Summary.variance(values);
        double total = within + (1 + 1 / m) * between;
        double missing = (1 + 1 / m) * between / total;
        return new Rubin(Summary.mean(values), Math.sqrt(total), df(m, missing, complete), missing);
    }

    private static double df(double m, double missing, double complete) {
        if (m < 2) return Double.NaN;
        double lambda = Math.max(missing, LEAST);
        double old = (m - 1) / (lambda * lambda);
        if (Double.isInfinite(complete)) return old;
        double observed = (complete + 1) / (complete + 3) * complete * (1 - lambda);
        return old * observed / (old + observed);
    }

    /** With the 95 % interval by Student's distribution. */
    public Estimate within() {
        return Estimate.around(value, TDistribution.of(df).inverseCumulativeProbability(0.975) * se);
    }

    /** Two-sided, that it is 0, by Student's distribution. */
    public double p() {
        return TTest.twoSided(value / se, df);
    }
}
