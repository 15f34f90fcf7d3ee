package org.ichradiomics.measure;

import org.ichradiomics.text.Key;

/**
 * Which voxels of the morphological mask also belong to the intensity mask: those in [low, high], those within so many
 * standard deviations of the mean, or both.
 *
 * @param low HU; NaN with {@code high} for no range
 * @param high HU, above {@code low}
 * @param outliers standard deviations, positive; NaN for no limit
 */
public record Resegmentation(
        @Key(nullable = true) double low,
        @Key(nullable = true) double high,
        @Key(value = "outliers_sd", nullable = true) double outliers) {

    /** Every voxel. */
    public static final Resegmentation NONE = new Resegmentation(Double.NaN, Double.NaN, Double.NaN);

    /** @throws IllegalArgumentException if a number is out of its range; the message begins with its key */
    public Resegmentation {
        if (Double.isInfinite(low))
            throw new IllegalArgumentException("low must be a finite number of HU or null, was " + low);
        if (Double.isInfinite(high))
            throw new IllegalArgumentException("high must be a finite number of HU or null, was " + high);
        if (Double.isNaN(low) != Double.isNaN(high)) {
            throw new IllegalArgumentException((Double.isNaN(low) ? "low" : "high")
                    + " must be a number of HU, as the other end of the range is one");
        }
        if (low >= high)
            throw new IllegalArgumentException(
                    "high must be above low, was low = " + low + " and high = " + high + " HU");
        if (outliers <= 0 || Double.isInfinite(outliers)) {
            throw new IllegalArgumentException(
                    "outliers_sd must be a positive number of standard deviations or null, was " + outliers);
        }
    }

    /** A range only. */
    public static Resegmentation range(double low, double high) {
        return new Resegmentation(low, high, Double.NaN);
    }

    /** Whether voxels outside a range of HU are left out. */
    public boolean hasRange() {
        return !Double.isNaN(low);
    }

    /** Whether voxels far from the mean are left out. */
    public boolean hasOutliers() {
        return !Double.isNaN(outliers);
    }
}
