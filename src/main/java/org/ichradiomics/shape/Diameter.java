package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

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
    private record Hull(int z, int[] x, int[] y, IntSummaryStatistics alongX, IntSummaryStatistics alongY) {

        static Hull of(List<int[]> corners) {
            int[] x = new int[corners.size()];
            int[] y = new int[corners.size()];
            Hull hull = new Hull(corners.get(0)[2], x, y, new IntSummaryStatistics(), new IntSummaryStatistics());
            for (int i = 0; i < x.length; i++) {
                hull.alongX.accept(x[i] = corners.get(i)[0]);
                hull.alongY.accept(y[i] = corners.get(i)[1]);
            }
            return hull;
        }

        /** No two corners of the two slices are farther apart than this, squared. */
        long bound(Hull o) {
            return squared(reach(alongX, o.alongX), reach(alongY, o.alongY), z - o.z);
        }

        private static int reach(IntSummaryStatistics a, IntSummaryStatistics b) {
            return Math.max(a.getMax() - b.getMin(), b.getMax() - a.getMin());
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
        pairs.sort((a, b) -> Long.compare(b.bound, a.bound));
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
        Outline outline = new Outline(ny, region.box(2));
        for (int i = 0; i < region.size(); i++) {
            int p = region.position(i);
            int row = p / nx;
            // The first and last voxel of each row suffice.
            boolean isFirst = i == 0 || region.position(i - 1) / nx != row;
            boolean isLast = i + 1 == region.size() || region.position(i + 1) / nx != row;
            if (isFirst || isLast) outline.add(p % nx, row % ny, row / ny);
        }
        return IntStream.range(0, region.box(2))
                .mapToObj(outline::slice)
                .filter(corners -> !corners.isEmpty())
                .map(Hull::of)
                .toList();
    }
}
