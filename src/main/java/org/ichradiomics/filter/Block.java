package org.ichradiomics.filter;

import java.util.stream.IntStream;

import org.ichradiomics.region.VoxelGrid;

/**
 * A box of numbers without spacing, in raster order.
 *
 * @param values nx · ny · nz of them; not to be written to
 */
record Block(int nx, int ny, int nz, double[] values) {

    static Block of(VoxelGrid grid, double[] values) {
        return new Block(grid.nx(), grid.ny(), grid.nz(), values);
    }

    /** With a margin of voxels on both sides of each axis, which the boundary fills. */
    Block padded(int[] margin, Boundary boundary) {
        int[] x = boundary.indices(-margin[0], nx + 2 * margin[0], nx);
        int[] y = boundary.indices(-margin[1], ny + 2 * margin[1], ny);
        int[] z = boundary.indices(-margin[2], nz + 2 * margin[2], nz);
        double[] padded = new double[Math.multiplyExact(Math.multiplyExact(x.length, y.length), z.length)];
        IntStream.range(0, z.length)
                .parallel()
                .filter(k -> z[k] != Boundary.OUTSIDE)
                .forEach(k -> {
                    for (int j = 0; j < y.length; j++) {
                        if (y[j] == Boundary.OUTSIDE) continue;
                        int row = (z[k] * ny + y[j]) * nx;
                        int at = (k * y.length + j) * x.length;
                        for (int i = 0; i < x.length; i++)
                            padded[at + i] = x[i] == Boundary.OUTSIDE ? 0 : values[row + x[i]];
                    }
                });
        return new Block(x.length, y.length, z.length, padded);
    }

    /** Without that margin again. */
    double[] cropped(int[] margin) {
        int cx = nx - 2 * margin[0];
        int cy = ny - 2 * margin[1];
        int cz = nz - 2 * margin[2];
        double[] cropped = new double[cx * cy * cz];
        for (int z = 0; z < cz; z++) {
            for (int y = 0; y < cy; y++) {
                int from = ((z + margin[2]) * ny + y + margin[1]) * nx + margin[0];
                System.arraycopy(values, from, cropped, (z * cy + y) * cx, cx);
            }
        }
        return cropped;
    }
}
