package org.ichradiomics.region;

import org.ichradiomics.text.InvalidInputException;

/**
 * An image or a mask on a grid of another spacing that has the same middle (IBSI 1, "align grid centres"). Along an
 * axis with n voxels of spacing s and the new spacing t
 *
 * <pre>
 *     n′ = ⌈n s / t⌉        first new centre at (n − 1 − (t/s)(n′ − 1)) / 2, the next ones t/s further, in old voxels
 * </pre>
 *
 * A place outside the old centres takes the value at the border. Axes whose spacing stays are left untouched.
 */
public final class Resampling {

    /** Interpolated masks reach exactly one half (3 mm to 2 mm puts centres midway); rounding must not decide there. */
    private static final double MARGIN = 1e-9;

    /** n s / t a whole number up to rounding is that number, not the next one. */
    private static final double WHOLE = 1e-9;

    private final VoxelGrid from;
    private final VoxelGrid to;

    private Resampling(VoxelGrid from, VoxelGrid to) {
        this.from = from;
        this.to = to;
    }

    /** @throws InvalidInputException if the new grid would be too large to hold in memory */
    public static Resampling of(VoxelGrid from, Spacing spacing) throws InvalidInputException {
        double[] t = {spacing.x(), spacing.y(), spacing.z()};
        double[] n = new double[3];
        for (int axis = 0; axis < 3; axis++)
            n[axis] = Math.max(1, Math.ceil(from.size(axis) * from.spacing(axis) / t[axis] - WHOLE));
        if (n[0] * n[1] * n[2] > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("A spacing of " + t[0] + " × " + t[1] + " × " + t[2]
                    + " mm makes an image of " + (long) n[0] + " × " + (long) n[1] + " × " + (long) n[2]
                    + " voxels, too large to hold in memory: choose a larger spacing.");
        }
        return new Resampling(from, new VoxelGrid((int) n[0], (int) n[1], (int) n[2], spacing));
    }

    /** The new grid. */
    public VoxelGrid grid() {
        return to;
    }

    /** The image on the new grid, not rounded. */
    public VoxelImage of(VoxelImage image, Interpolation interpolation) {
        return new VoxelImage(to, volume(image.values(), interpolation));
    }

    /** Inside is where the interpolated mask (1 inside, 0 outside) is at least one half. */
    public VoxelMask of(VoxelMask mask, Interpolation interpolation) {
        double[] share = new double[from.size()];
        for (int i = 0; i < share.length; i++) share[i] = mask.contains(i) ? 1 : 0;
        double[] resampled = volume(share, interpolation);
        boolean[] inside = new boolean[resampled.length];
        for (int i = 0; i < inside.length; i++) inside[i] = resampled[i] >= 0.5 - MARGIN;
        return new VoxelMask(to, inside);
    }

    /** Axis after axis: linear interpolation and tensor-product splines are separable. */
    private double[] volume(double[] values, Interpolation interpolation) {
        double[] volume = values;
        int[] size = {from.nx(), from.ny(), from.nz()};
        for (int axis = 0; axis < 3; axis++) {
            if (from.spacing(axis) == to.spacing(axis)) continue;
            volume = along(axis, volume, size, interpolation);
            size[axis] = to.size(axis);
        }
        return volume;
    }

    private double[] along(int axis, double[] values, int[] size, Interpolation interpolation) {
        int n = size[axis];
        int m = to.size(axis);
        Samples samples = samples(axis, n, m, interpolation);
        int stride = axis == 0 ? 1 : axis == 1 ? size[0] : size[0] * size[1];
        int outer = values.length / (stride * n);
        double[] out = new double[outer * m * stride];
        double[] line = new double[n];
        for (int o = 0; o < outer; o++) {
            for (int i = 0; i < stride; i++) {
                for (int k = 0, p = o * n * stride + i; k < n; k++, p += stride) line[k] = values[p];
                if (interpolation == Interpolation.CUBIC_SPLINE) SplineCoefficients.of(line);
                for (int k = 0, p = o * m * stride + i; k < m; k++, p += stride) out[p] = samples.value(k, line);
            }
        }
        return out;
    }

    /** Which old voxels make up each new one, and how much of each; the same for every line along an axis. */
    private record Samples(int[][] voxel, double[][] weight) {

        double value(int k, double[] line) {
            double sum = 0;
            for (int j = 0; j < voxel[k].length; j++) {
                if (weight[k][j] != 0)
                    sum += weight[k][j] * line[voxel[k][j]]; // not 0 · NaN: a weightless neighbour has no say
            }
            return sum;
        }
    }

    private Samples samples(int axis, int n, int m, Interpolation interpolation) {
        double step = to.spacing(axis) / from.spacing(axis);
        double start = 0.5 * (n - 1 - step * (m - 1));
        Samples samples = new Samples(new int[m][interpolation.support()], new double[m][interpolation.support()]);
        for (int k = 0; k < m; k++) {
            double at = Math.min(n - 1.0, Math.max(0, start + k * step));
            interpolation.weights(at - Math.floor(at), samples.weight[k]);
            for (int j = 0; j < samples.voxel[k].length; j++)
                samples.voxel[k][j] = mirrored(interpolation.first(at) + j, n);
        }
        return samples;
    }

    /**
     * The spline's coefficients are mirrored at both ends, like its samples; other neighbours outside have no weight.
     */
    private static int mirrored(int k, int n) {
        if (n == 1) return 0;
        int folded = Math.floorMod(k, 2 * n - 2);
        return folded < n ? folded : 2 * n - 2 - folded;
    }
}
