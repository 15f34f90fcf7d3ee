package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.ichradiomics.text.InvalidInputException;

/**
 * Predictive value against sensitivity, which tells more than a ROC curve where events are rare. A score without
 * information has the share of events everywhere.
 *
 * @param average precision: Σ (recallₖ − recallₖ₋₁) · precisionₖ over the thresholds, ties together (no line between
 *     points, which would flatter); 95 % percentile interval of draws within the outcomes
 * @param share of the events
 * @param points by falling threshold
 */
public record PrecisionRecall(Estimate average, double share, List<Point> points) {

    private static final int DRAWS = 1000;

    /** Those with a score of the threshold or more. */
    public record Point(double threshold, double recall, double precision) {}

    /** @throws InvalidInputException as {@link RocCurve#of} */
    public static PrecisionRecall of(double[] scores, boolean[] events, long seed) throws InvalidInputException {
        RocCurve curve = RocCurve.of(scores, events);
        double[] distinct = curve.distinct();
        int[] up = counts(distinct, curve.positives());
        int[] down = counts(distinct, curve.negatives());
        List<Point> points = new ArrayList<>();
        int tp = 0;
        int fp = 0;
        for (int k = distinct.length - 1; k >= 0; k--) {
            tp += up[k];
            fp += down[k];
            points.add(new Point(distinct[k], (double) tp / curve.positives().length, (double) tp / (tp + fp)));
        }
        double[] drawn = drawn(curve, distinct, new Random(seed));
        return new PrecisionRecall(
                new Estimate(average(up, down), Quantile.TYPE_7.of(drawn, 0.025), Quantile.TYPE_7.of(drawn, 0.975)),
                (double) curve.positives().length / events.length,
                List.copyOf(points));
    }

    private static int[] counts(double[] distinct, double[] scores) {
        int[] counts = new int[distinct.length];
        for (double score : scores) counts[Arrays.binarySearch(distinct, score)]++;
        return counts;
    }

    private static double average(int[] up, int[] down) {
        double sum = 0;
        int all = 0;
        int tp = 0;
        int fp = 0;
        for (int count : up) all += count;
        for (int k = up.length - 1; k >= 0; k--) {
            tp += up[k];
            fp += down[k];
            if (up[k] > 0) sum += (double) up[k] / all * tp / (tp + fp);
        }
        return sum;
    }

    private static double[] drawn(RocCurve curve, double[] distinct, Random random) {
        double[] drawn = new double[DRAWS];
        for (int d = 0; d < DRAWS; d++)
            drawn[d] = average(
                    counts(distinct, again(curve.positives(), random)),
                    counts(distinct, again(curve.negatives(), random)));
        return Sorted.of(drawn).values();
    }

    private static double[] again(double[] scores, Random random) {
        double[] again = new double[scores.length];
        for (int i = 0; i < again.length; i++) again[i] = scores[random.nextInt(scores.length)];
        return again;
    }
}
