package org.ichradiomics.signature;

/**
 * Where one feature lies in a cohort: z = (x − mean)/SD.
 *
 * @param mean in the feature's unit; NaN without cases
 * @param sd standard deviation with n − 1, in the feature's unit; NaN below two cases
 * @param n cases with a value of this feature
 * @param origin where the two numbers come from, e.g. a table or a paper
 */
public record Scale(double mean, double sd, int n, String origin) {

    /** @throws IllegalArgumentException if n is negative, or mean or SD is not what n cases can have */
    public Scale {
        if (n < 0) throw new IllegalArgumentException("the number of cases must not be negative, was " + n);
        if (n > 0 ? !Double.isFinite(mean) : !Double.isNaN(mean)) {
            throw new IllegalArgumentException("the mean of " + n + " cases cannot be " + mean);
        }
        if (n > 1 ? !(sd >= 0) || Double.isInfinite(sd) : !Double.isNaN(sd)) {
            throw new IllegalArgumentException("the SD of " + n + " cases cannot be " + sd);
        }
        origin = origin.strip();
    }

    /** (x − mean)/SD; NaN below two cases. */
    public double z(double x) {
        return (x - mean) / sd;
    }

    /** Whether a z-score can be had: at least two cases that are not all equal. */
    public boolean isUsable() {
        return sd > 0;
    }
}
