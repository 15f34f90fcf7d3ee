package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * A rotation by right angles: axis a takes the kernel of axis {@code from(a)}, mirrored or not; the determinant is +1.
 * There are 4 in the plane and 24 in space.
 */
final class Rotation {

    private final int[] from;
    private final int mirrors;

    private Rotation(int[] from, int mirrors) {
        this.from = from;
        this.mirrors = mirrors;
    }

    int from(int axis) {
        return from[axis];
    }

    boolean mirrors(int axis) {
        return (mirrors >> axis & 1) == 1;
    }

    /** All of them, the one that leaves everything as it is first. */
    static List<Rotation> all(int axes) {
        List<Rotation> all = new ArrayList<>();
        for (int[] from : permutations(axes)) {
            for (int mirrors = 0; mirrors < 1 << axes; mirrors++) {
                if (Integer.bitCount(mirrors) % 2 == swaps(from) % 2) all.add(new Rotation(from, mirrors));
            }
        }
        return all;
    }

    private static int[][] permutations(int axes) {
        return axes == 2
                ? new int[][] {{0, 1}, {1, 0}}
                : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    }

    /** Pairs in the wrong order; odd where the permutation alone would be a reflection. */
    private static int swaps(int[] from) {
        int swaps = 0;
        for (int i = 0; i < from.length; i++) {
            for (int j = i + 1; j < from.length; j++) {
                if (from[i] > from[j]) swaps++;
            }
        }
        return swaps;
    }
}
