package org.ichradiomics.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.text.Key;

/**
 * How a signature was trained: what a reviewer needs to find it again, and its form for values as measured.
 *
 * @param software that trained it, with its version
 * @param outcome what it predicts
 * @param cases of the training
 * @param events among them
 * @param test cases that were held out; 0 for none
 * @param lambda penalty
 * @param k place of λ on its path, from 1
 * @param rule how λ was chosen
 * @param seed of all that was drawn
 * @param folds SHA-256 of the folds of the cross-validation
 * @param auc in training, which the choice of features makes too good
 * @param rawIntercept of the score from values as measured: intercept − Σ weight · mean/SD
 * @param rawWeights by feature, for values as measured: weight/SD
 */
public record Training(
        String software,
        String outcome,
        int cases,
        int events,
        @Key("test_cases") int test,
        double lambda,
        int k,
        String rule,
        long seed,
        @Key("folds_sha256") String folds,
        @Key(nullable = true) double auc,
        double rawIntercept,
        @Key(needed = true) Map<String, Double> rawWeights) {

    /** @throws IllegalArgumentException if counts contradict each other or a number is not finite */
    public Training {
        if (cases < 2 || events < 1 || events >= cases || test < 0 || k < 1) {
            throw new IllegalArgumentException("a training of " + cases + " cases cannot have " + events + " events, "
                    + test + " test cases and λ number " + k);
        }
        if (!Double.isFinite(lambda)
                || !Double.isFinite(rawIntercept)
                || !rawWeights.values().stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("the numbers of the training must be finite");
        }
        rawWeights = Collections.unmodifiableMap(new LinkedHashMap<>(rawWeights));
    }
}
