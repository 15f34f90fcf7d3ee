package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.ichradiomics.region.VoxelGrid;

/**
 * How a mask agrees with another one.
 *
 * @param dice 2 |A ∩ B| / (|A| + |B|), 0 to 1; 0 where both are empty
 * @param volumeError 100 (|A| − |B|) / |B|, %; infinite or NaN where B is empty
 * @param hd95 mm: the larger of the 95th percentiles (linear) of the distances from the surface voxels of one to the
 *     nearest of the other, centre to centre; a voxel is on the surface if one of its six neighbours is outside the
 *     mask or the image; NaN where one is empty
 */
public record Overlap(double dice, double volumeError, double hd95) {

    /** @throws IllegalArgumentException if a mask has another number of voxels than the grid */
    public static Overlap of(boolean[] mask, boolean[] truth, VoxelGrid grid) {
        if (mask.length != grid.size() || truth.length != grid.size()) {
            throw new IllegalArgumentException("both masks must have the " + grid.size() + " voxels of the grid");
        }
        long a = 0;
        long b = 0;
        long both = 0;
        for (int i = 0; i < mask.length; i++) {
            a += mask[i] ? 1 : 0;
            b += truth[i] ? 1 : 0;
            both += mask[i] && truth[i] ? 1 : 0;
        }
        return new Overlap(2.0 * both / Math.max(1, a + b), 100.0 * (a - b) / b, hd95(mask, truth, grid));
    }

    private static double hd95(boolean[] mask, boolean[] truth, VoxelGrid grid) {
        int[] a = surface(mask, grid);
        int[] b = surface(truth, grid);
        if (a.length == 0 || b.length == 0) return Double.NaN;
        return Math.max(percentile(distances(a, b, grid)), percentile(distances(b, a, grid)));
    }

    private static int[] surface(boolean[] set, VoxelGrid grid) {
        return IntStream.range(0, set.length)
                .filter(i -> set[i] && !isWithin(set, grid, Voxel.of(grid, i)))
                .toArray();
    }

    private static boolean isWithin(boolean[] set, VoxelGrid grid, Voxel v) {
        return in(set, grid, v.x() - 1, v.y(), v.z())
                && in(set, grid, v.x() + 1, v.y(), v.z())
                && in(set, grid, v.x(), v.y() - 1, v.z())
                && in(set, grid, v.x(), v.y() + 1, v.z())
                && in(set, grid, v.x(), v.y(), v.z() - 1)
                && in(set, grid, v.x(), v.y(), v.z() + 1);
    }

    private static boolean in(boolean[] set, VoxelGrid grid, int x, int y, int z) {
        return new Voxel(x, y, z).isIn(grid) && set[grid.index(x, y, z)];
    }

    private static double[] distances(int[] from, int[] to, VoxelGrid grid) {
        Voxel[] targets = Arrays.stream(to).mapToObj(i -> Voxel.of(grid, i)).toArray(Voxel[]::new);
        return Arrays.stream(from)
                .mapToDouble(i -> {
                    Voxel v = Voxel.of(grid, i);
                    double nearest = Double.POSITIVE_INFINITY;
                    for (Voxel target : targets) nearest = Math.min(nearest, v.squaredDistance(target, grid));
                    return Math.sqrt(nearest);
                })
                .sorted()
                .toArray();
    }

    private static double percentile(double[] sorted) {
        double place = (sorted.length - 1) * 0.95;
        int below = (int) place;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }
}
