package org.ichradiomics.study;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    private TrainedSignature() {}

    /** None where the model has no feature. */
    static Attempt<Signature> of(Cohort cohort, Selection selection, Validation validation)
            throws InvalidInputException {
        StudyPlan plan = cohort.plan();
        LassoModel model = selection.model();
        String rule = rule(plan.lasso().choice(), selection.choice().measure());
        if (model.terms().isEmpty())
            return Attempt.failed("The LASSO kept no feature (" + rule
                    + "): there is no signature, and the score is the same for all.");
        int[] training = cohort.split().training();
        int events = cohort.outcome().count(training);
        Settings settings = settings(cohort.featureTable().orElseThrow());
        Map<String, Scale> scales = new LinkedHashMap<>();
        Map<String, Double> raw = new LinkedHashMap<>();
        String origin = "the " + training.length + " training cases of " + plan.name();
        for (LassoModel.Term term : model.terms()) {
            scales.put(term.feature(), new Scale(term.mean(), term.sd(), training.length, origin));
            raw.put(term.feature(), term.rawBeta());
        }
        Reference reference = new Reference(
                "Training of " + plan.name(), Reference.Kind.COHORT, origin, training.length, settings, scales);
        double auc = validation
                .curve(cohort.outcome(), Subset.TRAINING)
                .map(c -> c.roc().auc().area().value())
                .orElse(Double.NaN);
        Training trained = new Training(
                Version.NAME,
                cohort.outcome().rule().variable(),
                training.length,
                events,
                cohort.split().test().length,
                model.lambda(),
                model.k(),
                rule,
                plan.seed(),
                selection.folds().hash(),
                auc,
                model.rawIntercept(),
                raw);
        return Attempt.found(new Signature(
                plan.name(),
                "Trained by " + Version.NAME + " on " + training.length + " cases, " + events + " with the event ("
                        + cohort.outcome().rule().event() + ").",
                model.intercept(),
                model.terms().stream()
                        .map(term -> new Signature.Term(term.feature(), term.beta()))
                        .toList(),
                validation.cutoff(),
                volumes(cohort, training),
                plausible(model.scores(selection.features()), training),
                settings,
                Optional.of(reference),
                Optional.of(trained)));
    }

    /** In words: how λ was chosen. */
    private static String rule(StudyPlan.Choice choice, CvMeasure measure) {
        String best = measure == CvMeasure.AUC ? "largest cross-validated AUC" : "smallest cross-validated deviance";
        return choice == StudyPlan.Choice.MIN ? best : "largest λ within one standard error of the " + best;
    }

    private static Settings settings(FeatureTable table) throws InvalidInputException {
        try {
            return table.settings().map(Settings::hashed).orElse(Settings.UNKNOWN);
        } catch (IllegalArgumentException e) {
            return Settings.UNKNOWN;
        }
    }

    private static DoubleSummaryStatistics known(double[] values, int[] cases) {
        return Arrays.stream(Subset.take(values, cases))
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    /** Whole mL around the haematomas of the training. */
    private static Range volumes(Cohort cohort, int[] training) {
        if (cohort.baseline().isEmpty()) return Range.ALL;
        DoubleSummaryStatistics volumes = known(cohort.baseline().get(), training);
        return volumes.getCount() == 0
                ? Range.ALL
                : new Range(Math.floor(volumes.getMin()), Math.floor(volumes.getMax()) + 1);
    }

    /** The scores of the training, and as much again to both sides, to tenths. */
    private static Range plausible(double[] scores, int[] training) {
        DoubleSummaryStatistics known = known(scores, training);
        double low = known.getMin();
        double high = known.getMax();
        return low < high
                ? new Range(Math.floor(10 * (low - (high - low))) / 10, Math.ceil(10 * (high + (high - low))) / 10)
                : Range.ALL;
    }
}
