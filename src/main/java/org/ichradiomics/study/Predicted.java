package org.ichradiomics.study;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Concordance;

/**
 * What models predicted of cases, all by one model or each by that of its fold. Cases without a score, for want of a
 * value, are not among them.
 */
final class Predicted {

    private final double[] logOdds;
    private final boolean[] called;
    private final boolean[] events;
    private final int[] folds;
    private final Optional<Calibration> calibration;

    /**
     * @param logOdds of the event, by case; NaN without a score
     * @param called whether the score reaches its model's cutoff
     * @param folds by whose model each case is predicted
     */
    Predicted(double[] logOdds, boolean[] called, boolean[] events, int[] folds) {
        int[] scored = IntStream.range(0, logOdds.length)
                .filter(i -> Double.isFinite(logOdds[i]))
                .toArray();
        this.logOdds = Subset.take(logOdds, scored);
        this.called = select(called, scored);
        this.events = select(events, scored);
        this.folds = IntStream.of(scored).map(i -> folds[i]).toArray();
        calibration =
                Attempt.at(() -> Calibration.of(this.logOdds, this.events)).result();
    }

    /** By one model. */
    static Predicted of(double[] logOdds, double cutoff, boolean[] events) {
        boolean[] called = new boolean[logOdds.length];
        for (int i = 0; i < called.length; i++) called[i] = logOdds[i] >= cutoff;
        return new Predicted(logOdds, called, events, new int[logOdds.length]);
    }

    private static boolean[] select(boolean[] all, int[] cases) {
        boolean[] some = new boolean[cases.length];
        for (int i = 0; i < some.length; i++) some[i] = all[cases[i]];
        return some;
    }

    /** Empty with cases of one class only. */
    Optional<Calibration> calibration() {
        return calibration;
    }

    /** Of each fold by itself, averaged with the folds' numbers of cases; folds of one class only are left out. */
    double auc() {
        double sum = 0;
        double weight = 0;
        for (int fold : IntStream.of(folds).distinct().sorted().toArray()) {
            int[] cases = IntStream.range(0, folds.length)
                    .filter(i -> folds[i] == fold)
                    .toArray();
            double auc = Concordance.of(Subset.take(logOdds, cases), select(events, cases));
            if (Double.isNaN(auc)) continue;
            sum += cases.length * auc;
            weight += cases.length;
        }
        return sum / weight;
    }

    /** Of all folds together. */
    double pooledAuc() {
        return Concordance.of(logOdds, events);
    }

    /** Mean squared distance of probability and outcome. */
    double brier() {
        return IntStream.range(0, logOdds.length)
                .mapToDouble(i -> (events[i] ? 1 : 0) - ScoreTable.probability(logOdds[i]))
                .map(distance -> distance * distance)
                .average()
                .orElse(Double.NaN);
    }

    /** Of the cases with the event, or without it, the share that is called rightly. */
    double rightly(boolean event) {
        IntPredicate isOfClass = i -> events[i] == event;
        return IntStream.range(0, events.length)
                .filter(isOfClass)
                .mapToDouble(i -> called[i] == event ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }
}
