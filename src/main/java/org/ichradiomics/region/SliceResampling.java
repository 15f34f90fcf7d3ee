package org.ichradiomics.region;

/**
 * A box of an image on a new grid, slice by slice and axis after axis: linear interpolation and tensor-product splines
 * are separable. Of the old image only the rows and slices are read that the box depends on. For one thread.
 */
final class SliceResampling {

    private final Slices image;
    private final VoxelBox target;
    private final boolean spline;
    private final AxisSamples x;
    private final AxisSamples y;
    private final AxisSamples z;
    private final double[][] columns;
    private final double[][] rows;
    private final double[][] slice;
    private final double[] row;

    /** @param axes the samples along x, y and z of the target's voxels */
    SliceResampling(Slices image, VoxelBox target, AxisSamples[] axes, Interpolation interpolation) {
        this.image = image;
        this.target = target;
        this.spline = interpolation == Interpolation.CUBIC_SPLINE;
        x = axes[0];
        y = axes[1];
        z = axes[2];
        columns = x.isSame() ? null : new double[x.length()][y.length()];
        rows = new double[y.length()][target.nx()];
        slice = y.isSame() && z.isSame() ? rows : new double[target.ny()][target.nx()];
        row = new double[Math.max(x.length(), y.length())];
    }

    /** Visits the slices of the target in their order. */
    void forEach(Resampling.SliceConsumer consumer) {
        if (z.isSame()) {
            for (int k = 0; k < z.length(); k++) consumer.accept(k, plane(z.from() + k));
            return;
        }
        double[][] planes = new double[z.length()][target.nx() * target.ny()];
        for (int k = 0; k < planes.length; k++) {
            double[][] plane = plane(z.from() + k);
            for (int j = 0; j < plane.length; j++)
                System.arraycopy(plane[j], 0, planes[k], j * target.nx(), target.nx());
        }
        int size = target.nx() * target.ny();
        if (spline) SplineCoefficients.of(planes, size);
        double[] sum = new double[size];
        for (int k = 0; k < target.nz(); k++) {
            z.sum(k, planes, size, sum);
            for (int j = 0; j < target.ny(); j++) System.arraycopy(sum, j * target.nx(), slice[j], 0, target.nx());
            consumer.accept(k, slice);
        }
    }

    /** One old slice, resampled along x and y; good until the next one. */
    private double[][] plane(int atZ) {
        if (x.isSame()) {
            for (int j = 0; j < rows.length; j++) image.read(x.from(), y.from() + j, atZ, x.length(), rows[j], 0);
        } else {
            alongX(atZ);
        }
        if (y.isSame()) return rows;
        if (spline) SplineCoefficients.of(rows, target.nx());
        for (int k = 0; k < target.ny(); k++) y.sum(k, rows, target.nx(), slice[k]);
        return slice;
    }

    /** The rows lie beside each other, so that all are summed at once. */
    private void alongX(int atZ) {
        for (int j = 0; j < rows.length; j++) {
            image.read(x.from(), y.from() + j, atZ, x.length(), row, 0);
            for (int i = 0; i < columns.length; i++) columns[i][j] = row[i];
        }
        if (spline) SplineCoefficients.of(columns, rows.length);
        for (int k = 0; k < target.nx(); k++) {
            x.sum(k, columns, rows.length, row);
            for (int j = 0; j < rows.length; j++) rows[j][k] = row[j];
        }
    }
}
