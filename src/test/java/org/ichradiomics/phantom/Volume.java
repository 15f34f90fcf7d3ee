package org.ichradiomics.phantom;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** A quantity on a grid: one number per voxel, x fastest, then y, then z. Immutable. */
final class Volume {

    private final Grid grid;
    private final double[] values;

    private Volume(Grid grid, double[] values) {
        this.grid = grid;
        this.values = values;
    }

    /** @param values one for each voxel of the grid, x fastest; not copied */
    static Volume of(Grid grid, double[] values) {
        return new Volume(grid, values);
    }

    /** The field at the voxel centres. */
    static Volume of(Field field, Grid grid) {
        double[] values = new double[grid.size()];
        // Every slice by itself, and every voxel from its place alone: the same bits for any number of threads.
        IntStream.range(0, grid.slices()).parallel().forEach(k -> {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    values[grid.index(i, j, k)] = field.at(grid.x(i), grid.y(j), grid.z(k));
                }
            }
        });
        return new Volume(grid, values);
    }

    /**
     * What a scanner with voxels of that size sees of a field: its mean over across × across × through points of each
     * voxel.
     */
    static Volume of(Field field, Grid grid, int across, int through) {
        return of(field, grid.cut(across, through)).means(grid, across, through);
    }

    /** White noise of mean 0 and SD 1. */
    static Volume noise(Grid grid, Dice dice) {
        double[] values = new double[grid.size()];
        for (int i = 0; i < values.length; i++) values[i] = dice.gaussian();
        return new Volume(grid, values);
    }

    Grid grid() {
        return grid;
    }

    double get(int index) {
        return values[index];
    }

    double[] toArray() {
        return values.clone();
    }

    Volume map(DoubleUnaryOperator function) {
        double[] mapped = new double[values.length];
        for (int i = 0; i < mapped.length; i++) mapped[i] = function.applyAsDouble(values[i]);
        return new Volume(grid, mapped);
    }

    /** The means of blocks of across × across × through voxels, on the grid of those blocks. */
    Volume means(Grid coarse, int across, int through) {
        double[] sums = new double[coarse.size()];
        for (int k = 0; k < grid.slices(); k++) {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    sums[coarse.index(i / across, j / across, k / through)] += values[grid.index(i, j, k)];
                }
            }
        }
        return new Volume(coarse, sums).map(sum -> sum / (across * across * through));
    }

    /** Smoothed within each slice by a Gaussian; at the border the last voxel goes on for ever. */
    Volume blurred(double sigma) {
        double[] alongX = kernel(sigma / grid.spacing().x());
        double[] alongY = kernel(sigma / grid.spacing().y());
        return smoothed(alongX, 1, 0).smoothed(alongY, 0, 1);
    }

    /** {@link #blurred} and scaled so that white noise keeps its SD. */
    Volume grained(double sigma) {
        double gain = norm(kernel(sigma / grid.spacing().x()))
                * norm(kernel(sigma / grid.spacing().y()));
        return blurred(sigma).map(value -> value / gain);
    }

    private Volume smoothed(double[] kernel, int stepX, int stepY) {
        int reach = kernel.length / 2;
        double[] smooth = new double[values.length];
        for (int k = 0; k < grid.slices(); k++) {
            for (int j = 0; j < grid.rows(); j++) {
                for (int i = 0; i < grid.columns(); i++) {
                    double sum = 0;
                    for (int t = -reach; t <= reach; t++) {
                        int x = Math.min(Math.max(i + t * stepX, 0), grid.columns() - 1);
                        int y = Math.min(Math.max(j + t * stepY, 0), grid.rows() - 1);
                        sum += kernel[t + reach] * values[grid.index(x, y, k)];
                    }
                    smooth[grid.index(i, j, k)] = sum;
                }
            }
        }
        return new Volume(grid, smooth);
    }

    private static double[] kernel(double sigma) {
        int reach = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int t = -reach; t <= reach; t++) {
            kernel[t + reach] = sigma == 0 ? 1 : StrictMath.exp(-t * t / (2 * sigma * sigma));
            sum += kernel[t + reach];
        }
        for (int t = 0; t < kernel.length; t++) kernel[t] /= sum;
        return kernel;
    }

    private static double norm(double[] kernel) {
        double sum = 0;
        for (double weight : kernel) sum += weight * weight;
        return Math.sqrt(sum);
    }
}
