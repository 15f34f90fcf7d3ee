package org.ichradiomics.sign;

import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelMask;

/**
 * The part of every slice that is looked at: the haematoma and the brain round it.
 *
 * @param x first column in the scan
 * @param y first row in the scan
 * @param plane its pixels
 */
record Window(int x, int y, Plane plane) {

    /** @param mask not empty */
    static Window of(VoxelMask mask) {
        VoxelGrid grid = mask.grid();
        int[] low = {grid.nx(), grid.ny()};
        int[] high = {-1, -1};
        for (int i = 0; i < grid.size(); i++) {
            if (!mask.contains(i)) continue;
            int[] at = {i % grid.nx(), i / grid.nx() % grid.ny()};
            for (int axis = 0; axis < 2; axis++) {
                low[axis] = Math.min(low[axis], at[axis]);
                high[axis] = Math.max(high[axis], at[axis]);
            }
        }
        for (int axis = 0; axis < 2; axis++) {
            int margin = (int) (BrainLevel.FARTHEST / grid.spacing(axis)) + 2;
            low[axis] = Math.max(0, low[axis] - margin);
            high[axis] = Math.min(grid.size(axis) - 1, high[axis] + margin);
        }
        Plane plane = new Plane(high[0] - low[0] + 1, high[1] - low[1] + 1, grid.spacing(0), grid.spacing(1));
        return new Window(low[0], low[1], plane);
    }

    /** Place of a pixel of the plane in the scan's raster order. */
    int index(int pixel, int slice, VoxelGrid grid) {
        return grid.index(x + plane.x(pixel), y + plane.y(pixel), slice);
    }
}
