package org.ichradiomics.stats;

import java.util.stream.IntStream;

/**
 * A measure of cross-validation along the path, as {@code cv.glmnet} sums it up.
 *
 * @param measure what was measured
 * @param lambdas descending; place k − 1 belongs to λ number k
 * @param mean over the folds, weighted by their patients, those without a value left out
 * @param sd standard error of the mean: √(weighted variance of the folds/(folds − 1))
 * @param byFold λ × fold; NaN where the fold has no value
 */
public record CvCurve(CvMeasure measure, double[] lambdas, double[] mean, double[] sd, double[][] byFold) {

    /** Values this close are a tie. */
    private static final double TIE = 1e-12;

    /** The number, from 1, of the λ with the best mean; of several the one with the largest λ. */
    public int kMin() {
        double best =
                IntStream.range(0, mean.length).mapToDouble(this::loss).min().orElse(Double.POSITIVE_INFINITY);
        return first(best + TIE);
    }

    /** The number, from 1, of the largest λ whose mean is within one sd of the best. */
    public int k1se() {
        int min = kMin() - 1;
        return first(loss(min) + sd[min]);
    }

    private int first(double bound) {
        int k = 0;
        while (!(loss(k) <= bound)) k++;
        return k + 1;
    }

    /** λ with the best mean. */
    public double lambdaMin() {
        return lambdas[kMin() - 1];
    }

    /** The largest λ within one sd of it. */
    public double lambda1se() {
        return lambdas[k1se() - 1];
    }

    private double loss(int k) {
        return measure.isIncreasing() ? -mean[k] : mean[k];
    }
}
