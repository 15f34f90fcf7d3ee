package org.ichradiomics.study;

import java.util.function.ToDoubleFunction;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.text.English;

/** What the predictions of a score are judged by, on the cases that trained it and on others. */
public enum Measure {
    /** Area under the ROC curve: of each fold by itself, averaged by the folds' cases. */
    AUC("auc", "AUC", 3, Predicted::auc),
    /** That of the predictions of all folds together, which is biased low where there is nothing to find. */
    POOLED_AUC("auc_pooled", "AUC over pooled folds", 3, Predicted::pooledAuc),
    /** Calibration slope: 1 is right, below it predictions are too extreme. */
    SLOPE("calibration_slope", "calibration slope", 2, of(Calibration::slope)),
    /** Calibration intercept, fitted together with the slope. */
    INTERCEPT("calibration_intercept_joint", "calibration intercept", 2, of(Calibration::intercept)),
    /** Calibration intercept for a slope of 1. */
    IN_THE_LARGE("calibration_in_the_large", "calibration in the large", 2, of(Calibration::inTheLarge)),
    /** Mean squared distance of probability and outcome. */
    BRIER("brier", "Brier score", 3, Predicted::brier),
    /** Of the cases with the event those at or above the model's own cutoff. */
    SENSITIVITY("sensitivity", "sensitivity", 3, predicted -> predicted.rightly(true)),
    /** Of the cases without it those below. */
    SPECIFICITY("specificity", "specificity", 3, predicted -> predicted.rightly(false));

    private final String key;
    private final String words;
    private final int decimals;
    private final ToDoubleFunction<Predicted> of;

    Measure(String key, String words, int decimals, ToDoubleFunction<Predicted> of) {
        this.key = key;
        this.words = words;
        this.decimals = decimals;
        this.of = of;
    }

    private static ToDoubleFunction<Predicted> of(ToDoubleFunction<Calibration> of) {
        return predicted -> predicted.calibration().map(of::applyAsDouble).orElse(Double.NaN);
    }

    /** In files for programs. */
    public String key() {
        return key;
    }

    /** Within sentences. */
    public String words() {
        return words;
    }

    /** In tables of papers and windows. */
    public String title() {
        return English.capital(words);
    }

    /** How many decimals papers print. */
    public int decimals() {
        return decimals;
    }

    double of(Predicted predicted) {
        return of.applyAsDouble(predicted);
    }
}
