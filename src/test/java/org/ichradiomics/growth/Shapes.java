package org.ichradiomics.growth;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/** Lesions for tests of volume. */
final class Shapes {

    /** f : voxel → inside. */
    @FunctionalInterface
    interface Shape {
        boolean contains(int x, int y, int z);
    }

    private Shapes() {}

    static Region of(int nx, int ny, int nz, Spacing spacing, Shape shape) {
        boolean[] inside = new boolean[nx * ny * nz];
        for (int i = 0; i < inside.length; i++) inside[i] = shape.contains(i % nx, i / nx % ny, i / nx / ny);
        try {
            return Region.of(
                    ArrayImgs.doubles(new double[inside.length], nx, ny, nz),
                    ArrayImgs.booleans(inside, nx, ny, nz),
                    spacing);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Slices drawn with any character but a blank or a point; rows are separated by /. */
    static Region drawn(Spacing spacing, String... slices) {
        String[][] rows = new String[slices.length][];
        int nx = 0;
        int ny = 0;
        for (int z = 0; z < slices.length; z++) {
            rows[z] = slices[z].split("/");
            ny = Math.max(ny, rows[z].length);
            for (String row : rows[z]) nx = Math.max(nx, row.length());
        }
        return of(
                nx,
                ny,
                slices.length,
                spacing,
                (x, y, z) -> y < rows[z].length && x < rows[z][y].length() && rows[z][y].charAt(x) != '.');
    }

    /** A row of {@code sizes[z]} voxels on each slice z. */
    static Region rows(Spacing spacing, int... sizes) {
        int longest = 1;
        for (int size : sizes) longest = Math.max(longest, size);
        return of(longest, 1, sizes.length, spacing, (x, y, z) -> x < sizes[z]);
    }

    /**
     * An ellipsoid by its semi-axes in mm, its in-plane axes turned by an angle; a voxel is inside if its centre is.
     */
    static Region ellipsoid(Spacing spacing, double a, double b, double c, double degrees) {
        double reach = Math.max(a, b);
        int nx = 2 * (int) Math.ceil(reach / spacing.x()) + 3;
        int ny = 2 * (int) Math.ceil(reach / spacing.y()) + 3;
        int nz = 2 * (int) Math.ceil(c / spacing.z()) + 3;
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        return of(nx, ny, nz, spacing, (i, j, k) -> {
            double x = (i - (nx - 1) / 2.0) * spacing.x();
            double y = (j - (ny - 1) / 2.0) * spacing.y();
            double z = (k - (nz - 1) / 2.0) * spacing.z();
            double u = (x * cos + y * sin) / a;
            double v = (y * cos - x * sin) / b;
            return u * u + v * v + z * z / (c * c) <= 1;
        });
    }
}
