package org.ichradiomics.stats;

/** A number and its 95 % confidence interval; limits that cannot be given are NaN. */
public record Estimate(double value, double low, double high) {

    /** A number without an interval. */
    static Estimate without(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }
}
