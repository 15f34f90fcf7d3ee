package org.ichradiomics.filter;

import java.util.stream.IntStream;

import org.ichradiomics.region.VoxelGrid;

/**
 * True convolution of a volume along one of its axes. Whole rows along x are added to whole rows, tap after tap, so
 * that a voxel's sum runs in the order of the taps wherever it lies and however many threads work.
 */
record Convolution(VoxelGrid grid, int axis, Taps taps, Boundary boundary) {

    /** @param values in raster order; left as they are */
    static double[] along(int axis, VoxelGrid grid, double[] values, Taps taps, Boundary boundary) {
        Convolution convolution = new Convolution(grid, axis, taps, boundary);
        double[] out = new double[values.length];
        IntStream.range(0, grid.nz()).parallel().forEach(z -> convolution.slice(z, values, out));
        return out;
    }

    private void slice(int z, double[] in, double[] out) {
        if (axis == 0) alongRows(z, in, out);
        else acrossRows(z, in, out);
    }

    private void alongRows(int z, double[] in, double[] out) {
        int n = grid.nx();
        int last = taps.count() - 1;
        int[] source = boundary.indices(taps.centre() - last, n + last, n);
        double[] row = new double[source.length];
        for (int y = 0; y < grid.ny(); y++) {
            int at = grid.index(0, y, z);
            for (int i = 0; i < row.length; i++) row[i] = source[i] == Boundary.OUTSIDE ? 0 : in[at + source[i]];
            for (int k = 0; k <= last; k++) add(taps.weight(k), row, last - k, out, at, n);
        }
    }

    private void acrossRows(int z, double[] in, double[] out) {
        int n = grid.size(axis);
        for (int y = 0; y < grid.ny(); y++) {
            for (int k = 0; k < taps.count(); k++) {
                int from = boundary.index((axis == 1 ? y : z) + taps.centre() - k, n);
                if (from == Boundary.OUTSIDE) continue;
                int row = axis == 1 ? grid.index(0, from, z) : grid.index(0, y, from);
                add(taps.weight(k), in, row, out, grid.index(0, y, z), grid.nx());
            }
        }
    }

    private static void add(double weight, double[] in, int from, double[] out, int to, int count) {
        if (weight == 0) return; // the holes of à trous
        for (int i = 0; i < count; i++) out[to + i] += weight * in[from + i];
    }
}
