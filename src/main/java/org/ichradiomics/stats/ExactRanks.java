package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * Two-sided p of the Mann–Whitney test from all ways to share out the ranks, each equally likely: of U without ties
 * (Mann and Whitney 1947), of the rank sum given the ties (Streitberg and Röhmel 1986), where as unlikely is what lies
 * as far from the mean, as R's coin.
 */
final class ExactRanks {

    /** The number of ways is no double above it. */
    static final int MOST_VALUES = 1029;

    /** Numbers in a table of ways; 160 MB of them. */
    private static final long MOST_CELLS = 20_000_000;

    /** Four times the additions, which take about two seconds. */
    private static final double MOST_STEPS = 8e9;

    private ExactRanks() {}

    /**
     * Of U.
     *
     * @return NaN of more than {@link #MOST_VALUES}
     */
    static double withoutTies(double[] x, double[] y) {
        int n = Math.min(x.length, y.length);
        int m = Math.max(x.length, y.length);
        if (n + m > MOST_VALUES) return Double.NaN;
        long u = Arrays.stream(x).mapToLong(Sorted.of(y)::below).sum();
        long least = Math.min(u, (long) n * m - u);
        if ((n + 1L) * (m + 1L) * (least + 1) <= MOST_CELLS) {
            return MannWhitneyUTest.withDefaults()
                    .with(AlternativeHypothesis.TWO_SIDED)
                    .with(PValueMethod.EXACT)
                    .test(x, y)
                    .getPValue();
        }
        return Math.min(1, 2 * lowerTail(n, m, (int) least));
    }

    /**
     * Of the rank sum of the smaller group.
     *
     * @return NaN where it would take more than two seconds or 160 MB
     */
    static double givenTies(double[] x, double[] y) {
        return x.length <= y.length ? conditional(x, y) : conditional(y, x);
    }

    /**
     * P(U ≤ u): the coefficients of ∏ (1 − q^(m+i)) / (1 − q^i), i = 1..n, up to q^u. Differences of nearly equal
     * numbers occur, so each is the sum of two doubles.
     */
    static double lowerTail(int n, int m, int u) {
        double[] high = new double[u + 1];
        double[] low = new double[u + 1];
        high[0] = 1;
        double all = 1;
        for (int i = 1; i <= n; i++) {
            for (int k = u; k >= m + i; k--) add(high, low, k, -high[k - m - i], -low[k - m - i]);
            for (int k = i; k <= u; k++) add(high, low, k, high[k - i], low[k - i]);
            all = all / i * (m + i);
        }
        double sum = 0;
        for (int k = u; k >= 0; k--) sum += high[k] / all;
        return sum;
    }

    /** Knuth's sum, and the rest of both. */
    private static void add(double[] high, double[] low, int k, double otherHigh, double otherLow) {
        double sum = high[k] + otherHigh;
        double part = sum - high[k];
        double rest = high[k] - (sum - part) + (otherHigh - part) + (low[k] + otherLow);
        high[k] = sum + rest;
        low[k] = rest - (high[k] - sum);
    }

    /** Ranks are doubled, so that middles of ties are whole, and begin at 0. */
    private static double conditional(double[] fewer, double[] more) {
        if (fewer.length + more.length > MOST_VALUES) return Double.NaN;
        int[] ranks = doubledRanks(fewer, more);
        int n = fewer.length;
        int[] sorted = Arrays.stream(ranks).sorted().toArray();
        int most = Arrays.stream(sorted, sorted.length - n, sorted.length).sum();
        if ((n + 1L) * (most + 1L) > MOST_CELLS || (double) n * most * sorted.length > MOST_STEPS) return Double.NaN;
        double[][] ways = new double[n + 1][most + 1];
        ways[0][0] = 1;
        int[] sums = new int[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            sums[i + 1] = sums[i] + sorted[i];
            for (int j = Math.min(n, i + 1); j > 0; j--) {
                extend(ways[j], ways[j - 1], sorted[i], sums[i + 1] - sums[i + 1 - j]);
            }
        }
        return asFar(ways[n], ranks, n);
    }

    /** @param most that as many ranks can add up to so far */
    private static void extend(double[] ways, double[] before, int rank, int most) {
        for (int s = most; s >= rank; s--) ways[s] += before[s - rank];
    }

    private static double asFar(double[] ways, int[] ranks, int n) {
        long size = ranks.length;
        long total = (long) n * Arrays.stream(ranks).sum();
        long observed = size * Arrays.stream(ranks, 0, n).sum();
        double far = 0;
        double all = 0;
        for (int s = 0; s < ways.length; s++) {
            all += ways[s];
            if (Math.abs(size * s - total) >= Math.abs(observed - total)) far += ways[s];
        }
        return Math.min(1, far / all);
    }

    private static int[] doubledRanks(double[] first, double[] second) {
        Sorted all = Sorted.of(first, second);
        int[] ranks = DoubleStream.concat(Arrays.stream(first), Arrays.stream(second))
                .mapToInt(all::halvesBelow)
                .toArray();
        int least = Arrays.stream(ranks).min().orElseThrow();
        return Arrays.stream(ranks).map(rank -> rank - least).toArray();
    }
}
