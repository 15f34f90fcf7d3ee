package org.ichradiomics.scan;

/**
 * From the voxels of one grid to those of another that has the same axes in another order or direction, and may begin
 * elsewhere: t(axis(s)) = shift(s) + sign(s) · s for each axis s of the first.
 *
 * @param axis of the second grid, for each of the first
 * @param sign 1 or −1
 * @param shift in voxels
 */
record GridMap(int[] axis, int[] sign, int[] shift) {

    static final GridMap SAME = new GridMap(new int[] {0, 1, 2}, new int[] {1, 1, 1}, new int[3]);

    /**
     * @param size of the first grid
     * @param offset voxel of the second on which the first voxel lies, once its axes are in order
     */
    static GridMap of(AxisOrder order, int[] size, int[] offset) {
        GridMap map = new GridMap(new int[3], new int[3], new int[3]);
        for (int d = 0; d < 3; d++) {
            int s = order.source(d);
            map.axis[s] = d;
            map.sign[s] = order.isBackwards(d) ? -1 : 1;
            map.shift[s] = (order.isBackwards(d) ? size[s] - 1 : 0) + offset[d];
        }
        return map;
    }

    /** This map, and from there on the next one. */
    GridMap then(GridMap next) {
        GridMap map = new GridMap(new int[3], new int[3], new int[3]);
        for (int s = 0; s < 3; s++) {
            int middle = axis[s];
            map.axis[s] = next.axis[middle];
            map.sign[s] = next.sign[middle] * sign[s];
            map.shift[s] = next.shift[middle] + next.sign[middle] * shift[s];
        }
        return map;
    }

    /** The other way. */
    GridMap inverse() {
        GridMap map = new GridMap(new int[3], new int[3], new int[3]);
        for (int s = 0; s < 3; s++) {
            map.axis[axis[s]] = s;
            map.sign[axis[s]] = sign[s];
            map.shift[axis[s]] = -sign[s] * shift[s];
        }
        return map;
    }

    /** Where coordinate {@code s} of an axis of the first grid lies on {@link #axis} of the second. */
    int at(int axis, int s) {
        return shift[axis] + sign[axis] * s;
    }

    /** Takes voxels of the first grid to those of the second, as far as they lie within its size. */
    LabelVoxels.Visitor onto(int[] size, LabelVoxels.Visitor visitor) {
        int[] to = new int[3];
        return (x, y, z) -> {
            to[axis[0]] = at(0, x);
            to[axis[1]] = at(1, y);
            to[axis[2]] = at(2, z);
            for (int d = 0; d < 3; d++) if (to[d] < 0 || to[d] >= size[d]) return;
            visitor.at(to[0], to[1], to[2]);
        };
    }
}
