package org.ichradiomics.stats;

import java.util.Arrays;

/** L' of a symmetric positive definite matrix LL', which may get further columns without computing the rest again. */
final class CholeskyFactor {

    /** Rows at a time, which share the rows above them. */
    private static final int STRIP = 32;

    /** Columns at a time: four rows of these lie in the processor's nearest cache. */
    private static final int TILE = 512;

    private static final int AT_ONCE = 4;

    /** Upper triangle; longer than {@link #size}. */
    private double[][] rows;

    private int size;

    private CholeskyFactor(double[][] rows) {
        this.rows = rows;
        this.size = rows.length;
    }

    /**
     * @param matrix whose upper triangle becomes the factor
     * @return null if the matrix is not positive definite
     */
    static CholeskyFactor of(double[][] matrix) {
        int n = matrix.length;
        for (int top = 0; top < n; top += STRIP) {
            int bottom = Math.min(top + STRIP, n);
            for (int left = top; left < n; left += TILE)
                subtractAbove(matrix, top, bottom, left, Math.min(left + TILE, n));
            for (int i = top; i < bottom; i++) {
                double[] row = matrix[i];
                for (int k = top; k < i; k++) subtract(row, i, matrix[k], matrix[k][i]);
                if (!(row[i] > 0)) return null;
                double root = Math.sqrt(row[i]);
                for (int j = i; j < n; j++) row[j] /= root;
            }
        }
        return new CholeskyFactor(matrix);
    }

    private static void subtractAbove(double[][] rows, int top, int bottom, int left, int right) {
        for (int k = 0; k < top; k += AT_ONCE) {
            double[] a = rows[k];
            double[] b = rows[k + 1];
            double[] c = rows[k + 2];
            double[] d = rows[k + 3];
            for (int i = top; i < bottom; i++)
                FourVectors.add(rows[i], Math.max(left, i), right, -a[i], a, -b[i], b, -c[i], c, -d[i], d);
        }
    }

    private static void subtract(double[] row, int from, double[] other, double times) {
        for (int j = from; j < row.length; j++) row[j] -= times * other[j];
    }

    int size() {
        return size;
    }

    /**
     * The factor of the matrix with one more column.
     *
     * @param column of the larger matrix, the diagonal element last
     * @return whether that matrix is positive definite; if not, this stays as it is
     */
    boolean append(double[] column) {
        double[] solved = column.clone();
        forward(solved);
        double pivot = column[size];
        for (int k = 0; k < size; k++) pivot -= solved[k] * solved[k];
        if (!(pivot > 0)) return false;
        if (rows.length == 0 || rows[0].length == size) enlarge();
        for (int k = 0; k < size; k++) rows[k][size] = solved[k];
        rows[size][size] = Math.sqrt(pivot);
        size++;
        return true;
    }

    private void enlarge() {
        int room = size + size / 4 + AT_ONCE;
        double[][] larger = new double[room][];
        for (int k = 0; k < room; k++) larger[k] = k < size ? Arrays.copyOf(rows[k], room) : new double[room];
        rows = larger;
    }

    /** b becomes (LL')⁻¹b; along the rows of L' both ways, four at a time. */
    void solve(double[] b) {
        forward(b);
        int j = size;
        for (; j % AT_ONCE != 0; j--) backward(b, j - 1, size);
        for (j -= AT_ONCE; j >= 0; j -= AT_ONCE) {
            double[] p = rows[j];
            double[] q = rows[j + 1];
            double[] r = rows[j + 2];
            double[] s = rows[j + 3];
            double bp = 0;
            double bq = 0;
            double br = 0;
            double bs = 0;
            for (int i = j + AT_ONCE; i < size; i++) {
                bp += p[i] * b[i];
                bq += q[i] * b[i];
                br += r[i] * b[i];
                bs += s[i] * b[i];
            }
            b[j] -= bp;
            b[j + 1] -= bq;
            b[j + 2] -= br;
            b[j + 3] -= bs;
            for (int i = j + AT_ONCE - 1; i >= j; i--) backward(b, i, j + AT_ONCE);
        }
    }

    /** The elements of b behind those of the factor stay as they are. */
    private void forward(double[] b) {
        int j = 0;
        for (; j + AT_ONCE <= size; j += AT_ONCE) {
            for (int i = j; i < j + AT_ONCE; i++) forward(b, i, j + AT_ONCE);
            FourVectors.add(
                    b,
                    j + AT_ONCE,
                    size,
                    -b[j],
                    rows[j],
                    -b[j + 1],
                    rows[j + 1],
                    -b[j + 2],
                    rows[j + 2],
                    -b[j + 3],
                    rows[j + 3]);
        }
        for (; j < size; j++) forward(b, j, size);
    }

    private void forward(double[] b, int j, int end) {
        double[] row = rows[j];
        b[j] /= row[j];
        double here = b[j];
        for (int i = j + 1; i < end; i++) b[i] -= here * row[i];
    }

    private void backward(double[] b, int j, int end) {
        double[] row = rows[j];
        double sum = 0;
        for (int i = j + 1; i < end; i++) sum += row[i] * b[i];
        b[j] = (b[j] - sum) / row[j];
    }
}
