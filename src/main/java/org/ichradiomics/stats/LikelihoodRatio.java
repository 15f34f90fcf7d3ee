package org.ichradiomics.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Twice the difference of two log-likelihoods, one model being part of the other; without a degree of freedom p is NaN.
 */
public record LikelihoodRatio(double chiSquare, int df, double p) {

    /** Of a difference that rounding may have made negative. */
    public static LikelihoodRatio of(double chiSquare, int df) {
        double statistic = Math.max(0, chiSquare);
        return new LikelihoodRatio(
                statistic,
                df,
                df == 0 ? Double.NaN : ChiSquaredDistribution.of(df).survivalProbability(statistic));
    }
}
