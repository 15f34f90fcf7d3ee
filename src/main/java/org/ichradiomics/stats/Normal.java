package org.ichradiomics.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
final class Normal {

    /** R 4.2.2: qnorm(0.975). */
    static final double Z_95 = 1.959963984540054;

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** P(|Z| ≥ |z|), accurate where it is tiny; NaN for NaN. */
    static double twoSided(double z) {
        return Double.isNaN(z) ? Double.NaN : Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
    }

    static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    static double upperTail(double z) {
        return STANDARD.survivalProbability(z);
    }
}
