package org.ichradiomics.study;

import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** That there are cases enough to do a plan anew on draws of them. */
final class EnoughCases {

    private EnoughCases() {}

    /**
     * Before anything is computed.
     *
     * @throws InvalidInputException if there are fewer cases of an outcome than the folds within folds need
     */
    static void require(StudyPlan plan, int[] training, Endpoint outcome) throws InvalidInputException {
        if (plan.resampling().isEmpty()) return;
        int folds = plan.resampling().get().folds();
        int inner = plan.lasso().folds();
        int with = outcome.count(training);
        int rarer = Math.min(with, training.length - with);
        int needed = folds;
        while (needed - (needed + folds - 1) / folds < inner) needed++;
        if (rarer >= needed) return;
        throw new InvalidInputException(Sentence.of(
                "Cross-validation with " + folds + " folds, and with " + inner
                        + " more in each of them, needs at least "
                        + needed + " training cases with and " + needed + " without the event, but there are only "
                        + rarer + (rarer == with ? " with" : " without") + " it: lower ",
                FileKey.ofStudy("validation.folds"),
                " or ",
                FileKey.ofStudy("lasso.folds"),
                ", or leave out ",
                FileKey.ofStudy("validation"),
                "."));
    }
}
