package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.signature.Signature;

/**
 * All that a study found. Parts that its tables do not allow are empty; {@link #notes} say why.
 *
 * @param agreement empty without a second reader
 * @param sturdy how robust the features are; empty where the plan names no perturbed cases
 * @param scoring empty without features
 * @param comparisons of groups, for the paper's Table 1
 * @param signatures the study's score against others, where the plan names some
 * @param notes what was decided on the way, in sentences
 * @param concerns what a reviewer would raise, in sentences
 */
public record StudyResult(
        StudyInputs inputs,
        Cohort cohort,
        Optional<ReaderAgreement> agreement,
        Optional<Sturdy> sturdy,
        Optional<Scoring> scoring,
        List<GroupComparison> comparisons,
        List<SignatureComparison> signatures,
        Regressions regressions,
        List<String> notes,
        List<String> concerns) {

    /** The plan that was followed. */
    public StudyPlan plan() {
        return cohort.plan();
    }

    /** Empty without features, or where a signature was given. */
    public Optional<UnivariateFilter> filter() {
        return scoring.flatMap(Scoring::trained).map(Scoring.Trained::filter);
    }

    /** Empty where there is no filter, or it left nothing. */
    public Optional<Selection> selection() {
        return scoring.flatMap(Scoring::trained).flatMap(Scoring.Trained::selection);
    }

    /** What the way to the signature is worth; empty where nothing was trained, or the plan does not ask. */
    public Optional<InternalValidation> internal() {
        return scoring.flatMap(Scoring::trained).flatMap(Scoring.Trained::internal);
    }

    /** How many cases a signature of this kind needs; empty where nothing was trained. */
    public Optional<RequiredCases> sizes() {
        return scoring.flatMap(Scoring::trained).map(Scoring.Trained::sizes);
    }

    /** Trained, or the one that was given; empty without features, or where the LASSO kept no feature. */
    public Optional<Signature> signature() {
        return scoring.flatMap(Scoring::signature);
    }

    /**
     * The signature with probabilities that fit a test that nobody drew from the cases that trained it; or, of one that
     * was given, that fit these cases. By the key of the part.
     */
    public Map<String, Signature> recalibrated() {
        Map<String, Signature> recalibrated = new LinkedHashMap<>();
        boolean isGiven = plan().given().isPresent();
        if (signature().isEmpty()
                || !isGiven
                        && plan().split() instanceof SplitRule.Random
                        && inputs.tests().isEmpty()) return recalibrated;
        for (Judged part : validation().map(Validation::parts).orElse(List.of())) {
            if (!isGiven && !part.subset().isTest()) continue;
            part.probabilities()
                    .flatMap(p -> Recalibrated.of(signature().get(), p.calibrated(), plan().name()))
                    .ifPresent(one -> recalibrated.put(part.subset().key(), one));
        }
        return recalibrated;
    }

    /** The score of every case; empty if no signature was trained or given. */
    public Optional<ScoreTable> scores() {
        return scoring.map(Scoring::scores);
    }

    /** How the score discriminates; empty if there is none. */
    public Optional<Validation> validation() {
        return scoring.map(Scoring::validation);
    }

    /** How many values are missing where. */
    public MissingValues missing() {
        return MissingValues.of(cohort, scores().map(ScoreTable::score).orElse(new double[0]));
    }

    /** The score beside the volume at baseline; empty without one of them. */
    public Optional<CombinedModel> beyondVolume() {
        return regressions.beyondVolume();
    }

    /** Regressions of the first outcome in training, variable by variable. */
    public List<Regression> univariable() {
        return regressions.univariable();
    }

    /** Multivariable, each with a key of its own. */
    public List<Regression> models() {
        return regressions.multivariable();
    }

    /** The backward selections, criterion by criterion. */
    public List<BackwardSelection> backward() {
        return regressions.backward();
    }

    /** Those of the training with the score, against the same without it. */
    public List<CombinedModel> combined() {
        return regressions.combined();
    }

    /** Of those of the training whose coefficients are finite. */
    public List<ModelCalibration> calibrations() {
        return regressions.calibrations();
    }

    /** One of the comparisons by its key. */
    public Optional<GroupComparison> comparison(String key) {
        return comparisons.stream()
                .filter(comparison -> comparison.key().equals(key))
                .findFirst();
    }

    /** Small against middle volumes. */
    public Optional<GroupComparison> volumes() {
        return cohort.small()
                .flatMap(small -> cohort.middle().flatMap(middle -> comparison(GroupComparison.key(small, middle))));
    }

    /** One of the multivariable models by its key. */
    public Optional<Regression> model(String key) {
        return models().stream().filter(model -> model.key().equals(key)).findFirst();
    }
}
