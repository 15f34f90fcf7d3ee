package org.ichradiomics.texture;

import java.util.Arrays;
import java.util.Comparator;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

import org.ichradiomics.region.LevelVolume;

/**
 * How often a grey level is followed by another a step on, p(i, j) ≠ p(j, i) unless each pair is counted in both
 * orders: PyRadiomics' GLCM. Its levels are those that occur in the lesion.
 *
 * @param levels those of the lesion, rising
 * @param p share of each pair, by the places of its levels in that list; NaN without pairs
 * @param rows px(i) = Σ_j p(i, j)
 * @param columns py(j) = Σ_i p(i, j)
 */
record OrderedPairs(int[] levels, double[][] p, double[] rows, double[] columns) {

    /** What PyRadiomics adds to a divisor: the distance from 1 to the next double. */
    private static final double EPSILON = Math.ulp(1.0);

    /** A term of a sum over the cells. */
    @FunctionalInterface
    interface Term {

        /** @param p share of the cell, above 0 */
        double of(double i, double j, double p);
    }

    /** @param pairs by levels; one that occurs more than once is added up */
    static OrderedPairs of(LevelVolume lesion, Cells pairs, boolean bothOrders) {
        int n = lesion.codeCount();
        int[] levels = new int[n];
        int[] place = new int[lesion.count() + 1];
        for (int code = 1; code <= n; code++) {
            levels[code - 1] = lesion.level(code);
            place[lesion.level(code)] = code - 1;
        }
        double total = bothOrders ? 2 * pairs.total() : pairs.total();
        double[][] p = new double[n][n];
        for (int c = 0; c < pairs.size(); c++) {
            int i = place[pairs.row(c)];
            int j = place[pairs.column(c)];
            double share = pairs.count(c) / total;
            p[i][j] += share;
            if (bothOrders) p[j][i] += share;
        }
        double[] rows = new double[n];
        double[] columns = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i] += p[i][j];
                columns[j] += p[i][j];
            }
        }
        return new OrderedPairs(levels, p, rows, columns);
    }

    /** Σ over the cells of the term, row by row. */
    double sum(Term term) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) if (p[i][j] > 0) sum += term.of(levels[i], levels[j], p[i][j]);
        }
        return sum;
    }

    double max() {
        return Arrays.stream(p).flatMapToDouble(Arrays::stream).max().orElse(Double.NaN);
    }

    double average() {
        return sum((i, j, share) -> i * share);
    }

    double variance() {
        double mean = average();
        return sum((i, j, share) -> (i - mean) * (i - mean) * share);
    }

    /** HXY, bits. */
    double entropy() {
        return (0 - sum((i, j, share) -> share * StrictMath.log(share))) / StrictMath.log(2);
    }

    /** 1 where all pairs begin, or all end, with one level. */
    double correlation() {
        double x = average();
        double y = sum((i, j, share) -> j * share);
        double spread = Math.sqrt(variance()) * Math.sqrt(sum((i, j, share) -> (j - y) * (j - y) * share));
        return spread == 0 ? 1 : sum((i, j, share) -> (i - x) * (j - y) * share) / spread;
    }

    /** (HXY − HX − HY) / max(HX, HY); 0 where both are 0. HXY1 is HX + HY, as the logarithm of a product is a sum. */
    double informationCorrelation1() {
        double hx = Distribution.entropy(rows);
        double hy = Distribution.entropy(columns);
        double most = Math.max(hx, hy);
        return most == 0 ? 0 : (entropy() - hx - hy) / most;
    }

    /** √(1 − exp(−2 (HX + HY − HXY))). */
    double informationCorrelation2() {
        double shared = Distribution.entropy(rows) + Distribution.entropy(columns) - entropy();
        return StrictMath.sqrt(-StrictMath.expm1(-2 * Math.max(0, shared)));
    }

    /**
     * The root of the second largest eigenvalue of Q(i, j) = Σ_k p(i, k) p(j, k) / (px(i) py(k) + ε); 1 of a lesion of
     * one level.
     *
     * <p>But for ε, √px(i) Q(i, j) / √px(j) is symmetric and has the same eigenvalues. With ε, which matters where
     * levels are rare, its symmetric part has them up to the square of what ε changes.
     */
    double maximalCorrelation() {
        int n = p.length;
        if (n < 2) return 1;
        if (Double.isNaN(rows[0])) return Double.NaN;
        double[][] q = new double[n][n];
        for (int k = 0; k < n; k++) addColumn(k, q);
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i && rows[i] > 0; j++) {
                if (rows[j] == 0) continue;
                double ratio = Math.sqrt(rows[i] / rows[j]);
                symmetric[i][j] = (q[i][j] * ratio + q[j][i] / ratio) / 2;
                symmetric[j][i] = symmetric[i][j];
            }
        }
        double[] eigenvalues = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false)).getRealEigenvalues();
        return Math.sqrt(Math.max(
                0,
                Arrays.stream(eigenvalues)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .skip(1)
                        .findFirst()
                        .orElseThrow()));
    }

    /** The terms of one k. */
    private void addColumn(int k, double[][] q) {
        int[] filled = new int[p.length];
        int count = 0;
        for (int i = 0; i < p.length; i++) if (p[i][k] > 0) filled[count++] = i;
        for (int a = 0; a < count; a++) {
            int i = filled[a];
            double weight = p[i][k] / (rows[i] * columns[k] + EPSILON);
            for (int b = 0; b < count; b++) q[i][filled[b]] += weight * p[filled[b]][k];
        }
    }
}
