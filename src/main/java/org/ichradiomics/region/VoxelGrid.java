package org.ichradiomics.region;

/**
 * A box of voxel centres, counted from 0 along x, y and z.
 *
 * @param nx columns, at least 1
 * @param ny rows, at least 1
 * @param nz slices, at least 1
 * @param spacing mm between neighbours
 */
public record VoxelGrid(int nx, int ny, int nz, Spacing spacing) {

    /** @throws IllegalArgumentException if a side is below 1, or the grid has more voxels than an array can hold */
    public VoxelGrid {
        if (nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException(
                    "a grid has at least 1 voxel along each axis, was " + nx + " × " + ny + " × " + nz);
        }
        if ((double) nx * ny * nz > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a grid of " + nx + " × " + ny + " × " + nz + " voxels is too large to hold in memory");
        }
    }

    /** Number of voxels. */
    public int size() {
        return nx * ny * nz;
    }

    /** Voxels along an axis (0, 1, 2). */
    public int size(int axis) {
        return axis == 0 ? nx : axis == 1 ? ny : nz;
    }

    /** mm between neighbours along an axis (0, 1, 2). */
    public double spacing(int axis) {
        return spacing.along(axis);
    }

    /** Place of a voxel in raster order: x fastest, then y, then z. */
    public int index(int x, int y, int z) {
        return (z * ny + y) * nx + x;
    }
}
