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

    void add(int[] point) {
        int row = point[2] * ny + point[1];
        first[row] = Math.min(first[row], point[0]);
        last[row] = Math.max(last[row], point[0]);
    }

    /** In the order of the slices. */
    int[][] points() {
        List<int[]> points = new ArrayList<>();
        for (int z = 0; z < nz; z++) points.addAll(slice(z));
        return points.toArray(int[][]::new);
    }

    /** Andrew's monotone chain; points on an edge of the hull are left out. */
    private List<int[]> slice(int z) {
        List<int[]> row = new ArrayList<>();
        for (int y = 0; y < ny; y++) {
            int i = z * ny + y;
            if (first[i] > last[i]) continue;
            row.add(new int[] {first[i], y, z});
            if (last[i] > first[i]) row.add(new int[] {last[i], y, z});
        }
        if (row.size() < 3) return row;
        List<int[]> hull = new ArrayList<>();
        for (int[] p : row) push(hull, p, 2);
        int lower = hull.size() + 1;
        for (int i = row.size() - 2; i >= 0; i--) push(hull, row.get(i), lower);
        return hull.subList(0, hull.size() - 1);
    }

    private static void push(List<int[]> hull, int[] p, int keep) {
        while (hull.size() >= keep && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0)
            hull.remove(hull.size() - 1);
        hull.add(p);
    }

    private static long turn(int[] a, int[] b, int[] c) {
        return (long) (b[1] - a[1]) * (c[0] - a[0]) - (long) (b[0] - a[0]) * (c[1] - a[1]);
    }
}
