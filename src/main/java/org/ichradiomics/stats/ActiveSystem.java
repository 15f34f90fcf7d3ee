package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * Solves (H_AA + l₂I)d = b for one set A of active columns after another. From one to the next A changes little and H
 * not at all, so the Cholesky factor of an earlier set, to which columns are appended as they come, serves as
 * preconditioner of conjugate gradients: exact as long as no column has left, a few steps if some have.
 */
final class ActiveSystem {

    /** Of the largest diagonal element, against directions that the columns do not tell apart. */
    private static final double RIDGE = 1e-13;

    /** Up to here a factor costs no more than a few steps. */
    private static final int SMALL = 32;

    private static final int STEPS = 25;

    private double[][] h;
    private int size;
    private CholeskyFactor factor;
    /** Where the factor has each column; −1 where not. */
    private int[] place = new int[0];

    private double ridge;

    /** Another H will follow. */
    void clear() {
        place = new int[0];
        factor = null;
    }

    /** The same H with more columns, maybe in another place. */
    void grow(double[][] same, int columns) {
        h = same;
        size = columns;
        int before = place.length;
        place = Arrays.copyOf(place, columns);
        Arrays.fill(place, before, columns, -1);
    }

    /** @param tolerance of the largest residual; where rounding does not allow it, near that */
    double[] solve(int[] active, double[] right, double l2, double tolerance) {
        if (isFar(active)) factorise(active, l2);
        else append(active, l2);
        double[] d = new double[active.length];
        double[] residual = right.clone();
        if (!descend(active, d, residual, l2, tolerance) && !isFactored(active)) {
            factorise(active, l2);
            descend(active, d, residual, l2, tolerance);
        }
        return d;
    }

    private boolean isFactored(int[] active) {
        return factor.size() == active.length && common(active) == active.length;
    }

    private int common(int[] active) {
        int common = 0;
        for (int j : active) common += place[j] >= 0 ? 1 : 0;
        return common;
    }

    /** Whether so many columns have come or left that another factor costs less than they do. */
    private boolean isFar(int[] active) {
        if (factor == null) return true;
        int common = common(active);
        if (active.length - common > active.length / 4) return true;
        return factor.size() - common > (active.length <= SMALL ? 0 : active.length / 8);
    }

    /** A column that depends on those of the factor is not appended. */
    private void append(int[] active, double l2) {
        int[] columns = factored();
        for (int j : active) {
            if (place[j] >= 0) continue;
            int there = factor.size();
            if (there == columns.length) columns = Arrays.copyOf(columns, 2 * there);
            double[] column = new double[there + 1];
            for (int b = 0; b < there; b++) column[b] = h[j][columns[b]];
            column[there] = h[j][j] + ridge + l2;
            if (!factor.append(column)) continue;
            columns[there] = j;
            place[j] = there;
        }
    }

    /** The factor's columns in its order. */
    private int[] factored() {
        int[] columns = new int[factor.size()];
        for (int j = 0; j < size; j++) {
            if (place[j] >= 0) columns[place[j]] = j;
        }
        return columns;
    }

    /** Conjugate gradients from d on, whose residual is given; whether the tolerance was reached. */
    private boolean descend(int[] active, double[] d, double[] residual, double l2, double tolerance) {
        double diagonal = l2 + RIDGE * largest(active);
        double[] direction = new double[d.length];
        double before = Double.NaN;
        for (int step = 0; step < STEPS; step++) {
            if (largestOf(residual) <= tolerance) return true;
            double[] z = precondition(active, residual);
            double now = FourVectors.dot(residual, z);
            double keep = step == 0 ? 0 : now / before;
            for (int i = 0; i < d.length; i++) direction[i] = z[i] + keep * direction[i];
            double[] image = multiply(active, direction, diagonal);
            double curvature = FourVectors.dot(direction, image);
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
    private double[] multiply(int[] active, double[] v, double diagonal) {
        double[] sum = new double[size];
        int a = 0;
        for (; a + 3 < v.length; a += 4) {
            new FourVectors(h[active[a]], h[active[a + 1]], h[active[a + 2]], h[active[a + 3]])
                    .addTo(sum, 0, size, v[a], v[a + 1], v[a + 2], v[a + 3]);
        }
        for (; a < v.length; a++) {
            double[] p = h[active[a]];
            for (int j = 0; j < size; j++) sum[j] += v[a] * p[j];
        }
        double[] image = new double[v.length];
        for (int b = 0; b < v.length; b++) image[b] = sum[active[b]] + diagonal * v[b];
        return image;
    }

    /** A column that the factor does not have stands for itself; one that it has in excess is held at 0. */
    private double[] precondition(int[] active, double[] residual) {
        double[] inner = new double[factor.size()];
        for (int a = 0; a < active.length; a++) {
            if (place[active[a]] >= 0) inner[place[active[a]]] = residual[a];
        }
        factor.solve(inner);
        double[] z = new double[active.length];
        for (int a = 0; a < active.length; a++) {
            int j = active[a];
            z[a] = place[j] >= 0 ? inner[place[j]] : residual[a] / h[j][j];
        }
        return z;
    }

    private void factorise(int[] active, double l2) {
        Arrays.fill(place, -1);
        for (int a = 0; a < active.length; a++) place[active[a]] = a;
        double largest = largest(active) + l2;
        for (ridge = RIDGE * largest; ; ridge *= 100) {
            factor = CholeskyFactor.of(part(active, l2));
            if (factor != null) return;
            if (!(ridge < largest)) throw new IllegalStateException("the cross products are not finite");
        }
    }

    private double[][] part(int[] active, double l2) {
        double[][] part = new double[active.length][active.length];
        for (int a = 0; a < active.length; a++) {
            for (int b = a; b < active.length; b++) part[a][b] = h[active[a]][active[b]];
            part[a][a] += ridge + (active[a] > 0 ? l2 : 0);
        }
        return part;
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
}
