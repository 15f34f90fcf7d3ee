package org.ichradiomics.region;

/**
 * A box of a grid's voxels, in the grid's own indices.
 *
 * @param x first column
 * @param y first row
 * @param z first slice
 * @param nx columns, at least 1
 * @param ny rows, at least 1
 * @param nz slices, at least 1
 */
public record VoxelBox(int x, int y, int z, int nx, int ny, int nz) {

    /** @throws IllegalArgumentException if it begins below 0, a side is below 1, or an array cannot hold its voxels */
    public VoxelBox {
        if (x < 0 || y < 0 || z < 0 || nx < 1 || ny < 1 || nz < 1) {
            throw new IllegalArgumentException("a box has at least 1 voxel along each axis, from 0 on, was " + nx
                    + " × " + ny + " × " + nz + " from " + x + ", " + y + ", " + z);
        }
        if ((double) nx * ny * nz > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "a box of " + nx + " × " + ny + " × " + nz + " voxels is too large to hold in memory");
        }
    }

    /** All of a grid. */
    public static VoxelBox of(VoxelGrid grid) {
        return new VoxelBox(0, 0, 0, grid.nx(), grid.ny(), grid.nz());
    }

    /** The smallest box around a region. */
    public static VoxelBox of(Region region) {
        return new VoxelBox(
                region.origin(0), region.origin(1), region.origin(2), region.box(0), region.box(1), region.box(2));
    }

    /** First voxel along an axis (0, 1, 2). */
    public int first(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /** Voxels along an axis (0, 1, 2). */
    public int size(int axis) {
        return axis == 0 ? nx : axis == 1 ? ny : nz;
    }

    /** Number of voxels. */
    public int size() {
        return nx * ny * nz;
    }

    /** Place of one of the grid's voxels in the box's raster order: x fastest, then y, then z. */
    public int index(int atX, int atY, int atZ) {
        return ((atZ - z) * ny + atY - y) * nx + atX - x;
    }

    /**
     * As {@link #index}, of the first of so many neighbours in a row.
     *
     * @throws IndexOutOfBoundsException if one of them lies beyond the box, where an index would lead to other voxels
     */
    public int row(int atX, int atY, int atZ, int count) {
        boolean isInside = atX >= x && atX + count <= x + nx && atY >= y && atY < y + ny && atZ >= z && atZ < z + nz;
        if (!isInside) {
            throw new IndexOutOfBoundsException(
                    count + " voxels from " + atX + ", " + atY + ", " + atZ + " on reach beyond " + this);
        }
        return index(atX, atY, atZ);
    }

    /** Whether another box of the same grid holds all its voxels. */
    public boolean isWithin(VoxelBox other) {
        for (int axis = 0; axis < 3; axis++) {
            if (first(axis) < other.first(axis)) return false;
            if (first(axis) + size(axis) > other.first(axis) + other.size(axis)) return false;
        }
        return true;
    }

    /** With so many voxels more on both sides along x, y and z, as far as the grid reaches. */
    public VoxelBox grown(int[] margin, VoxelGrid grid) {
        int[] from = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            from[axis] = Math.max(0, first(axis) - margin[axis]);
            long end = Math.min(grid.size(axis), (long) first(axis) + size(axis) + margin[axis]);
            size[axis] = (int) end - from[axis];
        }
        return new VoxelBox(from[0], from[1], from[2], size[0], size[1], size[2]);
    }
}
