package org.ichradiomics.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** The 95 % confidence interval of a proportion. */
public enum Proportion {
    /** Exact (Clopper and Pearson 1934), as R's {@code binom.test}. */
    CLOPPER_PEARSON {
        @Override
        Estimate interval(long k, long n) {
            double low = k == 0 ? 0 : BetaDistribution.of(k, n - k + 1.0).inverseCumulativeProbability(0.025);
            double high = k == n ? 1 : BetaDistribution.of(k + 1.0, n - k).inverseSurvivalProbability(0.025);
            return new Estimate((double) k / n, low, high);
        }
    },
    /** Score interval (Wilson 1927), as R's {@code prop.test(correct = FALSE)}. */
    WILSON {
        @Override
        Estimate interval(long k, long n) {
            double z2 = Normal.Z_95 * Normal.Z_95;
            double p = (double) k / n;
            double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
            double half = Normal.Z_95 * Math.sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
            return new Estimate(p, k == 0 ? 0 : centre - half, k == n ? 1 : centre + half);
        }
    };

    abstract Estimate interval(long k, long n);

    /** {@code k / n}; NaN three times if n is 0. */
    public Estimate of(long k, long n) {
        if (k < 0 || k > n) throw new IllegalArgumentException("a count must be from 0 to " + n + ", was " + k);
        return n == 0 ? Estimate.NONE : interval(k, n);
    }
}
