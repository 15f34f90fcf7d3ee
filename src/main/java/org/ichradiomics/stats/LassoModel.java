package org.ichradiomics.stats;

import java.util.List;

/**
 * A linear predictor logit p = b₀ + Σ bⱼxⱼ of one λ.
 *
 * @param k place of λ on its path, from 1
 * @param lambda λ
 * @param intercept with z-scores
 * @param rawIntercept with values as measured: intercept − Σ beta·mean/sd
 * @param terms features whose coefficient is not 0, in the order of the columns; empty for the model without features
 */
public record LassoModel(int k, double lambda, double intercept, double rawIntercept, List<Term> terms) {

    /**
     * One feature of the model.
     *
     * @param index of its column, from 0
     * @param feature its name
     * @param beta coefficient of the z-score (x − mean)/sd
     * @param rawBeta coefficient of the value as measured, beta/sd
     * @param mean of the training patients
     * @param sd of the training patients, divisor n − 1
     */
    public record Term(int index, String feature, double beta, double rawBeta, double mean, double sd) {}

    /** Keeps its own copy of the terms. */
    public LassoModel {
        terms = List.copyOf(terms);
    }

    /**
     * b₀ + Σ beta·z for each patient; NaN where a value of a term is missing. The columns are those of the training.
     */
    public double[] scores(Predictors predictors) {
        double[] scores = new double[predictors.patients()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = intercept;
            // The z-score first, as a signature computes it: the same bits.
            for (Term term : terms)
                scores[i] += term.beta() * ((predictors.columns()[term.index()][i] - term.mean()) / term.sd());
        }
        return scores;
    }
}
