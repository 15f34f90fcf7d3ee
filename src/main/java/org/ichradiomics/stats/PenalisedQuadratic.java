package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * Minimum over c of −s'(c − c₀) + ½(c − c₀)'H(c − c₀) + l₁Σ|cⱼ| + ½l₂Σcⱼ², j ≥ 1; coefficient 0 is the intercept, which
 * is not penalised.
 *
 * <p>Coordinate descent finds out which coefficients are not 0; where correlated columns make it slow, a Newton step on
 * these, with their signs held and cut where the first one changes, does the rest. Each step lowers the sum, so the
 * same signs never come twice.
 */
final class PenalisedQuadratic {

    private static final int ROUNDS = 500;

    private static final int SWEEPS = 2;

    private final double[][] h;
    private final ActiveSystem system;
    private final int size;
    private final double l1;
    private final double l2;
    private final double[] c;
    /** −∂/∂c of all but the l₁ part; kept up to date. */
    private final double[] score;

    /** @param score −∂/∂c of the loss at start, without its penalty */
    PenalisedQuadratic(CrossProducts products, double[] score, double[] start, double l1, double l2) {
        this.h = products.matrix();
        this.system = products.system();
        this.size = start.length;
        this.l1 = l1;
        this.l2 = l2;
        this.c = start.clone();
        this.score = score.clone();
        for (int j = 1; j < size; j++) this.score[j] -= l2 * c[j];
    }

    /** @param tolerance of the largest KKT residual; what rounding does not allow is not reached */
    double[] minimise(double tolerance) {
        for (int round = 0; round < ROUNDS; round++) {
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                sweep(tolerance / 2);
                if (residual() <= tolerance) return c;
            }
            newton(tolerance / 2);
            if (residual() <= tolerance) return c;
        }
        return c;
    }

    /** Largest violation of the optimum's conditions over the coefficients. */
    private double residual() {
        double largest = Math.abs(score[0]);
        for (int j = 1; j < size; j++) largest = Math.max(largest, violation(score[j], c[j], l1));
        return largest;
    }

    /** |s − l₁ sign c| where c is not 0, what |s| is above l₁ where it is. */
    static double violation(double score, double coefficient, double l1) {
        return coefficient == 0 ? Math.max(0, Math.abs(score) - l1) : Math.abs(score - l1 * Math.signum(coefficient));
    }

    private void sweep(double negligible) {
        for (int j = 0; j < size; j++) {
            double curvature = j == 0 ? h[0][0] : h[j][j] + l2;
            if (!(curvature > 0)) continue;
            double target = score[j] + curvature * c[j];
            double best =
                    j == 0 ? target / curvature : Math.signum(target) * Math.max(0, Math.abs(target) - l1) / curvature;
            double change = best - c[j];
            // A coefficient that becomes 0 does so exactly, however small it was.
            if (Math.abs(change) * curvature <= negligible && (best == 0) == (c[j] == 0)) continue;
            c[j] = best;
            move(j, change);
        }
    }

    private void move(int j, double change) {
        double[] row = h[j];
        for (int i = 0; i < size; i++) score[i] -= change * row[i];
        if (j > 0) score[j] -= l2 * change;
    }

    private int[] active() {
        int[] active = new int[size];
        int count = 1;
        for (int j = 1; j < size; j++) {
            if (c[j] != 0) active[count++] = j;
        }
        return Arrays.copyOf(active, count);
    }

    private void newton(double tolerance) {
        boolean cut = true;
        while (cut) {
            int[] active = active();
            double[] right = new double[active.length];
            right[0] = score[0];
            for (int k = 1; k < active.length; k++) right[k] = score[active[k]] - l1 * Math.signum(c[active[k]]);
            double[] step = system.solve(active, right, l2, tolerance);
            cut = go(active, step);
        }
    }

    /**
     * All the way, coefficients that would change their sign to 0; if that is no descent, to the first such; whether
     * there was one.
     */
    private boolean go(int[] active, double[] step) {
        double[] change = new double[active.length];
        change[0] = step[0];
        double share = 1;
        int cut = 0;
        for (int k = 1; k < active.length; k++) {
            double reach = -c[active[k]] / step[k];
            boolean crosses = reach >= 0 && reach < 1;
            change[k] = crosses ? -c[active[k]] : step[k];
            if (crosses) cut++;
            if (crosses) share = Math.min(share, reach);
        }
        if (cut > 0 && !isDescent(active, change)) {
            for (int k = 0; k < active.length; k++) change[k] = step[k] * share;
            for (int k = 1; k < active.length; k++) {
                if (-c[active[k]] / step[k] == share) change[k] = -c[active[k]];
            }
        }
        for (int k = 0; k < active.length; k++) {
            if (change[k] == 0) continue;
            c[active[k]] += change[k];
            move(active[k], change[k]);
        }
        return cut > 0;
    }

    private boolean isDescent(int[] active, double[] change) {
        double sum = 0;
        for (int k = 0; k < active.length; k++) {
            double[] row = h[active[k]];
            double image = k == 0 ? 0 : l2 * change[k];
            for (int m = 0; m < active.length; m++) image += row[active[m]] * change[m];
            double slope = -score[active[k]] + (k == 0 ? 0 : l1 * Math.signum(c[active[k]]));
            sum += change[k] * (slope + image / 2);
        }
        return sum < 0;
    }
}
