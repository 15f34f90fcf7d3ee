package org.ichradiomics.phantom;

import org.ichradiomics.region.Spacing;

/**
 * The voxels of a stack and where they lie.
 *
 * @param columns voxels along x, to the patient's left
 * @param rows voxels along y, to the back
 * @param slices voxels along z, to the head
 * @param spacing between voxel centres, mm
 * @param x0 centre of the first column, mm
 * @param y0 centre of the first row, mm
 * @param z0 centre of the first slice, mm
 */
record Grid(int columns, int rows, int slices, Spacing spacing, double x0, double y0, double z0) {

    /** A grid whose middle is at (0, 0, 0). */
    static Grid centred(int columns, int rows, int slices, Spacing spacing) {
        return new Grid(
                columns,
                rows,
                slices,
                spacing,
                -spacing.x() * (columns - 1) / 2,
                -spacing.y() * (rows - 1) / 2,
                -spacing.z() * (slices - 1) / 2);
    }

    int size() {
        return columns * rows * slices;
    }

    int index(int column, int row, int slice) {
        return (slice * rows + row) * columns + column;
    }

    double x(int column) {
        return x0 + spacing.x() * column;
    }

    double y(int row) {
        return y0 + spacing.y() * row;
    }

    double z(int slice) {
        return z0 + spacing.z() * slice;
    }

    /** The column whose centre is nearest; there may be no such column. */
    int column(double x) {
        return (int) Math.rint((x - x0) / spacing.x());
    }

    /** The row whose centre is nearest; there may be no such row. */
    int row(double y) {
        return (int) Math.rint((y - y0) / spacing.y());
    }

    /** The slice whose centre is nearest; there may be no such slice. */
    int slice(double z) {
        return (int) Math.rint((z - z0) / spacing.z());
    }

    /** The same block with each voxel cut into across × across × through smaller ones. */
    Grid cut(int across, int through) {
        Spacing fine = new Spacing(spacing.x() / across, spacing.y() / across, spacing.z() / through);
        return new Grid(
                columns * across,
                rows * across,
                slices * through,
                fine,
                x0 - (spacing.x() - fine.x()) / 2,
                y0 - (spacing.y() - fine.y()) / 2,
                z0 - (spacing.z() - fine.z()) / 2);
    }
}
