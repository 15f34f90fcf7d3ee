package org.ichradiomics.outline;

/**
 * HU between which a brush paints and an eraser erases; all else it leaves alone.
 *
 * @param low HU, included
 * @param high HU, included
 */
public record Lock(double low, double high) {

    /** No lock: every voxel. */
    public static final Lock OPEN = new Lock(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    /** Fresh blood: 40 to 100 HU. */
    public static final Lock BLOOD = new Lock(40, 100);

    /** @throws IllegalArgumentException if the limits are the wrong way round or no numbers */
    public Lock {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "The lower HU limit must not be above the upper, was " + low + " and " + high + ".");
        }
    }

    boolean lets(double hu) {
        return hu >= low && hu <= high;
    }
}
