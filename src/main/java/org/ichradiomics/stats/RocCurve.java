package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/**
 * The receiver operating characteristic of a score. A higher score always speaks for the event: an AUC below 0.5 stays
 * below 0.5.
 */
public final class RocCurve {

    private static final double TIE = 1e-12;

    private final double[] positives; // scores of the cases with the event
    private final double[] negatives;
    private final boolean[] events;
    private final List<Confusion> points;

    private RocCurve(double[] scores, boolean[] events) {
        this.events = events.clone();
        positives = new double[Outcome.events(events)];
        negatives = new double[events.length - positives.length];
        int p = 0;
        int n = 0;
        for (int i = 0; i < events.length; i++) {
            if (events[i]) {
                positives[p++] = scores[i] + 0.0; // −0.0 is 0.0
            } else {
                negatives[n++] = scores[i] + 0.0;
            }
        }
        points = points(sorted(positives), sorted(negatives));
    }

    /**
     * @param scores one for each case, finite
     * @param events whether the event happened
     * @throws InvalidInputException if a score is missing or infinite, or all cases have the same outcome
     */
    public static RocCurve of(double[] scores, boolean[] events) throws InvalidInputException {
        if (scores.length != events.length) {
            throw new IllegalArgumentException(scores.length + " scores but " + events.length + " outcomes");
        }
        long bad = Arrays.stream(scores).filter(s -> !Double.isFinite(s)).count();
        if (bad > 0) {
            throw new InvalidInputException("The score is missing in " + bad + " of " + scores.length
                    + " cases: leave them out of the ROC curve.");
        }
        Outcome.requireBoth("event", events);
        return new RocCurve(scores, events);
    }

    /** A point of the curve for each threshold: −∞, the middles between consecutive distinct scores, +∞; ascending. */
    public List<Confusion> points() {
        return points;
    }

    /** The area under the curve with DeLong's standard error. */
    public Auc auc() {
        return Auc.of(placements());
    }

    /** Scores of at least the threshold called positive. */
    public Confusion at(double threshold) {
        int tp = (int) Arrays.stream(positives).filter(s -> s >= threshold).count();
        int fp = (int) Arrays.stream(negatives).filter(s -> s >= threshold).count();
        return new Confusion(threshold, tp, fp, positives.length - tp, negatives.length - fp);
    }

    /** The point with the largest sensitivity + specificity − 1; of several the most sensitive. */
    public Youden youden() {
        double best = points.stream().mapToDouble(Confusion::youden).max().orElseThrow();
        List<Confusion> tied =
                points.stream().filter(point -> point.youden() >= best - TIE).toList();
        return new Youden(tied.get(0), tied.size());
    }

    Placements placements() {
        return Placements.of(positives, negatives);
    }

    double[] positives() {
        return positives;
    }

    double[] negatives() {
        return negatives;
    }

    boolean isOfSameCases(RocCurve other) {
        return Arrays.equals(events, other.events);
    }

    /** The number of cases. */
    public int size() {
        return events.length;
    }

    private static List<Confusion> points(double[] positives, double[] negatives) {
        double[] distinct = Arrays.stream(new double[][] {positives, negatives})
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        List<Confusion> points = new ArrayList<>();
        int p = 0; // scores below the threshold
        int n = 0;
        for (int i = 0; i <= distinct.length; i++) {
            while (i > 0 && p < positives.length && positives[p] <= distinct[i - 1]) p++;
            while (i > 0 && n < negatives.length && negatives[n] <= distinct[i - 1]) n++;
            points.add(new Confusion(threshold(distinct, i), positives.length - p, negatives.length - n, p, n));
        }
        return List.copyOf(points);
    }

    private static double threshold(double[] distinct, int i) {
        if (i == 0) return Double.NEGATIVE_INFINITY;
        if (i == distinct.length) return Double.POSITIVE_INFINITY;
        double middle = (distinct[i - 1] + distinct[i]) / 2;
        return middle > distinct[i - 1] ? middle : distinct[i]; // between neighbouring doubles there is no middle
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
