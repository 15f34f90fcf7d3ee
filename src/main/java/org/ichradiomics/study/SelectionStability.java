package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far the selection of features depends on who happened to be in training.
 *
 * @param rows of the features that any draw chose, or the signature has; the most often chosen first
 * @param index of Nogueira, Sechidis and Brown (J Mach Learn Res 2018; 18(174)) over the draws of the bootstrap, or of
 *     the nested folds where there is none: 1 where all choose alike, about 0 where they choose by chance; NaN where it
 *     is not defined
 */
public record SelectionStability(List<Row> rows, double index) {

    /**
     * A feature.
     *
     * @param inSignature whether the signature has it
     * @param inBootstraps share of the draws whose model has it; NaN without a bootstrap
     * @param inFolds share of the nested folds whose model has it
     * @param passedFilter share of all draws and folds in which the filters left it
     * @param sameSign of the models that have it, the share with the sign that most of them have; NaN where none has
     * @param mean of its coefficients in the models that have it; NaN where none has
     */
    public record Row(
            String feature,
            boolean inSignature,
            double inBootstraps,
            double inFolds,
            double passedFilter,
            double sameSign,
            double mean) {

        /** Of the bootstrap, or of the nested folds where there is none. */
        public double share() {
            return Double.isNaN(inBootstraps) ? inFolds : inBootstraps;
        }
    }

    static SelectionStability of(
            List<String> features,
            Set<String> signature,
            List<InternalValidation.Fit> bootstraps,
            List<InternalValidation.Fit> folds) {
        List<InternalValidation.Fit> all = new ArrayList<>(bootstraps);
        all.addAll(folds);
        Set<String> known = new HashSet<>(signature);
        all.forEach(fit -> known.addAll(fit.coefficients().keySet()));
        List<Row> rows = features.stream()
                .filter(known::contains)
                .map(feature -> row(feature, signature.contains(feature), bootstraps, folds, all))
                .sorted(Comparator.comparingDouble(Row::share)
                        .thenComparingDouble(Row::inFolds)
                        .reversed())
                .toList();
        return new SelectionStability(rows, index(features, bootstraps.isEmpty() ? folds : bootstraps));
    }

    private static Row row(
            String feature,
            boolean inSignature,
            List<InternalValidation.Fit> bootstraps,
            List<InternalValidation.Fit> folds,
            List<InternalValidation.Fit> all) {
        double[] coefficients = all.stream()
                .map(InternalValidation.Fit::coefficients)
                .filter(model -> model.containsKey(feature))
                .mapToDouble(model -> model.get(feature))
                .toArray();
        long positive = Arrays.stream(coefficients).filter(beta -> beta > 0).count();
        long passed = all.stream().filter(fit -> fit.passed().contains(feature)).count();
        return new Row(
                feature,
                inSignature,
                share(feature, bootstraps),
                share(feature, folds),
                (double) passed / all.size(),
                coefficients.length == 0
                        ? Double.NaN
                        : (double) Math.max(positive, coefficients.length - positive) / coefficients.length,
                Arrays.stream(coefficients).average().orElse(Double.NaN));
    }

    private static double share(String feature, List<InternalValidation.Fit> fits) {
        long chosen = fits.stream()
                .filter(fit -> fit.coefficients().containsKey(feature))
                .count();
        return fits.isEmpty() ? Double.NaN : (double) chosen / fits.size();
    }

    /** 1 − mean of s²/(k̄/d · (1 − k̄/d)), s² = m/(m − 1) · share · (1 − share) of each of d features. */
    static double index(List<String> features, List<InternalValidation.Fit> fits) {
        double m = fits.size();
        double d = features.size();
        double variance = 0;
        for (String feature : features) {
            double share = share(feature, fits);
            variance += m / (m - 1) * share * (1 - share) / d;
        }
        double share = fits.stream()
                        .map(InternalValidation.Fit::coefficients)
                        .mapToInt(Map::size)
                        .average()
                        .orElse(0)
                / d;
        return m < 2 || !(share > 0 && share < 1) ? Double.NaN : 1 - variance / (share * (1 - share));
    }
}
