package org.ichradiomics.intensity;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.region.Region;
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

    /** Means of the image in a ball of 1 cm³, whose centre is in the region and which may reach beyond it. */
    public static LocalPeak of(VoxelImage image, Region region) {
        Ball ball = new Ball(image);
        double brightest = region.max();
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < region.size(); i++) {
            double mean = ball.mean(region.at(i, 0), region.at(i, 1), region.at(i, 2));
            global = Math.max(global, mean);
            if (region.hu(i) == brightest) local = Math.max(local, mean);
        }
        return new LocalPeak(local, global);
    }

    /** A ball is a set of rows, and a row's sum the difference of two running sums. */
    private static final class Ball {

        private record Row(int dy, int dz, int reach) {}

        private final VoxelGrid grid;
        private final double[] running;
        private final List<Row> rows = new ArrayList<>();

        Ball(VoxelImage image) {
            grid = image.grid();
            // One place more for each row, where the sum begins with 0.
            running = new double[grid.ny() * grid.nz() * (grid.nx() + 1)];
            for (int row = 0, i = 0; row < grid.ny() * grid.nz(); row++) {
                int at = row * (grid.nx() + 1);
                for (int x = 0; x < grid.nx(); x++, i++, at++) running[at + 1] = running[at] + image.hu(i);
            }
            int ry = (int) (RADIUS / grid.spacing(1));
            int rz = (int) (RADIUS / grid.spacing(2));
            for (int dz = -rz; dz <= rz; dz++) {
                for (int dy = -ry; dy <= ry; dy++) {
                    double y = dy * grid.spacing(1);
                    double z = dz * grid.spacing(2);
                    double left = RADIUS * RADIUS - y * y - z * z;
                    if (left >= 0) rows.add(new Row(dy, dz, (int) (Math.sqrt(left) / grid.spacing(0))));
                }
            }
        }

        double mean(int x, int y, int z) {
            double sum = 0;
            long count = 0;
            for (Row row : rows) {
                int atY = y + row.dy;
                int atZ = z + row.dz;
                if (atY < 0 || atY >= grid.ny() || atZ < 0 || atZ >= grid.nz()) continue;
                int from = Math.max(0, x - row.reach);
                int to = Math.min(grid.nx(), x + row.reach + 1);
                int start = (atZ * grid.ny() + atY) * (grid.nx() + 1);
                sum += running[start + to] - running[start + from];
                count += to - from;
            }
            return sum / count;
        }
    }
}
