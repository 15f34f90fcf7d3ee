package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Those of many integer points that may be corners of their convex hull: the first and the last of each row, and of
 * these the corners of the hull of their slice. What is left grows with the surface's outline, not with the surface.
 */
final class Outline {

    private final int ny;
    private final int nz;
    private final int[] first;
    private final int[] last;

    /** For points with 0 ≤ y &lt; ny, 0 ≤ z &lt; nz. */
    Outline(int ny, int nz) {
        this.ny = ny;
        this.nz = nz;
        first = new int[ny * nz];
        last = new int[ny * nz];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MIN_VALUE);
    }

    void add(int x, int y, int z) {
        int row = z * ny + y;
        first[row] = Math.min(first[row], x);
        last[row] = Math.max(last[row], x);
    }

    /** In the order of the slices. */
    int[][] points() {
        List<int[]> points = new ArrayList<>();
        for (int z = 0; z < nz; z++) points.addAll(slice(z));
        return points.toArray(int[][]::new);
    }

    /** The corners of the hull of a slice. */
    List<int[]> slice(int z) {
        List<int[]> row = new ArrayList<>();
        for (int y = 0; y < ny; y++) {
            int i = z * ny + y;
            if (first[i] > last[i]) continue;
            row.add(new int[] {first[i], y, z});
            if (last[i] > first[i]) row.add(new int[] {last[i], y, z});
        }
        return row.size() < 3 ? row : Chain.around(row, Outline::turn);
    }

    private static long turn(int[] a, int[] b, int[] c) {
        return (long) (b[1] - a[1]) * (c[0] - a[0]) - (long) (b[0] - a[0]) * (c[1] - a[1]);
    }
}
