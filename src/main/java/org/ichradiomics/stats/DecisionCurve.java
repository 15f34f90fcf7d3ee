package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;

/**
 * What acting on a model is worth (Vickers and Elkin 2006): net benefit TP/n − FP/n · t/(1 − t), by the probability t
 * from which on one acts.
 *
 * @param points by threshold, as given
 */
public record DecisionCurve(List<Point> points) {

    /** Net benefit of acting by the model and on everybody; acting on nobody is 0. */
    public record Point(double threshold, double model, double all) {}

    /**
     * @param probabilities of the event, by case
     * @param thresholds above 0 and below 1
     */
    public static DecisionCurve of(double[] probabilities, boolean[] events, double... thresholds) {
        Outcome.requireEach("predictions", probabilities, events);
        if (!Arrays.stream(thresholds).allMatch(t -> t > 0 && t < 1)) {
            throw new IllegalArgumentException(
                    "thresholds must be above 0 and below 1, were " + Arrays.toString(thresholds));
        }
        int all = Outcome.events(events);
        return new DecisionCurve(Arrays.stream(thresholds)
                .mapToObj(t -> {
                    int tp = 0;
                    int fp = 0;
                    for (int i = 0; i < events.length; i++) {
                        tp += probabilities[i] >= t && events[i] ? 1 : 0;
                        fp += probabilities[i] >= t && !events[i] ? 1 : 0;
                    }
                    return new Point(
                            t, benefit(tp, fp, events.length, t), benefit(all, events.length - all, events.length, t));
                })
                .toList());
    }

    private static double benefit(int tp, int fp, double n, double t) {
        return tp / n - fp / n * (t / (1 - t));
    }
}
