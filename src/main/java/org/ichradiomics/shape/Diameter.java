package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.Comparator;
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
    private record Hull(int[][] corners, IntSummaryStatistics x, IntSummaryStatistics y) {

        static Hull of(List<int[]> corners) {
            return new Hull(
                    corners.toArray(int[][]::new),
                    corners.stream().mapToInt(p -> p[0]).summaryStatistics(),
                    corners.stream().mapToInt(p -> p[1]).summaryStatistics());
        }

        /** No two corners of the two slices are farther apart than this, squared. */
        long bound(Hull o) {
            return squared(reach(x, o.x), reach(y, o.y), corners[0][2] - o.corners[0][2]);
        }

        private static int reach(IntSummaryStatistics a, IntSummaryStatistics b) {
            return Math.max(a.getMax() - b.getMin(), b.getMax() - a.getMin());
        }

        long farthest(Hull o) {
            long best = 0;
            for (int[] p : corners) {
                for (int[] q : o.corners) best = Math.max(best, squared(p[0] - q[0], p[1] - q[1], p[2] - q[2]));
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
        Outline outline = new Outline(ny, region.box(2));
        for (int i = 0; i < region.size(); i++) {
            int p = region.position(i);
            outline.add(p % nx, p / nx % ny, p / nx / ny);
        }
        return IntStream.range(0, region.box(2))
                .mapToObj(outline::slice)
                .filter(corners -> !corners.isEmpty())
                .map(Hull::of)
                .toList();
    }
}
