package org.ichradiomics.signature;

import java.util.Optional;

/**
 * Where one feature lies in a cohort: z = (x − mean)/SD.
 *
 * @param mean in the feature's unit; NaN without cases
 * @param sd standard deviation with n − 1, in the feature's unit; NaN below two cases
 * @param n cases with a value of this feature; 0 with a mean and an SD: it is not known how many
 * @param origin where the two numbers come from, e.g. a table or a paper
 * @param robustness of the feature in that cohort; empty: not known
 */
public record Scale(double mean, double sd, int n, String origin, Optional<Icc> robustness) {

    /** One of whose robustness nothing is known. */
    public Scale(double mean, double sd, int n, String origin) {
        this(mean, sd, n, origin, Optional.empty());
    }

    /** @throws IllegalArgumentException if n is negative, or mean or SD is not what n cases can have */
    public Scale {
        if (n < 0) throw new IllegalArgumentException("the number of cases must not be negative, was " + n);
        boolean isCounted = n > 0 || Double.isNaN(mean) || Double.isNaN(sd);
        if (isCounted && (n > 0 ? !Double.isFinite(mean) : !Double.isNaN(mean)) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException("the mean of " + n + " cases cannot be " + mean);
        }
        if (n > 1 || !isCounted ? !(sd >= 0) || Double.isInfinite(sd) : !Double.isNaN(sd)) {
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
