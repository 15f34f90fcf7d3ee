package org.ichradiomics.intensity;

import org.ichradiomics.region.LevelRegion;

/**
 * How often each grey level 1..Ng occurs in a region, empty levels included, e.g. for the IBSI digital phantom
 *
 * <pre>
 *     level  1  2  3  4  5  6
 *     n     50  0  1 16  0  7
 * </pre>
 */
public final class LevelHistogram {

    private final Sample levels;
    private final long[] n;
    private final long size;

    private LevelHistogram(Sample levels, long[] n, long size) {
        this.levels = levels;
        this.n = n;
        this.size = size;
    }

    /** How often each level occurs, from 1 to the largest one possible. */
    public static LevelHistogram of(LevelRegion region) {
        long[] n = new long[region.count()];
        int size = region.region().size();
        for (int i = 0; i < size; i++) n[region.level(i) - 1]++;
        return new LevelHistogram(Sample.of(region), n, size);
    }

    /** The levels themselves. */
    public Sample levels() {
        return levels;
    }

    /** The level that occurs most often; of several the one nearest to the mean, of two as near the lower one. */
    public int mode() {
        int best = 0;
        for (int i = 1; i < n.length; i++) {
            boolean nearer = Math.abs(i + 1 - levels.mean()) < Math.abs(best + 1 - levels.mean());
            if (n[i] > n[best] || n[i] == n[best] && nearer) best = i;
        }
        return best + 1;
    }

    /** −Σ p log₂ p, bits. */
    public double entropy() {
        double entropy = 0;
        for (long count : n) {
            double p = (double) count / size;
            if (count > 0) entropy -= p * StrictMath.log(p);
        }
        return entropy / StrictMath.log(2);
    }

    /** Σ p². */
    public double uniformity() {
        double sum = 0;
        for (long count : n) {
            double p = (double) count / size;
            sum += p * p;
        }
        return sum;
    }

    /**
     * H′ at a level: n₂ − n₁ at the first, n_Ng − n_{Ng−1} at the last, (n_{i+1} − n_{i−1}) / 2 between; 0 if there is
     * one level only.
     */
    double gradient(int level) {
        int i = level - 1;
        int last = n.length - 1;
        if (last == 0) return 0;
        if (i == 0) return n[1] - n[0];
        if (i == last) return n[last] - n[last - 1];
        return (n[i + 1] - n[i - 1]) / 2.0;
    }

    /** The first level with the largest gradient. */
    public int steepestRise() {
        return steepest(1);
    }

    /** The first level with the smallest gradient. */
    public int steepestFall() {
        return steepest(-1);
    }

    private int steepest(int sign) {
        int best = 1;
        for (int level = 2; level <= n.length; level++) {
            if (sign * gradient(level) > sign * gradient(best)) best = level;
        }
        return best;
    }
}
