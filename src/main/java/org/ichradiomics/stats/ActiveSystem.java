package org.ichradiomics.stats;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Solves (H_AA + l₂I)d = b for one set A of active columns after another. From one to the next A changes little and H not at all, so the
 * Cholesky factor of an earlier set serves as preconditioner of conjugate gradients: exact for the same set, a few steps for a similar one.
 */
final class ActiveSystem {

    /** Of the largest diagonal element, against directions that the columns do not tell apart. */
    private static final double RIDGE = 1e-13;

    /** Up to here a factor costs no more than a few steps. */
    private static final int SMALL = 32;

    private static final int STEPS = 25;

    private double[][] h;
    private int size;
    private int[] factored = new int[0];
    /** L', upper triangle. */
    private double[][] factor;

    /** Starts anew with another H. */
    void of(double[][] other, int columns) {
        grow(other, columns);
        factored = new int[0];
    }

    /** The same H with more columns, maybe in another place. */
    void grow(double[][] same, int columns) {
        h = same;
        size = columns;
    }

    /** @param tolerance of the largest residual; where rounding does not allow it, near that */
    double[] solve(int[] active, double[] right, double l2, double tolerance) {
        if (isFar(active)) factorise(active, l2);
        double[] d = new double[active.length];
        double[] residual = right.clone();
        if (!descend(active, d, residual, l2, tolerance) && !Arrays.equals(active, factored)) {
            factorise(active, l2);
            descend(active, d, residual, l2, tolerance);
        }
        return d;
    }

    private boolean isFar(int[] active) {
        if (factored.length == 0) return true;
        int common = 0;
        for (int a = 0, b = 0; a < active.length && b < factored.length;) {
            if (active[a] == factored[b]) common++;
            if (active[a] <= factored[b]) a++;
            else b++;
        }
        int different = active.length + factored.length - 2 * common;
        return different > (active.length <= SMALL ? 0 : active.length / 8);
    }

    /** Conjugate gradients from d on, whose residual is given; whether the tolerance was reached. */
    private boolean descend(int[] active, double[] d, double[] residual, double l2, double tolerance) {
        double ridge = l2 + RIDGE * largest(active);
        double[] direction = new double[d.length];
        double before = Double.NaN;
        for (int step = 0; step < STEPS; step++) {
            if (largestOf(residual) <= tolerance) return true;
            double[] z = precondition(active, residual);
            double now = dot(residual, z);
            double keep = step == 0 ? 0 : now / before;
            for (int i = 0; i < d.length; i++) direction[i] = z[i] + keep * direction[i];
            double[] image = multiply(active, direction, ridge);
            double curvature = dot(direction, image);
            if (!(curvature > 0)) return false;
            double length = now / curvature;
            for (int i = 0; i < d.length; i++) {
                d[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            before = now;
        }
        return largestOf(residual) <= tolerance;
    }

    /** As a sum of H's rows, which are its columns, four at a time. */
    private double[] multiply(int[] active, double[] v, double ridge) {
        double[] sum = new double[size];
        int a = 0;
        for (; a + 3 < v.length; a += 4) {
            double[] p = h[active[a]];
            double[] q = h[active[a + 1]];
            double[] r = h[active[a + 2]];
            double[] s = h[active[a + 3]];
            double vp = v[a];
            double vq = v[a + 1];
            double vr = v[a + 2];
            double vs = v[a + 3];
            for (int j = 0; j < size; j++) sum[j] += vp * p[j] + vq * q[j] + vr * r[j] + vs * s[j];
        }
        for (; a < v.length; a++) {
            double[] p = h[active[a]];
            for (int j = 0; j < size; j++) sum[j] += v[a] * p[j];
        }
        double[] image = new double[v.length];
        for (int b = 0; b < v.length; b++) image[b] = sum[active[b]] + ridge * v[b];
        return image;
    }

    /** A column that the factor does not have stands for itself; one that it has in excess is held at 0. */
    private double[] precondition(int[] active, double[] residual) {
        double[] inner = new double[factored.length];
        double[] z = new double[active.length];
        int[] place = new int[active.length];
        for (int a = 0, b = 0; a < active.length; a++) {
            while (b < factored.length && factored[b] < active[a]) b++;
            place[a] = b < factored.length && factored[b] == active[a] ? b : -1;
            if (place[a] < 0) z[a] = residual[a] / h[active[a]][active[a]];
            else inner[place[a]] = residual[a];
        }
        substitute(inner);
        for (int a = 0; a < active.length; a++) {
            if (place[a] >= 0) z[a] = inner[place[a]];
        }
        return z;
    }

    /** (LL')⁻¹, along the rows of L' both ways. */
    private void substitute(double[] b) {
        for (int j = 0; j < b.length; j++) {
            double[] row = factor[j];
            b[j] /= row[j];
            double here = b[j];
            for (int i = j + 1; i < b.length; i++) b[i] -= here * row[i];
        }
        for (int j = b.length - 1; j >= 0; j--) {
            double[] row = factor[j];
            double sum = 0;
            for (int i = j + 1; i < b.length; i++) sum += row[i] * b[i];
            b[j] = (b[j] - sum) / row[j];
        }
    }

    private void factorise(int[] active, double l2) {
        double[][] part = new double[active.length][active.length];
        for (int a = 0; a < active.length; a++) {
            for (int b = 0; b < active.length; b++) part[a][b] = h[active[a]][active[b]];
            if (active[a] > 0) part[a][a] += l2;
        }
        factored = active;
        double largest = largest(active) + l2;
        double there = 0;
        for (double ridge = RIDGE * largest;; ridge *= 100) {
            for (int a = 0; a < active.length; a++) part[a][a] += ridge - there;
            there = ridge;
            try {
                factor = new CholeskyDecomposition(new Array2DRowRealMatrix(part, false), 1e-15, 0).getLT().getData();
                return;
            } catch (NonPositiveDefiniteMatrixException e) {
                if (!(ridge < largest)) throw new IllegalStateException("the cross products are not finite", e);
            }
        }
    }

    private double largest(int[] active) {
        double largest = 0;
        for (int j : active) largest = Math.max(largest, h[j][j]);
        return largest;
    }

    private static double largestOf(double[] values) {
        double largest = 0;
        for (double value : values) largest = Math.max(largest, Math.abs(value));
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
