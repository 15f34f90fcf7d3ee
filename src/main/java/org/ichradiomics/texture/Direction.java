package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.Approach;

/**
 * A step on the voxel grid; times an offset.
 *
 * @param name as in the features' names
 * @param dx columns
 * @param dy rows, growing downwards
 * @param dz slices
 */
public record Direction(String name, int dx, int dy, int dz) {

    /**
     * The four in-plane directions of the AK catalogue. 45° is up and to the right; a diagonal step is (1, 1), not
     * 1/√2.
     */
    public static final List<Direction> IN_PLANE = List.of(
            new Direction("angle0", 1, 0, 0), new Direction("angle45", 1, -1, 0),
            new Direction("angle90", 0, 1, 0), new Direction("angle135", 1, 1, 0));

    /** The thirteen directions of IBSI: to each pair of opposite neighbours of 26 one, those in the plane first. */
    public static final List<Direction> IN_SPACE = inSpace();

    /** Those along which neighbours lie. */
    static List<Direction> of(Approach approach) {
        return approach == Approach.IN_SLICES ? IN_PLANE : IN_SPACE;
    }

    /** @throws IllegalArgumentException if all three components are 0 */
    public Direction {
        if (dx == 0 && dy == 0 && dz == 0) throw new IllegalArgumentException("a direction must not be (0, 0, 0)");
    }

    /** @param offset number of steps, at least 1 */
    public Direction times(int offset) {
        if (offset < 1) throw new IllegalArgumentException("offset must be at least 1, was " + offset);
        return new Direction(name, dx * offset, dy * offset, dz * offset);
    }

    /**
     * The same line walked so that its last non-zero component is positive: then raster order is the order along the
     * line.
     */
    public Direction upright() {
        int last = dz != 0 ? dz : dy != 0 ? dy : dx;
        return last > 0 ? this : new Direction(name, -dx, -dy, -dz);
    }

    private static List<Direction> inSpace() {
        List<Direction> directions = new ArrayList<>(IN_PLANE);
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) directions.add(new Direction("(" + dx + ", " + dy + ", 1)", dx, dy, 1));
        }
        return List.copyOf(directions);
    }
}
