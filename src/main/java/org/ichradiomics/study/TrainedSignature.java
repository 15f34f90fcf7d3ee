package org.ichradiomics.study;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.signature.CaseScores;
import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Scale;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Training;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Version;

/** The signature that a LASSO model is: it carries its own reference and says how it was trained. */
final class TrainedSignature {

    private final Cohort cohort;
    private final Selection selection;
    private final LassoModel model;
    private final int[] cases;
    private final int events;

    private TrainedSignature(Cohort cohort, Selection selection) {
        this.cohort = cohort;
        this.selection = selection;
        model = selection.model();
        cases = cohort.split().training();
        events = cohort.outcome().count(cases);
    }

    /** None where the model has no feature. */
    static Attempt<Signature> of(Cohort cohort, Selection selection, Validation validation)
            throws InvalidInputException {
        TrainedSignature trained = new TrainedSignature(cohort, selection);
        return trained.model.terms().isEmpty()
                ? Attempt.failed("The LASSO kept no feature (" + trained.rule()
                        + "): there is no signature, and the score is the same for all.")
                : Attempt.found(trained.signature(validation));
    }

    private Signature signature(Validation validation) throws InvalidInputException {
        Reference reference = reference(settings(cohort.featureTable().orElseThrow()));
        Signature trained = signature(validation, reference);
        double[] all = model.scores(selection.features());
        return signature(validation, reference.holding(CaseScores.of(trained, Subset.take(all, cases))));
    }

    private Signature signature(Validation validation, Reference reference) throws InvalidInputException {
        return new Signature(
                        cohort.plan().name(),
                        "Trained by " + Version.NAME + " on " + cases.length + " cases, " + events + " with the event ("
                                + cohort.outcome().rule().event() + ").",
                        model.intercept(),
                        model.terms().stream()
                                .map(term -> new Signature.Term(term.feature(), term.beta()))
                                .toList(),
                        validation.cutoff(),
                        volumes(),
                        plausible(),
                        reference.settings(),
                        Optional.of(reference),
                        Optional.of(training(validation)))
                .with(cohort.harmony()
                        .map(h -> h.of(model.terms().stream()
                                .map(LassoModel.Term::feature)
                                .toList())));
    }

    private Reference reference(Settings settings) {
        String name = cohort.plan().name();
        String origin = "the " + cases.length + " training cases of " + name;
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (LassoModel.Term term : model.terms())
            scales.put(term.feature(), new Scale(term.mean(), term.sd(), cases.length, origin));
        return new Reference("Training of " + name, Reference.Kind.COHORT, origin, cases.length, settings, scales);
    }

    private Training training(Validation validation) {
        Map<String, Double> raw = new LinkedHashMap<>();
        for (LassoModel.Term term : model.terms()) raw.put(term.feature(), term.rawBeta());
        return new Training(
                Version.NAME,
                cohort.outcome().rule().variable(),
                cases.length,
                events,
                cohort.split().test().length,
                model.lambda(),
                model.k(),
                rule(),
                cohort.plan().seed(),
                selection.folds().hash(),
                validation
                        .curve(cohort.outcome(), Subset.TRAINING)
                        .map(c -> c.roc().auc().area().value())
                        .orElse(Double.NaN),
                model.rawIntercept(),
                raw);
    }

    /** In words: how λ was chosen. */
    private String rule() {
        String best = selection.choice().measure() == CvMeasure.AUC
                ? "largest cross-validated AUC"
                : "smallest cross-validated deviance";
        return cohort.plan().lasso().choice() == StudyPlan.Choice.MIN
                ? best
                : "largest λ within one standard error of the " + best;
    }

    private static Settings settings(FeatureTable table) throws InvalidInputException {
        try {
            return table.settings().map(Settings::hashed).orElse(Settings.UNKNOWN);
        } catch (IllegalArgumentException e) {
            return Settings.UNKNOWN;
        }
    }

    private DoubleSummaryStatistics known(double[] values) {
        return Arrays.stream(Subset.take(values, cases))
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    /** Whole mL around the haematomas of the training. */
    private Range volumes() {
        if (cohort.baseline().isEmpty()) return Range.ALL;
        DoubleSummaryStatistics volumes = known(cohort.baseline().get());
        return volumes.getCount() == 0
                ? Range.ALL
                : new Range(Math.floor(volumes.getMin()), Math.floor(volumes.getMax()) + 1);
    }

    /** The scores of the training, and as much again to both sides, to tenths. */
    private Range plausible() {
        DoubleSummaryStatistics known = known(model.scores(selection.features()));
        double low = known.getMin();
        double high = known.getMax();
        return low < high
                ? new Range(Math.floor(10 * (low - (high - low))) / 10, Math.ceil(10 * (high + (high - low))) / 10)
                : Range.ALL;
    }
}
