package org.ichradiomics.stats;

/** A number and its 95 % confidence interval; limits that cannot be given are NaN. */
public record Estimate(double value, double low, double high) {

    /** A number as far from both limits. */
    static Estimate around(double value, double half) {
        return new Estimate(value, value - half, value + half);
    }

    /** A number without an interval. */
    static Estimate without(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }
}
