package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * H = Z'WZ/n of the columns Z = (1, u₁, …) that a fit works with at present, W being the weights of one point. A matrix
 * kept from an earlier point still leads to the same minimum, in more steps; the columns can be added to without
 * computing the rest again.
 */
final class CrossProducts {

    /** Patients at a time: the block of all columns then stays in the processor's cache. */
    private static final int BLOCK = 256;

    /** Columns at a time: those of four patients lie in its nearest cache. */
    private static final int TILE = 512;

    /** Rows of H at a time, which share the tile. */
    private static final int STRIP = 32;

    /** Columns that are copied together, a line of the cache. */
    private static final int LINE = 8;

    private static final int AT_ONCE = 4;

    private final Standardised x;
    /** 0 for the patients that fill up the last four. */
    private final double[] weights;

    private final double[] ones;
    /** Z, patient by patient; longer than {@link #size}. */
    private final double[][] rows;

    private int[] features = new int[0];
    private int size;
    private double[][] h = new double[0][];
    private final ActiveSystem system = new ActiveSystem();

    CrossProducts(Standardised x) {
        this.x = x;
        weights = new double[(x.patients() + AT_ONCE - 1) / AT_ONCE * AT_ONCE];
        ones = new double[x.patients()];
        Arrays.fill(ones, 1);
        rows = new double[weights.length][0];
    }

    /** Starts anew with other weights and columns. */
    void of(double[] newWeights, int[] newFeatures) {
        System.arraycopy(newWeights, 0, weights, 0, newWeights.length);
        size = 0;
        system.clear();
        add(newFeatures);
    }

    /** Appends columns; the intercept is always column 0. */
    void add(int[] more) {
        int before = size;
        int known = Math.max(size - 1, 0);
        reserve(known + more.length);
        System.arraycopy(more, 0, features, known, more.length);
        size = known + more.length + 1;
        for (int start = 0; start < weights.length; start += BLOCK) {
            int end = Math.min(start + BLOCK, weights.length);
            copy(before, start, Math.min(end, x.patients()));
            multiply(before, start, end);
        }
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

    /** The kept features of the columns from 1 on. */
    int[] features() {
        return Arrays.copyOf(features, size - 1);
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
        for (int k = 0; k < rows.length; k++) rows[k] = Arrays.copyOf(rows[k], room);
    }

    private void copy(int before, int start, int end) {
        double[][] columns = new double[size][];
        for (int j = before; j < size; j++) columns[j] = j == 0 ? ones : x.column(feature(j));
        for (int left = before; left < size; left += LINE) {
            int right = Math.min(left + LINE, size);
            for (int k = start; k < end; k++) {
                double[] row = rows[k];
                for (int j = left; j < right; j++) row[j] = columns[j][k];
            }
        }
    }

    /**
     * Adds a block of patients to the lower triangle from a row on: patient by patient a row of H is a sum of multiples
     * of rows of Z.
     */
    private void multiply(int before, int start, int end) {
        for (int left = 0; left < size; left += TILE) {
            for (int top = Math.max(before, left); top < size; top += STRIP) {
                int bottom = Math.min(top + STRIP, size);
                for (int k = start; k < end; k += AT_ONCE) multiply(k, top, bottom, left);
            }
        }
    }

    private void multiply(int k, int top, int bottom, int left) {
        FourVectors z = FourVectors.of(rows, k);
        for (int i = top; i < bottom; i++) {
            double wa = weights[k] * z.a()[i];
            double wb = weights[k + 1] * z.b()[i];
            double wc = weights[k + 2] * z.c()[i];
            double wd = weights[k + 3] * z.d()[i];
            z.addTo(h[i], left, Math.min(left + TILE, i + 1), wa, wb, wc, wd);
        }
    }
}
