package org.ichradiomics.region;

/**
 * Distance between neighbouring voxel centres along x, y and z, in mm.
 *
 * @param x columns, mm, 0.0001 to 10000
 * @param y rows, mm, 0.0001 to 10000
 * @param z slices along the normal, mm, 0.0001 to 10000
 */
public record Spacing(double x, double y, double z) {

    /** What a voxel of a patient's scan can measure, from 0.1 µm to 10 m; beyond, volumes would lose their digits. */
    private static final double SHORTEST = 1e-4;

    private static final double LONGEST = 1e4;

    /** @throws IllegalArgumentException if a distance is out of its range */
    public Spacing {
        if (!isLength(x) || !isLength(y) || !isLength(z)) {
            throw new IllegalArgumentException("The voxel spacing must be three positive numbers of mm, " + SHORTEST
                    + " to " + LONGEST + ", was " + x + ", " + y + ", " + z + ".");
        }
    }

    /** Along an axis (0, 1, 2), mm. */
    public double along(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /** Volume of one voxel in mm³. */
    public double voxelVolume() {
        return x * y * z;
    }

    /** Whether it can be a distance between voxels, mm. */
    public static boolean isLength(double mm) {
        return mm >= SHORTEST && mm <= LONGEST;
    }
}
