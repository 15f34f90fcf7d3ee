package org.ichradiomics.region;

import java.util.Arrays;

/**
 * Along one axis, which old voxels make up each new one, and how much of each.
 *
 * @param from the first old voxel that is needed
 * @param length how many are needed from there on
 * @param voxel new voxel → old ones, counted from {@code from}; null where the axis stays as it is
 * @param weight of those, in their order
 */
record AxisSamples(int from, int length, int[][] voxel, double[][] weight) {

    /** The axis stays as it is. */
    static AxisSamples same(int from, int length) {
        return new AxisSamples(from, length, null, null);
    }

    /**
     * Of new voxels first, first + 1, …, whose places are counted in the old voxels of the whole axis.
     *
     * @param n old voxels of the axis
     * @param start place of new voxel 0
     * @param step from one to the next
     */
    static AxisSamples of(int n, double start, double step, int first, int count, Interpolation interpolation) {
        int support = interpolation.support();
        int[][] voxel = new int[count][support];
        double[][] weight = new double[count][support];
        int low = n;
        int high = -1;
        for (int k = 0; k < count; k++) {
            double at = Math.min(n - 1.0, Math.max(0, start + (first + k) * step));
            interpolation.weights(at - Math.floor(at), weight[k]);
            for (int j = 0; j < support; j++) {
                voxel[k][j] = mirrored(interpolation.first(at) + j, n);
                if (weight[k][j] == 0) continue;
                low = Math.min(low, voxel[k][j]);
                high = Math.max(high, voxel[k][j]);
            }
        }
        int from = Math.max(0, low - interpolation.reach());
        int end = Math.min(n, high + 1 + interpolation.reach());
        for (int[] old : voxel) {
            for (int j = 0; j < support; j++) old[j] -= from;
        }
        return new AxisSamples(from, end - from, voxel, weight);
    }

    /**
     * The spline's coefficients are mirrored at both ends, like its samples; other neighbours outside have no weight.
     */
    static int mirrored(int k, int n) {
        if (n == 1) return 0;
        int folded = Math.floorMod(k, 2 * n - 2);
        return folded < n ? folded : 2 * n - 2 - folded;
    }

    boolean isSame() {
        return voxel == null;
    }

    /**
     * New voxel k of many lines beside each other.
     *
     * @param line old voxel, counted from {@code from} → line
     */
    void sum(int k, double[][] line, int lines, double[] to) {
        Arrays.fill(to, 0, lines, 0);
        for (int j = 0; j < voxel[k].length; j++) {
            // Not 0 · NaN: a weightless neighbour has no say.
            if (weight[k][j] != 0) add(weight[k][j], line[voxel[k][j]], lines, to);
        }
    }

    private static void add(double weight, double[] line, int lines, double[] to) {
        for (int i = 0; i < lines; i++) to[i] += weight * line[i];
    }
}
