package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
 * @param parts training and each test, with more about the first outcome
 * @param missing sentences about what could not be had
 */
public record Validation(
        List<Curve> curves,
        double cutoff,
        Optional<Estimate> bootstrap,
        List<RivalTest> rivals,
        Optional<AucDifference> independent,
        Optional<Calibrated> calibration,
        List<Judged> parts,
        List<String> missing) {

    /** Probabilities of acting: 5 % to 50 %. */
    static final double[] THRESHOLDS =
            IntStream.rangeClosed(1, 10).mapToDouble(i -> i / 20.0).toArray();

    /** As curves are drawn. */
    static final double[] DRAWN =
            IntStream.rangeClosed(1, 50).mapToDouble(i -> i / 100.0).toArray();

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
            return new Calibrated(
                    subset, logOdds, events, Calibration.of(logOdds, events), decisions(logOdds, events, THRESHOLDS));
        }

        /** Decisions as they are drawn, at 1 % to 50 %. */
        public DecisionCurve drawn() {
            return drawn(logOdds, events);
        }

        static DecisionCurve drawn(double[] logOdds, boolean[] events) {
            return decisions(logOdds, events, DRAWN);
        }

        private static DecisionCurve decisions(double[] logOdds, boolean[] events, double[] thresholds) {
            return DecisionCurve.of(
                    Arrays.stream(logOdds).map(ScoreTable::probability).toArray(), events, thresholds);
        }
    }

    /**
     * @param isLogit whether the score is the log odds of the event
     * @param given the cutoff, where it is not Youden's
     */
    static Validation of(Cohort cohort, double[] scores, boolean isLogit, OptionalDouble given) {
        List<Attempt<Curve>> tried = new ArrayList<>();
        for (Endpoint endpoint : cohort.endpoints()) {
            for (Subset subset : cohort.subsets()) {
                int[] cases = scored(endpoint.known(subset.cases()), scores);
                tried.add(Attempt.at(() -> new Curve(subset, endpoint, cases, curve(scores, cases, endpoint)))
                        .otherwise("There is no ROC curve of " + endpoint.rule().variable() + " in " + subset.title()
                                + ", where " + endpoint.count(cases) + " of " + cases.length
                                + " cases had the event."));
            }
        }
        List<Curve> curves = Attempt.results(tried);
        Optional<Curve> training = find(curves, cohort.outcome(), Subset.TRAINING);
        Optional<Curve> test = find(curves, cohort.outcome(), Subset.TEST);
        int draws = cohort.plan().descriptives().bootstrap();
        List<Attempt<RivalTest>> rivals = rivals(cohort).stream()
                .map(rival -> rival(cohort, scores, rival))
                .toList();
        Optional<Attempt<Calibrated>> calibrated = test.or(() -> training)
                .filter(curve -> isLogit)
                .map(curve -> Attempt.at(() -> Calibrated.of(
                        curve.subset(),
                        Subset.take(scores, curve.cases()),
                        curve.endpoint().events(curve.cases()))));
        return new Validation(
                curves,
                given.orElse(training.map(c -> c.roc().youden().cutoff()).orElse(Double.NaN)),
                training.filter(c -> draws > 0)
                        .map(c -> BootstrapAuc.of(c.roc(), draws, cohort.plan().seed())),
                Attempt.results(rivals),
                training.flatMap(one -> test.map(other -> AucDifference.independent(one.roc(), other.roc()))),
                calibrated.flatMap(Attempt::result),
                parts(cohort, curves, scores, isLogit),
                Stream.of(
                                Attempt.problems(tried),
                                Attempt.problems(rivals),
                                Attempt.problems(calibrated.stream().toList()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Judged> parts(Cohort cohort, List<Curve> curves, double[] scores, boolean isLogit) {
        Optional<RocCurve> training =
                find(curves, cohort.outcome(), Subset.TRAINING).map(Curve::roc);
        return Attempt.results(cohort.trainingAndTests().stream()
                .flatMap(subset -> find(curves, cohort.outcome(), subset.key()).stream())
                .map(curve -> Judged.of(
                        curve,
                        training.filter(roc -> curve.subset().isTest()),
                        scores,
                        isLogit,
                        cohort.plan().seed()))
                .toList());
    }

    /** The plan's, or those of the paper that the cohort has. */
    private static List<StudyPlan.Rival> rivals(Cohort cohort) {
        return cohort.plan()
                .rivals()
                .orElseGet(() -> PublishedStudy.rivals().stream()
                        .filter(rival -> cohort.variable(rival.variable()).isPresent())
                        .toList());
    }

    private static Attempt<RivalTest> rival(Cohort cohort, double[] scores, StudyPlan.Rival rival) {
        String what = "The score cannot be compared with " + rival.variable() + " in ";
        Optional<Subset> subset = cohort.subset(rival.subset());
        Optional<Variable> variable = cohort.variable(rival.variable());
        if (subset.isEmpty() || variable.isEmpty()) {
            return Attempt.failed(
                    what + rival.subset() + ": there is no such " + (subset.isEmpty() ? "subset." : "variable."));
        }
        String in = what + subset.get().title() + ": ";
        if (!variable.get().isOrdered()) {
            return Attempt.failed(
                    in + "its levels (" + String.join(", ", variable.get().levels()) + ") have no order.");
        }
        double[] other = Arrays.stream(variable.get().values())
                .map(value -> rival.low() ? -value : value)
                .toArray();
        int[] cases = scored(scored(cohort.outcome().known(subset.get().cases()), scores), other);
        Attempt<RivalTest> test = Attempt.at(() -> {
            RocCurve ours = curve(scores, cases, cohort.outcome());
            RocCurve theirs = curve(other, cases, cohort.outcome());
            return new RivalTest(rival, ours, theirs, AucDifference.paired(ours, theirs));
        });
        return test.problem().map(why -> Attempt.<RivalTest>failed(in + why)).orElse(test);
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

    /** Of the other scores, a low GCS has a curve of its own in training; empty without GCS, or with one class only. */
    public static Optional<RocCurve> ofLowGcs(Cohort cohort) {
        return cohort.variable("gcs")
                .filter(gcs -> gcs.kind() == Variable.Kind.CONTINUOUS)
                .flatMap(gcs -> {
                    double[] low =
                            Arrays.stream(gcs.values()).map(value -> -value).toArray();
                    int[] cases = scored(cohort.split().training(), low);
                    return Attempt.at(() -> curve(low, cases, cohort.outcome())).result();
                });
    }
}
