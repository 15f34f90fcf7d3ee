package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** The percentile interval of an AUC from cases drawn anew, events and others apart. */
public final class BootstrapAuc {

    private BootstrapAuc() {}

    /**
     * The 95 % interval, quantiles of type 7. One generator draws in a fixed order, so a seed gives the same bits
     * everywhere.
     *
     * @param draws usually 2000
     */
    public static Estimate of(RocCurve curve, int draws, long seed) {
        if (draws < 1) throw new IllegalArgumentException("a bootstrap needs draws, was " + draws);
        int[] ranks = ranks(curve);
        int positives = curve.positives().length;
        int negatives = curve.negatives().length;
        int levels = Arrays.stream(ranks).max().orElseThrow() + 1;
        Random random = new Random(seed); // its sequence is part of the Java specification
        double[] areas = new double[draws];
        long[] up = new long[levels];
        long[] down = new long[levels];
        for (int d = 0; d < draws; d++) {
            Arrays.fill(up, 0);
            Arrays.fill(down, 0);
            for (int i = 0; i < positives; i++) up[ranks[random.nextInt(positives)]]++;
            for (int i = 0; i < negatives; i++) {
                down[ranks[positives + random.nextInt(negatives)]]++;
            }
            long below = 0;
            long twice = 0;
            for (int level = 0; level < levels; level++) {
                twice += up[level] * (2 * below + down[level]);
                below += down[level];
            }
            areas[d] = twice / 2.0 / positives / negatives;
        }
        Arrays.sort(areas);
        return new Estimate(
                curve.auc().area().value(), Quantile.TYPE_7.of(areas, 0.025), Quantile.TYPE_7.of(areas, 0.975));
    }

    /** Positives first, then negatives: the place of each score among the distinct ones. */
    private static int[] ranks(RocCurve curve) {
        double[] distinct = curve.distinct();
        return DoubleStream.concat(Arrays.stream(curve.positives()), Arrays.stream(curve.negatives()))
                .mapToInt(s -> Arrays.binarySearch(distinct, s))
                .toArray();
    }
}
