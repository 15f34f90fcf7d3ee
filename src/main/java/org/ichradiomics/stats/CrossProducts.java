package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * H = Z'WZ/n of the columns Z = (1, u₁, …) that a fit works with at present, W being the weights of one point. A matrix kept from an earlier
 * point still leads to the same minimum, in more steps; the columns can be added to without computing the rest again.
 */
final class CrossProducts {

    /** Patients at a time: the block of all columns then stays in the processor's cache. */
    private static final int BLOCK = 256;
    private static final int TILE = 256;
    private static final int STRIP = 32;
    private static final int AT_ONCE = 8;

    private final Standardised x;
    private double[] weights;
    private int[] features = new int[0];
    private int size;
    private double[][] h = new double[0][];
    private final ActiveSystem system = new ActiveSystem();

    CrossProducts(Standardised x) {
        this.x = x;
    }

    /** Starts anew with other weights and columns. */
    void of(double[] newWeights, int[] newFeatures, int count) {
        weights = newWeights.clone();
        size = 0;
        add(newFeatures, count);
        system.of(h, size);
    }

    /** Appends columns; the intercept is always column 0. */
    void add(int[] more, int count) {
        int before = size;
        int known = Math.max(size - 1, 0);
        reserve(known + count);
        System.arraycopy(more, 0, features, known, count);
        size = known + count + 1;
        for (int start = 0; start < x.patients(); start += BLOCK) multiply(before, start, Math.min(start + BLOCK, x.patients()));
        for (int i = before; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                h[i][j] /= x.patients();
                h[j][i] = h[i][j];
            }
        }
        system.grow(h, size);
    }

    /** Columns, the intercept's among them. */
    int size() {
        return size;
    }

    /** The kept feature in column j, from 1. */
    int feature(int j) {
        return features[j - 1];
    }

    /** Symmetric; larger than {@link #size} × size. */
    double[][] matrix() {
        return h;
    }

    /** Solves equations with parts of the matrix. */
    ActiveSystem system() {
        return system;
    }

    private void reserve(int count) {
        if (features.length < count) features = Arrays.copyOf(features, count);
        if (h.length > count) {
            for (int i = size; i <= count; i++) Arrays.fill(h[i], 0, count + 1, 0);
            return;
        }
        int room = Math.min(Math.max(count + 1, h.length * 3 / 2), x.size() + 1);
        double[][] larger = new double[room][room];
        for (int i = 0; i < size; i++) System.arraycopy(h[i], 0, larger[i], 0, size);
        h = larger;
    }

    /**
     * Adds a block of patients to the lower triangle from a row on. Patient by patient a row is a sum of rows, which the processor adds
     * several numbers at a time; the tiles keep them in its nearest cache.
     */
    private void multiply(int before, int start, int end) {
        double[][] rows = rows(start, end);
        for (int left = 0; left < size; left += TILE) {
            for (int top = Math.max(before, left); top < size; top += STRIP) {
                for (int k = 0; k < rows.length; k += AT_ONCE) {
                    for (int i = top; i < Math.min(top + STRIP, size); i++) addPatients(i, left, Math.min(left + TILE, i + 1), rows, k, start);
                }
            }
        }
    }

    /** Patient × column, filled up with patients of zeros. */
    private double[][] rows(int start, int end) {
        double[][] rows = new double[(end - start + AT_ONCE - 1) / AT_ONCE * AT_ONCE][size];
        for (int k = 0; k < end - start; k++) rows[k][0] = 1;
        for (int j = 1; j < size; j++) {
            double[] u = x.column(features[j - 1]);
            for (int k = 0; k < end - start; k++) rows[k][j] = u[start + k];
        }
        return rows;
    }

    private void addPatients(int i, int from, int to, double[][] rows, int first, int start) {
        double[] a = rows[first];
        double[] b = rows[first + 1];
        double[] c = rows[first + 2];
        double[] d = rows[first + 3];
        double[] e = rows[first + 4];
        double[] f = rows[first + 5];
        double[] g = rows[first + 6];
        double[] m = rows[first + 7];
        int k = start + first;
        double wa = weight(k) * a[i];
        double wb = weight(k + 1) * b[i];
        double wc = weight(k + 2) * c[i];
        double wd = weight(k + 3) * d[i];
        double we = weight(k + 4) * e[i];
        double wf = weight(k + 5) * f[i];
        double wg = weight(k + 6) * g[i];
        double wm = weight(k + 7) * m[i];
        double[] row = h[i];
        for (int j = from; j < to; j++) {
            row[j] += wa * a[j] + wb * b[j] + wc * c[j] + wd * d[j] + we * e[j] + wf * f[j] + wg * g[j] + wm * m[j];
        }
    }

    private double weight(int patient) {
        return patient < weights.length ? weights[patient] : 0;
    }
}
