package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.ichradiomics.region.Region;

/**
 * The largest distance between two voxel centres of a lesion, in voxels (the vendor kit ignores the spacing): its
 * square is an integer, and is found exactly.
 *
 * <p>Both ends are corners of their slices' convex hulls. Pairs of slices are tried in falling order of a bound on
 * their distance, until no pair left can be better.
 */
final class Diameter {

    /** Corners of the convex hull of one slice. */
    private record Hull(int z, int[] x, int[] y, int minX, int maxX, int minY, int maxY) {

        static Hull of(int z, int[] x, int[] y) {
            return new Hull(
                    z,
                    x,
                    y,
                    Arrays.stream(x).min().getAsInt(),
                    Arrays.stream(x).max().getAsInt(),
                    Arrays.stream(y).min().getAsInt(),
                    Arrays.stream(y).max().getAsInt());
        }

        /** No two corners of the two slices are farther apart than this, squared. */
        long bound(Hull o) {
            return squared(Math.max(maxX - o.minX, o.maxX - minX), Math.max(maxY - o.minY, o.maxY - minY), z - o.z);
        }

        long farthest(Hull o) {
            long best = 0;
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < o.x.length; j++)
                    best = Math.max(best, squared(x[i] - o.x[j], y[i] - o.y[j], z - o.z));
            }
            return best;
        }
    }

    private record Pair(Hull a, Hull b, long bound) {}

    private Diameter() {}

    /** Voxels; 0 for a single voxel. */
    static double of(Region region) {
        return Math.sqrt(squared(region));
    }

    /** Voxels². */
    static long squared(Region region) {
        List<Hull> hulls = hulls(region);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < hulls.size(); i++) {
            for (int j = i; j < hulls.size(); j++) {
                pairs.add(new Pair(hulls.get(i), hulls.get(j), hulls.get(i).bound(hulls.get(j))));
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::bound).reversed());
        long best = 0;
        for (Pair pair : pairs) {
            if (pair.bound <= best) break;
            best = Math.max(best, pair.a.farthest(pair.b));
        }
        return best;
    }

    private static long squared(long dx, long dy, long dz) {
        return dx * dx + dy * dy + dz * dz;
    }

    private static List<Hull> hulls(Region region) {
        int nx = region.box(0);
        int ny = region.box(1);
        List<Hull> hulls = new ArrayList<>();
        // The first and last voxel of each row suffice; two for each row, sorted by y, then x, as they come.
        int[] x = new int[2 * ny];
        int[] y = new int[2 * ny];
        int n = 0;
        for (int i = 0; i < region.size(); i++) {
            int p = region.position(i);
            int row = p / nx;
            boolean last = i + 1 == region.size() || region.position(i + 1) / nx != row;
            boolean first = i == 0 || region.position(i - 1) / nx != row;
            if (first || last) {
                x[n] = p % nx;
                y[n++] = row % ny;
            }
            if (last && (i + 1 == region.size() || region.position(i + 1) / nx / ny != row / ny)) {
                hulls.add(hull(row / ny, x, y, n));
                n = 0;
            }
        }
        return hulls;
    }

    /** Andrew's monotone chain over points sorted by y, then x. */
    private static Hull hull(int z, int[] x, int[] y, int n) {
        int[] chain = new int[2 * n + 1];
        int size = 0;
        for (int i = 0; i < n; i++) {
            while (size >= 2 && turn(x, y, chain[size - 2], chain[size - 1], i) <= 0) size--;
            chain[size++] = i;
        }
        int lower = size + 1;
        for (int i = n - 2; i >= 0; i--) {
            while (size >= lower && turn(x, y, chain[size - 2], chain[size - 1], i) <= 0) size--;
            chain[size++] = i;
        }
        int corners = Math.max(1, size - 1);
        int[] hullX = new int[corners];
        int[] hullY = new int[corners];
        for (int k = 0; k < corners; k++) {
            hullX[k] = x[chain[k]];
            hullY[k] = y[chain[k]];
        }
        return Hull.of(z, hullX, hullY);
    }

    private static long turn(int[] x, int[] y, int a, int b, int c) {
        return (long) (y[b] - y[a]) * (x[c] - x[a]) - (long) (x[b] - x[a]) * (y[c] - y[a]);
    }
}
