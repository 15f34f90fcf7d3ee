package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        double[] known = Arrays.stream(scores).map(s -> s + 0.0).toArray(); // −0.0 is 0.0
        positives = Outcome.only(true, events, known);
        negatives = Outcome.only(false, events, known);
        double[] distinct = distinct();
        Sorted with = Sorted.of(positives);
        Sorted without = Sorted.of(negatives);
        points = IntStream.rangeClosed(0, distinct.length)
                .mapToDouble(i -> threshold(distinct, i))
                .mapToObj(t -> point(t, with.below(t), without.below(t)))
                .toList();
    }

    /**
     * @param scores one for each case, finite
     * @param events whether the event happened
     * @throws InvalidInputException if a score is missing or infinite, or all cases have the same outcome
     */
    public static RocCurve of(double[] scores, boolean[] events) throws InvalidInputException {
        Outcome.requireEach("scores", scores, events);
        Outcome.requireFinite("The score is missing", scores, "leave them out of the ROC curve");
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
        return point(threshold, positives.length - tp, negatives.length - fp);
    }

    private Confusion point(double threshold, int falseNegatives, int trueNegatives) {
        int tp = positives.length - falseNegatives;
        int fp = negatives.length - trueNegatives;
        return new Confusion(threshold, tp, fp, falseNegatives, trueNegatives);
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

    /** The different scores, ascending. */
    double[] distinct() {
        return Arrays.stream(Sorted.of(positives, negatives).values())
                .distinct()
                .toArray();
    }

    private static double threshold(double[] distinct, int i) {
        if (i == 0) return Double.NEGATIVE_INFINITY;
        if (i == distinct.length) return Double.POSITIVE_INFINITY;
        double middle = (distinct[i - 1] + distinct[i]) / 2;
        return middle > distinct[i - 1] ? middle : distinct[i]; // between neighbouring doubles there is no middle
    }
}
