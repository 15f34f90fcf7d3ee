package org.ichradiomics.scan;

import java.util.Optional;

/**
 * A grid whose slices are shifted sideways from one to the next, as a tilted gantry leaves them:
 *
 * <pre>
 *   upright   ▭▭▭▭          sheared   ▭▭▭▭         distance: between slices along their normal,
 *             ▭▭▭▭                     ▭▭▭▭        step:     from voxel to voxel, which is longer
 *             ▭▭▭▭                      ▭▭▭▭
 * </pre>
 *
 * @param axis along which the slices follow each other: the one of which the other two are most at right angles; of two
 *     that are alike, the one whose slices have square pixels, else the last
 * @param distance |det| over the area of a pixel, in mm: the slice distance, if the axes of a slice are at right angles
 * @param cosine between the step and the normal
 * @param isPlane whether the axes of a slice are at right angles
 */
public record Shear(int axis, double distance, double cosine, boolean isPlane) {

    /** Volumes that differ by less than 1 in 10⁶ differ by the rounding of a header. */
    private static final double SQUARE = 1 - 1e-6;

    /** Cosines below are those of right angles, and edges that agree so far are equal: headers are rounded. */
    private static final double ROUNDED = 1e-3;

    /** Relative rounding of a determinant of float32. */
    private static final double FLOAT = 2e-7;

    private static final int MOST_DECIMALS = 8;

    /** Empty if the axes are at right angles. */
    public static Optional<Shear> of(Affine affine) {
        double squareness = affine.squareness();
        if (squareness >= SQUARE) return Optional.empty();
        int axis = axis(affine);
        boolean isPlane = Math.abs(cosine(affine, (axis + 1) % 3, (axis + 2) % 3)) < ROUNDED;
        return Optional.of(new Shear(axis, inItsDigits(affine.length(axis) * squareness), squareness, isPlane));
    }

    private static int axis(Affine affine) {
        int best = 2;
        for (int axis = 1; axis >= 0; axis--) {
            double here = oblique(affine, axis);
            double there = oblique(affine, best);
            boolean alike = Math.abs(here - there) < ROUNDED;
            if (alike ? hasSquarePixels(affine, axis) && !hasSquarePixels(affine, best) : here < there) best = axis;
        }
        return best;
    }

    /** How far the other two axes are from a right angle. */
    private static double oblique(Affine affine, int axis) {
        return Math.abs(cosine(affine, (axis + 1) % 3, (axis + 2) % 3));
    }

    private static boolean hasSquarePixels(Affine affine, int axis) {
        double width = affine.length((axis + 1) % 3);
        return Math.abs(affine.length((axis + 2) % 3) - width) <= ROUNDED * width;
    }

    private static double cosine(Affine affine, int a, int b) {
        return affine.cosines(affine)[a][b];
    }

    /** The shortest decimal within the rounding of a header: 5 rather than 4.99999988. */
    private static double inItsDigits(double mm) {
        for (int decimals = 0; decimals < MOST_DECIMALS; decimals++) {
            double scale = Math.pow(10, decimals);
            double rounded = Math.rint(mm * scale) / scale;
            if (Math.abs(rounded - mm) <= FLOAT * mm) return rounded;
        }
        return mm;
    }

    /** Between the step from slice to slice and the normal. */
    double degrees() {
        return Math.toDegrees(Math.acos(cosine));
    }

    /** The same grid with its slices put straight above the first one. */
    Affine upright(Affine sheared) {
        double[] a = column(sheared, (axis + 1) % 3);
        double[] b = column(sheared, (axis + 2) % 3);
        double[] step = column(sheared, axis);
        double[] normal = {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
        double length = Math.sqrt(dot(normal, normal));
        double along = Math.signum(dot(normal, step)) * distance;
        double[][] axes = {column(sheared, 0), column(sheared, 1), column(sheared, 2)};
        for (int row = 0; row < 3; row++) axes[axis][row] = normal[row] / length * along;
        return Affine.of(axes, column(sheared, 3));
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double[] column(Affine affine, int column) {
        return new double[] {affine.get(0, column), affine.get(1, column), affine.get(2, column)};
    }
}
