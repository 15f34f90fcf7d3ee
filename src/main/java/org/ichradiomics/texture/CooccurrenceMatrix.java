package org.ichradiomics.texture;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.GreyLevels;
import org.ichradiomics.region.Region;

/**
 * How often two grey levels lie one step apart, each pair counted in both orders: p(i, j) = p(j, i), Σ p = 1.
 *
 * <pre>
 *   0 0 1 1      step (1, 0, 0):   4 2 1 0      i, j = 0..3
 *   0 0 1 1                        2 4 0 0      24 counts from 12 pairs
 *   0 2 2 2                        1 0 6 1
 *   2 2 3 3                        0 0 1 2      (Haralick 1973)
 * </pre>
 *
 * Only levels that occur are stored, the upper triangle of their cells that are not 0. Source: ITK 5.2.1
 * {@code ScalarImageToCooccurrenceMatrixFilter}.
 */
public final class CooccurrenceMatrix {

    /** A term of a sum over the matrix; symmetric in i and j. */
    @FunctionalInterface
    interface Term {

        /** @param p share of the cell, above 0 */
        double of(int i, int j, double p);
    }

    private final int bins;
    private final Cells cells;
    private final long total;
    private final double[] marginals;
    private final double mean;
    private final double variance;

    private CooccurrenceMatrix(GreyLevels grey, int bins, int[] pairs) {
        this.bins = bins;
        int n = grey.count();
        int stride = n + 2;
        long[] marginal = new long[n];
        Cells.Builder triangle = new Cells.Builder();
        for (int a = 1; a <= n; a++) {
            for (int b = a; b <= n; b++) {
                long count = (long) pairs[a * stride + b] + pairs[b * stride + a];
                if (count == 0) continue;
                triangle.add(grey.level(a), grey.level(b), count);
                marginal[a - 1] += count;
                if (a != b) marginal[b - 1] += count;
            }
        }
        cells = triangle.cells();
        total = Arrays.stream(marginal).sum();
        marginals = new double[n];
        double mu = 0;
        for (int a = 0; a < n; a++) {
            marginals[a] = (double) marginal[a] / total;
            mu += grey.level(a + 1) * marginals[a];
        }
        double s2 = 0;
        for (int a = 0; a < n; a++) s2 += (grey.level(a + 1) - mu) * (grey.level(a + 1) - mu) * marginals[a];
        mean = mu;
        variance = s2;
    }

    /** Counts the pairs of a lesion along the steps given, pooled into one matrix. */
    static CooccurrenceMatrix of(GreyLevels grey, int bins, List<Direction> steps) {
        int stride = grey.count() + 2;
        int[] pairs = new int[stride * stride];
        for (Direction step : steps) count(grey, step, stride, pairs);
        return new CooccurrenceMatrix(grey, bins, pairs);
    }

    /**
     * Makes a lesion ready for its matrices: the bins are those of [low, high + 1], as ITK's filter adds 1 to the upper
     * bound, while values count up to high.
     */
    public static DirectionalFamily.Matrices.InDirection<CooccurrenceMatrix> matrices(
            Region region, Discretisation grey) {
        GreyLevels levels = levels(region, grey);
        return step -> of(levels, grey.bins(), List.of(step));
    }

    /** The matrix pooled over the four in-plane directions at offset 1. */
    public static CooccurrenceMatrix pooled(Region region, Discretisation grey) {
        return of(levels(region, grey), grey.bins(), Direction.IN_PLANE);
    }

    private static GreyLevels levels(Region region, Discretisation grey) {
        double low = grey.low(region);
        double high = grey.high(region);
        return GreyLevels.of(region, new Bins(low, high + 1, grey.bins()), low, high);
    }

    private static void count(GreyLevels grey, Direction step, int stride, int[] pairs) {
        Region region = grey.region();
        int nx = region.box(0);
        int ny = region.box(1);
        int nz = region.box(2);
        char[] codes = grey.codes();
        int ahead = (step.dz() * ny + step.dy()) * nx + step.dx();
        int x0 = Math.max(0, -step.dx());
        int x1 = Math.min(nx, nx - step.dx());
        for (int z = Math.max(0, -step.dz()); z < Math.min(nz, nz - step.dz()); z++) {
            for (int y = Math.max(0, -step.dy()); y < Math.min(ny, ny - step.dy()); y++) {
                int row = (z * ny + y) * nx;
                // No test for the lesion: pairs with the outside (code 0) or beyond the range land in cells that nobody
                // reads.
                for (int i = row + x0; i < row + x1; i++) pairs[codes[i] * stride + codes[i + ahead]]++;
            }
        }
    }

    /** Number of bins, B; levels are 0..B−1. */
    int bins() {
        return bins;
    }

    /** Number of counts, two for each pair. */
    long total() {
        return total;
    }

    /** Mean level μ = Σ i m_i; NaN without pairs. */
    double mean() {
        return mean;
    }

    /** Variance of the level s² = Σ (i − μ)² m_i; NaN without pairs. */
    double variance() {
        return variance;
    }

    /** Σ over all cells (i, j) of the term, in the order of the rows; NaN without pairs. */
    double sum(Term term) {
        if (total == 0) return Double.NaN;
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) {
            double value = term.of(cells.row(c), cells.column(c), cells.count(c) / total);
            sum += cells.row(c) == cells.column(c) ? value : 2 * value;
        }
        return sum;
    }

    /**
     * Population variance of the list m_0..m_(B−1) of marginal probabilities: Σ (m_i − 1/B)² / B; NaN without pairs.
     */
    double varianceOfMarginals() {
        double even = 1.0 / bins;
        double sum = (bins - marginals.length) * even * even;
        for (double m : marginals) sum += (m - even) * (m - even);
        return sum / bins;
    }

    /** p_s(k) = Σ p(i, j) with i + j = k, k = 0..2B−2; all NaN without pairs. */
    double[] sums() {
        return along(2 * bins - 1, (i, j) -> i + j);
    }

    /** p_d(k) = Σ p(i, j) with |i − j| = k, k = 0..B−1; all NaN without pairs. */
    double[] differences() {
        return along(bins, (i, j) -> j - i);
    }

    private double[] along(int length, IntBinaryOperator index) {
        double[] count = new double[length];
        for (int c = 0; c < cells.size(); c++) {
            int times = cells.row(c) == cells.column(c) ? 1 : 2;
            count[index.applyAsInt(cells.row(c), cells.column(c))] += times * cells.count(c);
        }
        double[] p = new double[length];
        for (int k = 0; k < length; k++) p[k] = count[k] / total;
        return p;
    }
}
