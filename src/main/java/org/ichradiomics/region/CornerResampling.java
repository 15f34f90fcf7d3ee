package org.ichradiomics.region;

import java.util.Arrays;

/**
 * An image on a grid of another spacing whose first voxel lies anywhere, the axes parallel: the interpolation of ITK
 * ({@code itk::ResampleImageFilter}, ITK 5.2.1), which IBSI's {@link Resampling} is not. Places up to half a voxel
 * beyond the outer centres belong to the image, where the spline goes on as in a mirror; what lies beyond is 0.
 */
public final class CornerResampling {

    private static final double SAME = 1e-9;

    private final VoxelImage image;
    private final VoxelGrid to;
    private final double[][] places;
    private final Interpolation interpolation;

    private CornerResampling(VoxelImage image, VoxelGrid to, double[][] places, Interpolation interpolation) {
        this.image = image;
        this.to = to;
        this.places = places;
        this.interpolation = interpolation;
    }

    /**
     * The image on the new grid.
     *
     * @param image all of it
     * @param places axis → where each new voxel lies, in old voxels; evenly spaced but for rounding, which decides over
     *     whole numbers that are truncated
     */
    public static VoxelImage of(VoxelImage image, VoxelGrid to, double[][] places, Interpolation interpolation) {
        return VoxelImage.of(to, new CornerResampling(image, to, places, interpolation).values());
    }

    private double[] values() {
        int[] first = {first(0), first(1), first(2)};
        int[] count = {end(0) - first[0], end(1) - first[1], end(2) - first[2]};
        double[][] planes = new double[count[2]][];
        double[][] columns = new double[count[0]][count[1]];
        double[][] rows = new double[count[1]][to.nx()];
        double[] row = new double[Math.max(count[0], count[1])];
        for (int z = 0; z < count[2]; z++) {
            for (int y = 0; y < count[1]; y++) {
                image.read(first[0], first[1] + y, first[2] + z, count[0], row, 0);
                for (int x = 0; x < count[0]; x++) columns[x][y] = row[x];
            }
            double[][] along = along(0, columns, count[1], first[0]);
            for (int x = 0; x < to.nx(); x++) {
                for (int y = 0; y < count[1]; y++) rows[y][x] = along[x][y];
            }
            planes[z] = joined(along(1, rows, to.nx(), first[1]), to.nx());
        }
        return joined(along(2, planes, to.nx() * to.ny(), first[2]), to.nx() * to.ny());
    }

    private static double[] joined(double[][] lines, int length) {
        double[] joined = new double[lines.length * length];
        for (int k = 0; k < lines.length; k++) System.arraycopy(lines[k], 0, joined, k * length, length);
        return joined;
    }

    /** Whether new voxels lie on old ones, so that a spline has nothing to do. */
    private boolean isSame(int axis) {
        return interpolation == Interpolation.CUBIC_SPLINE
                && Arrays.stream(places[axis]).allMatch(at -> Math.abs(at - Math.rint(at)) < SAME);
    }

    private int reach(int axis) {
        return isSame(axis) ? 0 : interpolation.reach();
    }

    /** First old voxel that is needed along an axis. */
    private int first(int axis) {
        double low = Math.floor(places[axis][0]) - 1 - reach(axis);
        return (int) Math.max(0, Math.min(image.grid().size(axis) - 1.0, low));
    }

    /** The old voxel behind the last that is needed along an axis. */
    private int end(int axis) {
        double high = Math.ceil(places[axis][to.size(axis) - 1]) + 2 + reach(axis);
        return (int) Math.max(first(axis) + 1.0, Math.min(image.grid().size(axis), high));
    }

    /** @param line old voxel, counted from the first → samples; of a spline its coefficients afterwards */
    private double[][] along(int axis, double[][] line, int lines, int first) {
        int n = image.grid().size(axis);
        boolean isSpline = interpolation == Interpolation.CUBIC_SPLINE && !isSame(axis);
        if (isSpline) SplineCoefficients.of(line, lines);
        double[][] values = new double[to.size(axis)][lines];
        for (int k = 0; k < values.length; k++) {
            double at = places[axis][k];
            if (!(at >= -0.5 && at < n - 0.5)) continue;
            if (isSpline) spline(line, lines, first, n, at, values[k]);
            else if (interpolation == Interpolation.NEAREST || isSame(axis))
                System.arraycopy(line[(int) Math.floor(at + 0.5) - first], 0, values[k], 0, lines);
            else straight(line, lines, first, n, at, values[k]);
        }
        return values;
    }

    /** a + d (b − a), as ITK rounds it. */
    private static void straight(double[][] line, int lines, int first, int n, double at, double[] to) {
        int low = (int) Math.max(0, Math.floor(at));
        double d = at - low;
        double[] a = line[low - first];
        double[] b = line[Math.min(n - 1, low + 1) - first];
        if (d <= 0) System.arraycopy(a, 0, to, 0, lines);
        else for (int i = 0; i < lines; i++) to[i] = a[i] + (b[i] - a[i]) * d;
    }

    private static void spline(double[][] line, int lines, int first, int n, double at, double[] to) {
        int low = (int) Math.floor(at);
        double w = at - low;
        double last = w * w * w / 6;
        double zeroth = 1.0 / 6 + 0.5 * w * (w - 1) - last;
        double second = w + zeroth - 2 * last;
        double[] weights = {zeroth, 1 - zeroth - second - last, second, last};
        for (int j = 0; j < weights.length; j++) {
            double[] from = line[AxisSamples.mirrored(low - 1 + j, n) - first];
            for (int i = 0; i < lines; i++) to[i] += weights[j] * from[i];
        }
    }
}
