package org.ichradiomics.stats;

/** A number and its 95 % confidence interval; limits that cannot be given are NaN. */
public record Estimate(double value, double low, double high) {

    static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

    /** A number as far from both limits. */
    static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }
}
