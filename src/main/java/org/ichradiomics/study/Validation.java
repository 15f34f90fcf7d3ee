package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.BootstrapAuc;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.InvalidInputException;

/**
 * How well the score tells cases with the event from those without.
 *
 * @param curves by outcome and subset; those with one class only are not there
 * @param cutoff for the first outcome, everywhere: that of a given signature, else Youden's in training; NaN without a
 *     curve
 * @param bootstrap interval of the AUC in training
 * @param rivals other scores of the same cases against this one
 * @param independent training against test; empty without a test
 * @param calibration of the score in test, or in training where nobody tests
 * @param missing sentences about what could not be had
 */
public record Validation(
        List<Curve> curves,
        double cutoff,
        Optional<Estimate> bootstrap,
        List<RivalTest> rivals,
        Optional<AucDifference> independent,
        Optional<Calibrated> calibration,
        List<String> missing) {

    /** Probabilities of acting: 5 % to 50 %. */
    static final double[] THRESHOLDS =
            IntStream.rangeClosed(1, 10).mapToDouble(i -> i / 20.0).toArray();

    /**
     * A ROC curve.
     *
     * @param cases with a score and a known outcome, as places in the cohort
     */
    public record Curve(Subset subset, Endpoint endpoint, int[] cases, RocCurve roc) {}

    /** The score's AUC minus that of another score of the same cases. */
    public record RivalTest(StudyPlan.Rival rival, RocCurve ours, RocCurve theirs, AucDifference difference) {

        /**
         * Whether both rank the cases in the direction that was fixed: else a small p says only that one of them is
         * upside down.
         */
        public boolean isMeaningful() {
            return ours.auc().area().value() >= 0.5 && theirs.auc().area().value() >= 0.5;
        }
    }

    /** Whether predicted probabilities came true. */
    public record Calibrated(
            Subset subset, double[] logOdds, boolean[] events, Calibration calibration, DecisionCurve decisions) {

        static Calibrated of(Subset subset, double[] logOdds, boolean[] events) throws InvalidInputException {
            double[] p = Arrays.stream(logOdds).map(ScoreTable::probability).toArray();
            return new Calibrated(
                    subset, logOdds, events, Calibration.of(logOdds, events), DecisionCurve.of(p, events, THRESHOLDS));
        }
    }

    static Validation of(
            Cohort cohort,
            double[] scores,
            List<StudyPlan.Rival> rivals,
            StudyPlan plan,
            boolean isProbability,
            OptionalDouble given) {
        List<Curve> curves = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Endpoint endpoint : cohort.endpoints()) {
            for (Subset subset : cohort.subsets()) {
                int[] cases = scored(endpoint.known(subset.cases()), scores);
                try {
                    curves.add(new Curve(subset, endpoint, cases, curve(scores, cases, endpoint)));
                } catch (InvalidInputException e) {
                    missing.add("There is no ROC curve of " + endpoint.rule().variable() + " in " + subset.title()
                            + ", where " + endpoint.count(cases) + " of " + cases.length + " cases had the event.");
                }
            }
        }
        Optional<Curve> training = find(curves, cohort.outcome(), Subset.TRAINING);
        Optional<Curve> test = find(curves, cohort.outcome(), Subset.TEST);
        Optional<Estimate> bootstrap = training.filter(c -> plan.descriptives().bootstrap() > 0)
                .map(c -> BootstrapAuc.of(c.roc(), plan.descriptives().bootstrap(), plan.seed()));
        List<RivalTest> tests = new ArrayList<>();
        for (StudyPlan.Rival rival : rivals)
            rival(cohort, scores, rival, missing).ifPresent(tests::add);
        Optional<AucDifference> independent = training.isPresent() && test.isPresent()
                ? Optional.of(AucDifference.independent(
                        training.get().roc(), test.get().roc()))
                : Optional.empty();
        return new Validation(
                List.copyOf(curves),
                given.orElse(training.map(c -> c.roc().youden().cutoff()).orElse(Double.NaN)),
                bootstrap,
                List.copyOf(tests),
                independent,
                isProbability ? calibrated(test.or(() -> training), scores, missing) : Optional.empty(),
                List.copyOf(missing));
    }

    private static Optional<Calibrated> calibrated(Optional<Curve> curve, double[] scores, List<String> missing) {
        if (curve.isEmpty()) return Optional.empty();
        int[] cases = curve.get().cases();
        try {
            return Optional.of(Calibrated.of(
                    curve.get().subset(),
                    Subset.take(scores, cases),
                    curve.get().endpoint().events(cases)));
        } catch (InvalidInputException e) {
            missing.add(e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<RivalTest> rival(
            Cohort cohort, double[] scores, StudyPlan.Rival rival, List<String> missing) {
        Optional<Subset> subset = cohort.subset(rival.subset());
        Optional<Variable> variable = cohort.variables().stream()
                .filter(v -> v.name().equals(rival.variable()))
                .findFirst();
        if (subset.isEmpty() || variable.isEmpty()) {
            missing.add("The score cannot be compared with " + rival.variable() + " in " + rival.subset()
                    + ": there is no such " + (subset.isEmpty() ? "subset." : "variable."));
            return Optional.empty();
        }
        if (!variable.get().isOrdered()) {
            missing.add("The score cannot be compared with " + rival.variable() + " in "
                    + subset.get().title() + ": its levels ("
                    + String.join(", ", variable.get().levels()) + ") have no order.");
            return Optional.empty();
        }
        double[] other = IntStream.range(0, scores.length)
                .mapToDouble(i -> (rival.low() ? -1 : 1) * variable.get().values()[i])
                .toArray();
        int[] cases = scored(scored(cohort.outcome().known(subset.get().cases()), scores), other);
        try {
            RocCurve ours = curve(scores, cases, cohort.outcome());
            RocCurve theirs = curve(other, cases, cohort.outcome());
            return Optional.of(new RivalTest(rival, ours, theirs, AucDifference.paired(ours, theirs)));
        } catch (InvalidInputException e) {
            missing.add("The score cannot be compared with " + rival.variable() + " in "
                    + subset.get().title() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static RocCurve curve(double[] scores, int[] cases, Endpoint endpoint) throws InvalidInputException {
        return RocCurve.of(Subset.take(scores, cases), endpoint.events(cases));
    }

    static int[] scored(int[] cases, double[] scores) {
        return IntStream.of(cases).filter(i -> Double.isFinite(scores[i])).toArray();
    }

    private static Optional<Curve> find(List<Curve> curves, Endpoint endpoint, String subset) {
        return curves.stream()
                .filter(curve ->
                        curve.endpoint() == endpoint && curve.subset().key().equals(subset))
                .findFirst();
    }

    /** The curve of an outcome in a subset. */
    public Optional<Curve> curve(Endpoint endpoint, String subset) {
        return find(curves, endpoint, subset);
    }
}
