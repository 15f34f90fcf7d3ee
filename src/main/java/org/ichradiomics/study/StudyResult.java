package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.signature.Signature;

/**
 * All that a study found. Parts that its tables do not allow are empty; {@link #notes} say why.
 *
 * @param filter empty without features, or where a signature was given
 * @param agreement empty without a second reader
 * @param selection empty where there is no filter
 * @param signature trained, or the one that was given; empty without features, or where the LASSO kept no feature
 * @param scores empty without a score
 * @param validation empty without a score
 * @param comparisons of groups, for the paper's Table 1
 * @param univariable regressions of the first outcome in training, variable by variable
 * @param models multivariable, each with a key of its own
 * @param combined those of the training with the score, against the same without it
 * @param calibrations of those of the training whose coefficients are finite
 * @param notes what was decided on the way, in sentences
 * @param concerns what a reviewer would raise, in sentences
 */
public record StudyResult(
        StudyPlan plan,
        StudyInputs inputs,
        Cohort cohort,
        Optional<UnivariateFilter> filter,
        Optional<ReaderAgreement> agreement,
        Optional<Selection> selection,
        Optional<Signature> signature,
        Optional<ScoreTable> scores,
        Optional<Validation> validation,
        List<GroupComparison> comparisons,
        List<Regression> univariable,
        List<Regression> models,
        List<BackwardSelection> backward,
        List<CombinedModel> combined,
        List<ModelCalibration> calibrations,
        List<String> notes,
        List<String> concerns) {

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
        return models.stream().filter(model -> model.key().equals(key)).findFirst();
    }
}
