package org.ichradiomics.scan;

import net.imglib2.Interval;

import org.ichradiomics.region.VoxelBox;

/**
 * What of a scan must be at hand to measure a lesion: the lesion's box and so many voxels around it.
 *
 * @param x voxels on either side, at least 0
 * @param y as x, towards front and back
 * @param z as x, towards feet and head
 */
public record Margin(int x, int y, int z) {

    /** The box itself. */
    public static final Margin NONE = new Margin(0, 0, 0);

    /** All voxels of the scan. */
    public static final Margin WHOLE = new Margin(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if a number is negative */
    public Margin {
        if (x < 0 || y < 0 || z < 0)
            throw new IllegalArgumentException("a margin is 0 or more, was " + x + ", " + y + ", " + z);
    }

    /** What suffices for both. */
    public Margin and(Margin other) {
        return new Margin(Math.max(x, other.x), Math.max(y, other.y), Math.max(z, other.z));
    }

    /** The box with its margin, as far as the grid reaches. */
    public VoxelBox around(Interval box, Geometry grid) {
        int[] margin = {x, y, z};
        int[] from = new int[3];
        int[] size = new int[3];
        for (int d = 0; d < 3; d++) {
            from[d] = (int) Math.max(0, box.min(d) - margin[d]);
            size[d] = (int) Math.min(grid.size(d), box.max(d) + 1 + margin[d]) - from[d];
        }
        return new VoxelBox(from[0], from[1], from[2], size[0], size[1], size[2]);
    }
}
