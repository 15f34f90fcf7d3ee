package org.ichradiomics.stats;

/**
 * A feature that took no part in a fit.
 *
 * @param index of its column, from 0
 * @param feature its name
 * @param reason why
 * @param detail patients without a value, or the feature that says the same; empty for a constant one
 */
public record Dropped(int index, String feature, Reason reason, String detail) {

    /** Why a feature cannot take part. */
    public enum Reason {
        /** At least one patient has no finite value. */
        MISSING,
        /** All patients have the same value, up to rounding. */
        CONSTANT,
        /** Proportional to an earlier feature, so their coefficients could be shared out in any way. */
        COLLINEAR
    }

    boolean isMissing() {
        return reason == Reason.MISSING;
    }

    /** One clause, e.g. {@code VolumeMM (collinear with VolumeCC)}. */
    @Override
    public String toString() {
        return feature
                + switch (reason) {
                    case MISSING -> " (no value in " + detail + ")";
                    case CONSTANT -> " (constant)";
                    case COLLINEAR -> " (collinear with " + detail + ")";
                };
    }
}
