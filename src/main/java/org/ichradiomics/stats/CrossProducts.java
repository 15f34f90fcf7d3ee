package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * H = Z'WZ/n of the columns Z = (1, u₁, …) that a fit works with at present, W being the weights of one point. A matrix kept from an earlier
 * point still leads to the same minimum, in more steps; the columns can be added to without computing the rest again.
 */
final class CrossProducts {

    /** Patients at a time: the block of all columns then stays in the processor's cache. */
    private static final int BLOCK = 256;

    private final Standardised x;
    private final double[] ones;
    private double[] weights;
    private int[] features = new int[0];
    private int size;
    private double[][] h = new double[0][];

    CrossProducts(Standardised x) {
        this.x = x;
        this.ones = new double[x.patients()];
        Arrays.fill(ones, 1);
    }

    /** Starts anew with other weights and columns. */
    void of(double[] newWeights, int[] newFeatures, int count) {
        weights = newWeights.clone();
        size = 0;
        add(newFeatures, count);
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

    private double[] column(int j) {
        return j == 0 ? ones : x.column(features[j - 1]);
    }

    /** Adds a block of patients to the lower triangle from a row on, eight sums at a time: their loads are the cost. */
    private void multiply(int before, int start, int end) {
        double[] a = new double[BLOCK];
        double[] b = new double[BLOCK];
        int i = before;
        for (; i + 1 < size; i += 2) {
            weigh(i, start, end, a);
            weigh(i + 1, start, end, b);
            int j = 0;
            for (; j + 3 <= i; j += 4) fourByTwo(i, j, start, end, a, b);
            for (; j <= i; j++) {
                h[i][j] += dot(a, column(j), start, end);
                h[i + 1][j] += dot(b, column(j), start, end);
            }
            h[i + 1][i + 1] += dot(b, column(i + 1), start, end);
        }
        if (i == size) return;
        weigh(i, start, end, a);
        for (int j = 0; j <= i; j++) h[i][j] += dot(a, column(j), start, end);
    }

    private void weigh(int i, int start, int end, double[] out) {
        double[] u = column(i);
        for (int k = start; k < end; k++) out[k - start] = weights[k] * u[k];
    }

    private void fourByTwo(int i, int j, int start, int end, double[] a, double[] b) {
        double[] u = column(j);
        double[] v = column(j + 1);
        double[] w = column(j + 2);
        double[] z = column(j + 3);
        double au = 0;
        double av = 0;
        double aw = 0;
        double az = 0;
        double bu = 0;
        double bv = 0;
        double bw = 0;
        double bz = 0;
        for (int k = start; k < end; k++) {
            double p = a[k - start];
            double q = b[k - start];
            au += p * u[k];
            av += p * v[k];
            aw += p * w[k];
            az += p * z[k];
            bu += q * u[k];
            bv += q * v[k];
            bw += q * w[k];
            bz += q * z[k];
        }
        h[i][j] += au;
        h[i][j + 1] += av;
        h[i][j + 2] += aw;
        h[i][j + 3] += az;
        h[i + 1][j] += bu;
        h[i + 1][j + 1] += bv;
        h[i + 1][j + 2] += bw;
        h[i + 1][j + 3] += bz;
    }

    private static double dot(double[] weighted, double[] u, int start, int end) {
        double sum = 0;
        for (int k = start; k < end; k++) sum += weighted[k - start] * u[k];
        return sum;
    }
}
