package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ichradiomics.stats.Predictors;

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
     * @param leader the first row of its cluster: of those above it that are the first of theirs, the first that
     *     correlates with it in training by |r| of 0.9 or more, else itself
     * @param clusterShare share of the draws, or of the folds, whose model has any feature of the cluster
     */
    public record Row(
            String feature,
            boolean inSignature,
            double inBootstraps,
            double inFolds,
            double passedFilter,
            double sameSign,
            double mean,
            String leader,
            double clusterShare) {

        /** Of the bootstrap, or of the nested folds where there is none. */
        public double share() {
            return Double.isNaN(inBootstraps) ? inFolds : inBootstraps;
        }

        Row within(String cluster, double share) {
            return new Row(feature, inSignature, inBootstraps, inFolds, passedFilter, sameSign, mean, cluster, share);
        }
    }

    /** |r| from which two features say much the same. */
    private static final double ALIKE = 0.9;

    /** @param training all features of the cases that train */
    static SelectionStability of(
            Predictors training,
            Set<String> signature,
            List<InternalValidation.Fit> bootstraps,
            List<InternalValidation.Fit> folds) {
        List<InternalValidation.Fit> all = new ArrayList<>(bootstraps);
        all.addAll(folds);
        Set<String> known = new HashSet<>(signature);
        all.forEach(fit -> known.addAll(fit.coefficients().keySet()));
        List<Row> rows = training.names().stream()
                .filter(known::contains)
                .map(feature -> row(feature, signature.contains(feature), bootstraps, folds, all))
                .sorted(Comparator.comparingDouble(Row::share)
                        .thenComparingDouble(Row::inFolds)
                        .reversed())
                .toList();
        List<InternalValidation.Fit> judged = bootstraps.isEmpty() ? folds : bootstraps;
        return new SelectionStability(clustered(rows, training, judged), index(training.names(), judged));
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
                share(Set.of(feature), bootstraps),
                share(Set.of(feature), folds),
                (double) passed / all.size(),
                coefficients.length == 0
                        ? Double.NaN
                        : (double) Math.max(positive, coefficients.length - positive) / coefficients.length,
                Arrays.stream(coefficients).average().orElse(Double.NaN),
                feature,
                Double.NaN);
    }

    /** Each with the leader of its cluster, and how often any of them is chosen. */
    private static List<Row> clustered(List<Row> rows, Predictors training, List<InternalValidation.Fit> fits) {
        Map<String, double[]> columns = new HashMap<>();
        for (int j = 0; j < training.columns().length; j++)
            columns.put(training.names().get(j), training.columns()[j]);
        Map<String, Set<String>> clusters = new LinkedHashMap<>();
        Map<String, String> leaders = new HashMap<>();
        for (Row row : rows) {
            String leader = clusters.keySet().stream()
                    .filter(first ->
                            Math.abs(Leaks.correlation(columns.get(first), columns.get(row.feature()))) >= ALIKE)
                    .findFirst()
                    .orElse(row.feature());
            clusters.computeIfAbsent(leader, first -> new LinkedHashSet<>()).add(row.feature());
            leaders.put(row.feature(), leader);
        }
        Map<String, Double> shares = new HashMap<>();
        clusters.forEach((leader, cluster) -> shares.put(leader, share(cluster, fits)));
        return rows.stream()
                .map(row -> row.within(leaders.get(row.feature()), shares.get(leaders.get(row.feature()))))
                .toList();
    }

    private static double share(Set<String> features, List<InternalValidation.Fit> fits) {
        long chosen = fits.stream()
                .filter(fit -> features.stream().anyMatch(fit.coefficients()::containsKey))
                .count();
        return fits.isEmpty() ? Double.NaN : (double) chosen / fits.size();
    }

    /** 1 − mean of s²/(k̄/d · (1 − k̄/d)), s² = m/(m − 1) · share · (1 − share) of each of d features. */
    static double index(List<String> features, List<InternalValidation.Fit> fits) {
        double m = fits.size();
        double d = features.size();
        double variance = 0;
        for (String feature : features) {
            double share = share(Set.of(feature), fits);
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
