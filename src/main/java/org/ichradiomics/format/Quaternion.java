package org.ichradiomics.format;

import org.ichradiomics.scan.Affine;

/**
 * The rotation of a NIfTI qform: a = √(1 − b² − c² − d²) ≥ 0, with the third axis turned round when qfac is −1;
 * {@code nifti1.h}, method 2.
 *
 * @param qfac −1 for a left-handed grid, otherwise 1
 */
record Quaternion(double b, double c, double d, int qfac) {

    /** The rotation of an affine whose axes are at right angles. */
    static Quaternion of(Affine affine) {
        double[][] r = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) r[row][axis] = affine.get(row, axis) / affine.length(axis);
        }
        double det = r[0][0] * (r[1][1] * r[2][2] - r[1][2] * r[2][1])
                - r[0][1] * (r[1][0] * r[2][2] - r[1][2] * r[2][0])
                + r[0][2] * (r[1][0] * r[2][1] - r[1][1] * r[2][0]);
        int qfac = det < 0 ? -1 : 1;
        for (int row = 0; row < 3; row++) r[row][2] *= qfac;
        return of(r, qfac);
    }

    /** Divides by the largest of a, b, c, d, so that a half turn (a = 0) is as exact as any other. */
    private static Quaternion of(double[][] r, int qfac) {
        double[] square = {
            1 + r[0][0] + r[1][1] + r[2][2],
            1 + r[0][0] - r[1][1] - r[2][2],
            1 - r[0][0] + r[1][1] - r[2][2],
            1 - r[0][0] - r[1][1] + r[2][2]
        };
        int largest = 0;
        for (int i = 1; i < 4; i++) if (square[i] > square[largest]) largest = i;
        double q = Math.sqrt(square[largest]) / 2;
        double[] abcd = switch (largest) {
            case 0 -> new double[] {q, r[2][1] - r[1][2], r[0][2] - r[2][0], r[1][0] - r[0][1]};
            case 1 -> new double[] {r[2][1] - r[1][2], q, r[0][1] + r[1][0], r[0][2] + r[2][0]};
            case 2 -> new double[] {r[0][2] - r[2][0], r[0][1] + r[1][0], q, r[1][2] + r[2][1]};
            default -> new double[] {r[1][0] - r[0][1], r[0][2] + r[2][0], r[1][2] + r[2][1], q};
        };
        for (int i = 0; i < 4; i++) if (i != largest) abcd[i] /= 4 * q;
        int sign = abcd[0] < 0 ? -1 : 1;
        return new Quaternion(sign * abcd[1], sign * abcd[2], sign * abcd[3], qfac);
    }
}
