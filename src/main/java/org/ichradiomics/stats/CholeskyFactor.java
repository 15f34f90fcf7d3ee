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
            FourVectors four = FourVectors.of(rows, k);
            for (int i = top; i < bottom; i++) {
                four.addTo(rows[i], Math.max(left, i), right, -four.a()[i], -four.b()[i], -four.c()[i], -four.d()[i]);
            }
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
            double[] products = FourVectors.of(rows, j).times(b, j + AT_ONCE, size);
            for (int q = 0; q < AT_ONCE; q++) b[j + q] -= products[q];
            for (int i = j + AT_ONCE - 1; i >= j; i--) backward(b, i, j + AT_ONCE);
        }
    }

    /** The elements of b behind those of the factor stay as they are. */
    private void forward(double[] b) {
        int j = 0;
        for (; j + AT_ONCE <= size; j += AT_ONCE) {
            for (int i = j; i < j + AT_ONCE; i++) forward(b, i, j + AT_ONCE);
            FourVectors.of(rows, j).addTo(b, j + AT_ONCE, size, -b[j], -b[j + 1], -b[j + 2], -b[j + 3]);
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
