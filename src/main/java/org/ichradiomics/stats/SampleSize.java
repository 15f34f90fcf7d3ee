package org.ichradiomics.stats;

import java.util.OptionalDouble;

/**
 * How many cases a model of a yes-or-no outcome needs (Riley et al., Stat Med 2019; 38: 1276 and BMJ 2020; 368: m441),
 * each number rounded up.
 *
 * @param parameters candidates of the model, before anything chose among them
 * @param share of the cases with the event, between 0 and 1
 * @param r2 of Cox and Snell, that the model is expected to have
 * @param forShrinkage cases for a shrinkage of at least 0.9
 * @param forOptimism cases for an optimism of at most 0.05 in Nagelkerke's R²
 * @param forShare cases for the share of events to within 0.05
 */
public record SampleSize(int parameters, double share, double r2, long forShrinkage, long forOptimism, long forShare) {

    private static final double SHRINKAGE = 0.9;
    private static final double OPTIMISM = 0.05;
    private static final double PRECISION = 0.05;

    /** Of the largest R² that can be had, what is expected where nothing is known. */
    private static final double USUAL = 0.15;

    /** Riley's own rounding of the normal quantile. */
    private static final double Z = 1.96;

    /**
     * @param parameters at least 1
     * @param r2 above 0 and below {@link #largest}; where it is not given, 0.15 of that
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static SampleSize of(int parameters, double share, OptionalDouble r2) {
        if (parameters < 1) throw new IllegalArgumentException("a model has a parameter, were " + parameters);
        if (!(share > 0 && share < 1))
            throw new IllegalArgumentException("the share of events must be between 0 and 1, was " + share);
        double most = largest(share);
        double expected = r2.orElse(USUAL * most);
        if (!(expected > 0 && expected < most))
            throw new IllegalArgumentException("R² must be above 0 and below " + most + ", was " + expected);
        return new SampleSize(
                parameters,
                share,
                expected,
                cases(parameters, expected, SHRINKAGE),
                cases(parameters, expected, expected / (expected + OPTIMISM * most)),
                (long) Math.ceil(Z / PRECISION * (Z / PRECISION) * share * (1 - share)));
    }

    /** The largest R² of Cox and Snell that any model can have: 1 − (φ^φ (1 − φ)^(1 − φ))². */
    public static double largest(double share) {
        double likelihood = Math.pow(share, share) * Math.pow(1 - share, 1 - share);
        return 1 - likelihood * likelihood;
    }

    private static long cases(int parameters, double r2, double shrinkage) {
        return (long) Math.ceil(parameters / ((shrinkage - 1) * Math.log1p(-r2 / shrinkage)));
    }

    /** The largest of the three, which counts. */
    public long cases() {
        return Math.max(forShare, Math.max(forShrinkage, forOptimism));
    }
}
