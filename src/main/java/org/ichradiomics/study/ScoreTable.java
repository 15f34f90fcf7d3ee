package org.ichradiomics.study;

import java.util.Arrays;
import java.util.Optional;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.stats.Predictors;

/**
 * Scores by case.
 *
 * @param score of the study's signature; NaN where a value is missing
 * @param devianceMin of the model with the best deviance
 * @param publishedByTraining the published formula, z-scores against the training cases
 * @param publishedByPart the same, z-scores within training and within test, as apparently published
 */
public record ScoreTable(
        double[] score,
        Optional<double[]> devianceMin,
        Optional<double[]> publishedByTraining,
        Optional<double[]> publishedByPart) {

    /** The cutoff of the published formula. */
    public static final double PUBLISHED_CUTOFF = Signatures.zhan2020().cutoff();

    static ScoreTable of(Cohort cohort, double[] score, Optional<double[]> devianceMin) {
        Predictors features = cohort.features().orElseThrow();
        return new ScoreTable(
                score,
                devianceMin,
                published(features, cohort.split().training()),
                publishedByPart(features, cohort.split()));
    }

    /** 1/(1 + e^−R). */
    public static double probability(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** The published formula with z-scores against some of the cases, for all; empty if a feature is missing. */
    private static Optional<double[]> published(Predictors features, int[] against) {
        Signature zhan = Signatures.zhan2020();
        double[] scores = new double[features.patients()];
        Arrays.fill(scores, zhan.intercept());
        for (Signature.Term term : zhan.terms()) {
            int j = features.names().indexOf(term.feature());
            if (j < 0) return Optional.empty();
            double[] column = features.columns()[j];
            double[] known = Arrays.stream(Subset.take(column, against))
                    .filter(Double::isFinite)
                    .toArray();
            double mean = Arrays.stream(known).sum() / known.length;
            double sd = Math.sqrt(
                    Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum() / (known.length - 1));
            for (int i = 0; i < scores.length; i++) scores[i] += term.weight() * (column[i] - mean) / sd;
        }
        return Optional.of(scores);
    }

    private static Optional<double[]> publishedByPart(Predictors features, Split split) {
        Optional<double[]> training = published(features, split.training());
        if (training.isEmpty() || !split.isDivided()) return training;
        double[] scores = training.get().clone();
        for (Subset part : split.tests()) {
            double[] test = published(features, part.cases()).orElseThrow();
            for (int i : part.cases()) scores[i] = test[i];
        }
        return Optional.of(scores);
    }
}
