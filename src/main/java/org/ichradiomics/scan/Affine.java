package org.ichradiomics.scan;

/**
 * Where voxels lie in the patient: (x, y, z, 1) ↦ (right, anterior, superior), in mm; RAS, as NIfTI has it.
 *
 * <pre>
 *   ⎛ right    ⎞   ⎛ m00 m01 m02 m03 ⎞ ⎛ x ⎞
 *   ⎜ anterior ⎟ = ⎜ m10 m11 m12 m13 ⎟ ⎜ y ⎟
 *   ⎝ superior ⎠   ⎝ m20 m21 m22 m23 ⎠ ⎜ z ⎟
 *                                      ⎝ 1 ⎠
 * </pre>
 *
 * Immutable.
 */
public final class Affine {

    /** An axial DICOM stack of 1 mm voxels: x to the left, y to the back, z to the head. */
    public static final Affine LPS = of(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0);

    /** Below this determinant of the unit axes two axes all but coincide, and no axis order means anything. */
    private static final double FLAT = 0.1;

    private final double[] m;

    private Affine(double[] m) {
        this.m = m;
    }

    /**
     * @param rows the matrix row by row: right, anterior, superior
     * @throws IllegalArgumentException if there are not 12 numbers
     */
    public static Affine of(double... rows) {
        if (rows.length != 12) {
            throw new IllegalArgumentException("an affine has 12 numbers, was given " + rows.length);
        }
        return new Affine(rows.clone());
    }

    /** Element in {@code row} 0..2 and {@code column} 0..3, in mm. */
    public double get(int row, int column) {
        return m[4 * row + column];
    }

    /** Distance between neighbouring voxels along {@code axis} 0..2, in mm. */
    public double length(int axis) {
        return Math.hypot(Math.hypot(get(0, axis), get(1, axis)), get(2, axis));
    }

    /**
     * Volume of the cell spanned by the three axes, over that of a box with the same edges: 1 at right angles, less
     * when the axes are oblique to each other, 0 when they lie in a plane.
     */
    public double squareness() {
        double det = get(0, 0) * (get(1, 1) * get(2, 2) - get(1, 2) * get(2, 1))
                - get(0, 1) * (get(1, 0) * get(2, 2) - get(1, 2) * get(2, 0))
                + get(0, 2) * (get(1, 0) * get(2, 1) - get(1, 1) * get(2, 0));
        return Math.abs(det) / (length(0) * length(1) * length(2));
    }

    /**
     * From axes and a first voxel, in mm.
     *
     * @param axis axis[d] leads from a voxel to the next along axis d: right, anterior, superior
     * @param first where voxel (0, 0, 0) lies
     */
    public static Affine of(double[][] axis, double[] first) {
        double[] rows = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int d = 0; d < 3; d++) rows[4 * row + d] = axis[d][row];
            rows[4 * row + 3] = first[row];
        }
        return new Affine(rows);
    }

    /** From the patient to voxel indices; of a usable affine. */
    public Affine inverse() {
        double[] to = new double[12];
        double det = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            for (int row = 0; row < 3; row++) {
                int r1 = (row + 1) % 3;
                int r2 = (row + 2) % 3;
                // Cofactor of (row, i); the cyclic indices carry its sign.
                to[4 * i + row] = get(r1, j) * get(r2, k) - get(r1, k) * get(r2, j);
            }
            if (i == 0) det = get(0, 0) * to[0] + get(1, 0) * to[1] + get(2, 0) * to[2];
        }
        for (int i = 0; i < 3; i++) {
            for (int row = 0; row < 3; row++) to[4 * i + row] /= det;
            to[4 * i + 3] = -(to[4 * i] * get(0, 3) + to[4 * i + 1] * get(1, 3) + to[4 * i + 2] * get(2, 3));
        }
        return new Affine(to);
    }

    /** This after {@code first}: x ↦ this(first(x)). */
    public Affine after(Affine first) {
        double[] to = new double[12];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                to[4 * row + column] = get(row, 0) * first.get(0, column)
                        + get(row, 1) * first.get(1, column)
                        + get(row, 2) * first.get(2, column)
                        + (column == 3 ? get(row, 3) : 0);
            }
        }
        return new Affine(to);
    }

    /** Whether it tells where voxels lie: finite, axes of a possible length, not in one plane. */
    public boolean isUsable() {
        for (double element : m) if (!Double.isFinite(element)) return false;
        for (int axis = 0; axis < 3; axis++) if (!Geometry.isLength(length(axis))) return false;
        return squareness() > FLAT;
    }

    /**
     * Whether it is what programs write that work on plain arrays and have lost the place: voxels of 1 mm from 0 on,
     * along the axes of NIfTI (nibabel) or of DICOM (ITK).
     */
    boolean isDefault() {
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                double element = get(row, column);
                if (row == column ? Math.abs(element) != 1 : element != 0) return false;
            }
        }
        return get(2, 2) == 1 && get(0, 0) == get(1, 1);
    }

    /** The matrix in other units of length. */
    public Affine times(double factor) {
        double[] scaled = m.clone();
        for (int i = 0; i < scaled.length; i++) scaled[i] *= factor;
        return new Affine(scaled);
    }

    /** cos[d][s], the cosine of the angle between axis {@code d} of {@code other} and axis {@code s} of this. */
    public double[][] cosines(Affine other) {
        double[][] cosine = new double[3][3];
        for (int d = 0; d < 3; d++) {
            for (int s = 0; s < 3; s++) {
                double dot = 0;
                for (int row = 0; row < 3; row++) dot += other.get(row, d) * get(row, s);
                cosine[d][s] = dot / (other.length(d) * length(s));
            }
        }
        return cosine;
    }

    /** The same places for a grid of {@code size} voxels (before) whose axes are put in another order. */
    Affine reordered(AxisOrder order, int[] size) {
        double[] to = new double[12];
        for (int row = 0; row < 3; row++) {
            to[4 * row + 3] = get(row, 3);
            for (int d = 0; d < 3; d++) {
                int s = order.source(d);
                double step = get(row, s);
                // 0.0 - step: a stored 0 stays +0.
                to[4 * row + d] = order.isBackwards(d) ? 0.0 - step : step;
                if (order.isBackwards(d)) to[4 * row + 3] += step * (size[s] - 1);
            }
        }
        return new Affine(to);
    }

    /** Position of a voxel along {@code row} (0 right, 1 anterior, 2 superior), in mm. */
    public double at(int row, double x, double y, double z) {
        return get(row, 0) * x + get(row, 1) * y + get(row, 2) * z + get(row, 3);
    }
}
