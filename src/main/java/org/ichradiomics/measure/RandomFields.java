package org.ichradiomics.measure;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.VoxelGrid;

/**
 * Smooth random fields g : {voxels of a grid} → ℝ: normal numbers, in raster order of the whole grid, smoothed in every
 * slice, minus their mean, divided by their SD (N); 0 where nothing varies, as in a picture of one voxel. A field
 * depends on its seed and grid alone, so the cases of a cohort share it. Safe for use by many threads.
 */
public final class RandomFields {

    /** SD of the smoothing, mm. */
    private static final double SIGMA = 3;

    /** Those of two grids, with the seeds of all perturbations. */
    private static final int KEPT = 8;

    private record Key(long seed, VoxelGrid grid) {}

    private final Map<Key, Field> fields = new LinkedHashMap<>(KEPT, 0.75f, true);

    /** One slice of a field, x running fastest; not to be written to. */
    double[] slice(long seed, VoxelGrid grid, int z) {
        return field(new Key(seed, grid)).standardised(z);
    }

    private synchronized Field field(Key key) {
        Field field = fields.computeIfAbsent(key, Field::new);
        if (fields.size() > KEPT) fields.remove(fields.keySet().iterator().next());
        return field;
    }

    /** One field, whose slices stay as long as there is memory for them. */
    private static final class Field {

        private final Key key;
        private final Gaussian gaussian;
        private final List<SoftReference<double[]>> slices = new ArrayList<>();
        private double mean;
        private double sd = Double.NaN;

        Field(Key key) {
            this.key = key;
            this.gaussian = Gaussian.of(SIGMA, key.grid());
            for (int z = 0; z < key.grid().nz(); z++) slices.add(new SoftReference<>(null));
        }

        synchronized double[] standardised(int z) {
            if (Double.isNaN(sd)) measure();
            double[] smooth = smooth(z);
            double[] standardised = new double[smooth.length];
            if (sd == 0) return standardised;
            for (int i = 0; i < smooth.length; i++) standardised[i] = (smooth[i] - mean) / sd;
            return standardised;
        }

        private void measure() {
            double sum = 0;
            for (int z = 0; z < key.grid().nz(); z++) for (double value : smooth(z)) sum += value;
            mean = sum / key.grid().size();
            double squares = 0;
            for (int z = 0; z < key.grid().nz(); z++)
                for (double value : smooth(z)) squares += (value - mean) * (value - mean);
            sd = Math.sqrt(squares / key.grid().size());
        }

        private double[] smooth(int z) {
            double[] kept = slices.get(z).get();
            if (kept != null) return kept;
            double[] slice = new double[key.grid().nx() * key.grid().ny()];
            new NormalNumbers(key.seed()).fill((long) z * slice.length, slice);
            double[] smooth = gaussian.smooth(slice);
            slices.set(z, new SoftReference<>(smooth));
            return smooth;
        }
    }

    /** A Gaussian within a slice, cut off at three SDs, the slice mirrored at its edge. */
    private record Gaussian(VoxelGrid grid, double[] alongX, double[] alongY) {

        static Gaussian of(double mm, VoxelGrid grid) {
            return new Gaussian(
                    grid,
                    taps(mm / grid.spacing().x()),
                    taps(mm / grid.spacing().y()));
        }

        /** Both halves of the kernel, adding up to 1. */
        private static double[] taps(double sigma) {
            int half = (int) Math.ceil(3 * sigma);
            double[] taps = new double[2 * half + 1];
            double sum = 0;
            for (int k = -half; k <= half; k++) {
                taps[half + k] = StrictMath.exp(-0.5 * (k / sigma) * (k / sigma));
                sum += taps[half + k];
            }
            for (int k = 0; k < taps.length; k++) taps[k] /= sum;
            return taps;
        }

        double[] smooth(double[] slice) {
            int nx = grid.nx();
            int ny = grid.ny();
            double[] rows = new double[slice.length];
            int half = alongX.length / 2;
            double[] line = new double[nx + 2 * half];
            for (int y = 0; y < ny; y++) {
                for (int i = 0; i < line.length; i++) line[i] = slice[y * nx + mirrored(i - half, nx)];
                for (int k = 0; k < alongX.length; k++) add(alongX[k], line, k, rows, y * nx, nx);
            }
            double[] smooth = new double[slice.length];
            for (int y = 0; y < ny; y++) {
                for (int k = 0; k < alongY.length; k++)
                    add(alongY[k], rows, mirrored(y + k - alongY.length / 2, ny) * nx, smooth, y * nx, nx);
            }
            return smooth;
        }

        private static void add(double weight, double[] in, int from, double[] out, int to, int count) {
            for (int i = 0; i < count; i++) out[to + i] += weight * in[from + i];
        }

        /** {@code c b a | a b c d | d c b}. */
        private static int mirrored(int at, int n) {
            int place = Math.floorMod(at, 2 * n);
            return Math.min(place, 2 * n - 1 - place);
        }
    }
}
