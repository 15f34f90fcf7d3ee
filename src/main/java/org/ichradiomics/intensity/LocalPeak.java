package org.ichradiomics.intensity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;

/**
 * Means over balls of 1 cm³ around voxels of a region. All voxels of the image count whose centre lies within r = 10
 * ∛(3 / 4π) = 6.2035 mm, those outside the region too.
 *
 * @param local the mean around the brightest voxel of the region; of several such voxels the highest mean, HU
 * @param global the highest mean around any voxel of the region, HU
 */
public record LocalPeak(double local, double global) {

    /** mm. */
    private static final double RADIUS = 10 * Math.cbrt(3 / (4 * Math.PI));

    /** How many voxels beyond a region along x, y and z its balls reach. */
    public static int[] reach(Spacing spacing) {
        return new int[] {voxels(spacing.x()), voxels(spacing.y()), voxels(spacing.z())};
    }

    private static int voxels(double mm) {
        return (int) (RADIUS / mm);
    }

    /**
     * Means of the image in a ball of 1 cm³, whose centre is in the region and which may reach beyond it.
     *
     * @param image holds the region's box and as far as balls {@link #reach} beyond it
     */
    public static LocalPeak of(VoxelImage image, Region region) {
        Ball ball = new Ball(image);
        double brightest = region.max();
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        double[] mean = new double[region.box(0)];
        int next = 0;
        while (next < region.size()) {
            int row = region.position(next) / region.box(0);
            int from = next;
            while (next < region.size() && region.position(next) / region.box(0) == row) next++;
            int x = region.at(from, 0);
            ball.means(x, region.at(next - 1, 0) - x + 1, region.at(from, 1), region.at(from, 2), mean);
            for (int i = from; i < next; i++) {
                double here = mean[region.at(i, 0) - x];
                global = Math.max(global, here);
                if (region.hu(i) == brightest) local = Math.max(local, here);
            }
        }
        return new LocalPeak(local, global);
    }

    /**
     * A ball is a set of rows, and a row's sum the difference of two running sums. The balls around a row of voxels are
     * taken together, each of their rows for all of them.
     */
    private static final class Ball {

        private record Row(int dy, int dz, int reach) {}

        private final VoxelGrid grid;
        private final VoxelBox box;
        private final double[][] running;
        private final List<Row> rows = new ArrayList<>();

        Ball(VoxelImage image) {
            grid = image.grid();
            box = image.box();
            int[] far = LocalPeak.reach(grid.spacing());
            // At both ends the sums stay what they are for as long as a ball may reach beyond the image.
            running = new double[box.ny() * box.nz()][box.nx() + 2 * far[0] + 1];
            for (int row = 0, i = 0; row < running.length; row++) {
                double[] sum = running[row];
                int at = far[0];
                for (int x = 0; x < box.nx(); x++, i++, at++) sum[at + 1] = sum[at] + image.hu(i);
                Arrays.fill(sum, at + 1, sum.length, sum[at]);
            }
            for (int dz = -far[2]; dz <= far[2]; dz++) {
                for (int dy = -far[1]; dy <= far[1]; dy++) {
                    double y = dy * grid.spacing(1);
                    double z = dz * grid.spacing(2);
                    double left = RADIUS * RADIUS - y * y - z * z;
                    if (left >= 0) rows.add(new Row(dy, dz, (int) (Math.sqrt(left) / grid.spacing(0))));
                }
            }
        }

        /** Around so many voxels from (x, y, z) on. */
        void means(int x, int count, int y, int z, double[] mean) {
            Arrays.fill(mean, 0, count, 0);
            long[] voxels = new long[count];
            long whole = 0;
            int far = (running[0].length - box.nx() - 1) / 2;
            for (Row row : rows) {
                int atY = y + row.dy;
                int atZ = z + row.dz;
                if (atY < 0 || atY >= grid.ny() || atZ < 0 || atZ >= grid.nz()) continue;
                double[] sum = running[(atZ - box.z()) * box.ny() + atY - box.y()];
                int middle = x - box.x() + far;
                add(sum, middle - row.reach, middle + row.reach + 1, mean, count);
                if (x >= row.reach && x + count + row.reach <= grid.nx()) {
                    whole += 2 * row.reach + 1;
                    continue;
                }
                for (int i = 0; i < count; i++) {
                    int from = Math.max(0, x + i - row.reach);
                    voxels[i] += Math.min(grid.nx(), x + i + row.reach + 1) - from;
                }
            }
            for (int i = 0; i < count; i++) mean[i] /= voxels[i] + whole;
        }

        private static void add(double[] running, int from, int to, double[] sum, int count) {
            for (int i = 0; i < count; i++) sum[i] += running[to + i] - running[from + i];
        }
    }
}
