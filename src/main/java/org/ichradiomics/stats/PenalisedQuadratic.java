package org.ichradiomics.stats;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;

/**
 * Minimum over c of −s'(c − c₀) + ½(c − c₀)'H(c − c₀) + l₁Σ|cⱼ| + ½l₂Σcⱼ², j ≥ 1; coefficient 0 is the intercept, which is not penalised.
 *
 * <p>Coordinate descent finds out which coefficients are not 0; where correlated columns make it slow, a Newton step on these, with their
 * signs held and cut where the first one changes, does the rest. Each step lowers the sum, so the same signs never come twice.
 */
final class PenalisedQuadratic {

    private static final int ROUNDS = 500;

    /** Of the largest diagonal element, against directions that the columns do not tell apart. */
    private static final double RIDGE = 1e-13;

    private final double[][] h;
    private final int size;
    private final double l1;
    private final double l2;
    private final double[] c;
    /** −∂/∂c of all but the l₁ part; kept up to date. */
    private final double[] score;

    /** @param score −∂/∂c of the loss at start, without its penalty */
    PenalisedQuadratic(double[][] h, double[] score, double[] start, double l1, double l2) {
        this.h = h;
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
            int sweeps = 4 + active().length / 2;
            for (int sweep = 0; sweep < sweeps; sweep++) {
                sweep(tolerance / 2);
                if (residual() <= tolerance) return c;
            }
            newton();
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
            double best = j == 0 ? target / curvature : Math.signum(target) * Math.max(0, Math.abs(target) - l1) / curvature;
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

    private void newton() {
        for (int[] active = active();; active = active()) {
            double[] step = step(active);
            int first = -1;
            double share = 1;
            for (int k = 1; k < active.length; k++) {
                double reach = -c[active[k]] / step[k];
                if (reach >= 0 && reach < share) {
                    share = reach;
                    first = active[k];
                }
            }
            for (int k = 0; k < active.length; k++) {
                int j = active[k];
                double to = j == first ? 0 : c[j] + share * step[k];
                double change = to - c[j];
                c[j] = to;
                move(j, change);
            }
            if (first < 0) return;
        }
    }

    private double[] step(int[] active) {
        double[][] part = new double[active.length][active.length];
        double[] right = new double[active.length];
        double largest = 0;
        for (int a = 0; a < active.length; a++) {
            for (int b = 0; b < active.length; b++) part[a][b] = h[active[a]][active[b]];
            if (a > 0) part[a][a] += l2;
            largest = Math.max(largest, part[a][a]);
            right[a] = a == 0 ? score[0] : score[active[a]] - l1 * Math.signum(c[active[a]]);
        }
        return solver(part, largest).solve(new ArrayRealVector(right, false)).toArray();
    }

    private static DecompositionSolver solver(double[][] matrix, double largest) {
        double there = 0;
        for (double ridge = RIDGE * largest;; ridge *= 100) {
            for (int a = 0; a < matrix.length; a++) matrix[a][a] += ridge - there;
            there = ridge;
            try {
                return new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), 1e-15, 0).getSolver();
            } catch (NonPositiveDefiniteMatrixException e) {
                if (!(ridge < largest)) throw new IllegalStateException("the cross products are not finite", e);
            }
        }
    }
}
