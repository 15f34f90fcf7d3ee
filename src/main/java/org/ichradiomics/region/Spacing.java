package org.ichradiomics.region;

/**
 * Distance between neighbouring voxel centres along x, y and z, in mm.
 *
 * @param x columns, mm, positive and finite
 * @param y rows, mm, positive and finite
 * @param z slices along the normal, mm, positive and finite
 */
public record Spacing(double x, double y, double z) {

    /** @throws IllegalArgumentException if a distance is not a positive, finite number */
    public Spacing {
        if (!isLength(x) || !isLength(y) || !isLength(z)) {
            throw new IllegalArgumentException(
                    "The voxel spacing must be three positive numbers in mm, was " + x + ", " + y + ", " + z + ".");
        }
    }

    /** Volume of one voxel in mm³. */
    public double voxelVolume() {
        return x * y * z;
    }

    private static boolean isLength(double mm) {
        return mm > 0 && mm < Double.POSITIVE_INFINITY;
    }
}
