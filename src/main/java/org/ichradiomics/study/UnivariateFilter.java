package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.FalseDiscovery;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.InvalidInputException;

/**
 * Each feature by itself, event against none, in training cases only.
 *
 * @param rows by feature
 */
public record UnivariateFilter(List<Row> rows) {

    /**
     * One feature.
     *
     * @param adjusted p by Benjamini and Hochberg over all features that were tested; NaN without a test
     * @param selected whether it stays
     */
    public record Row(String feature, ContinuousComparison comparison, double adjusted, boolean selected) {}

    public UnivariateFilter {
        rows = List.copyOf(rows);
    }

    /**
     * @param required the agreement without which no feature may stay; empty if none is asked for
     * @throws InvalidInputException if exact tests are asked for and there are too many values
     */
    static UnivariateFilter of(Cohort cohort, Optional<ReaderAgreement> required) throws InvalidInputException {
        StudyPlan.Filter filter = cohort.plan().filter();
        Predictors features = cohort.features().orElseThrow();
        int[] training = cohort.split().training();
        int[] with = cohort.outcome().with(training, true);
        int[] without = cohort.outcome().with(training, false);
        List<ContinuousComparison> comparisons = new ArrayList<>();
        for (int j = 0; j < features.columns().length; j++) {
            double[] column = features.columns()[j];
            comparisons.add(GroupComparison.compared(
                    features.names().get(j),
                    Subset.take(column, with),
                    Subset.take(column, without),
                    filter.rule(),
                    cohort.plan()));
        }
        Optional<Set<String>> may = required.map(agreement -> Set.copyOf(agreement.good()));
        double[] p = comparisons.stream().mapToDouble(ContinuousComparison::p).toArray();
        double[] adjusted = FalseDiscovery.adjusted(p);
        boolean[] passes = passes(p, filter);
        return new UnivariateFilter(IntStream.range(0, p.length)
                .mapToObj(j -> {
                    String feature = features.names().get(j);
                    return new Row(feature, comparisons.get(j), adjusted[j], passes[j] && isAmong(may, feature));
                })
                .toList());
    }

    /**
     * Places of the features that would stay with other cases: the same, sooner.
     *
     * @param with places of cases with the event, in the order of the features' columns
     * @param may empty where all may
     * @throws InvalidInputException if exact tests are asked for and there are too many values
     */
    static int[] kept(Predictors features, int[] with, int[] without, Optional<Set<String>> may, StudyPlan plan)
            throws InvalidInputException {
        StudyPlan.Filter filter = plan.filter();
        double[] p = new double[features.columns().length];
        for (int j = 0; j < p.length; j++) {
            double[] first = Subset.take(features.columns()[j], with);
            double[] second = Subset.take(features.columns()[j], without);
            p[j] = ContinuousComparison.p(first, second, filter.rule(), filter.rank());
            if (Double.isNaN(p[j]) && filter.rank() == MannWhitney.Method.EXACT)
                p[j] = GroupComparison.compared(features.names().get(j), first, second, filter.rule(), plan)
                        .p();
        }
        boolean[] passes = passes(p, filter);
        return IntStream.range(0, p.length)
                .filter(j -> passes[j] && isAmong(may, features.names().get(j)))
                .toArray();
    }

    private static boolean isAmong(Optional<Set<String>> may, String feature) {
        return may.filter(good -> !good.contains(feature)).isEmpty();
    }

    private static boolean[] passes(double[] p, StudyPlan.Filter filter) {
        double[] decides = filter.fdr() ? FalseDiscovery.adjusted(p) : p;
        boolean[] passes = new boolean[p.length];
        for (int j = 0; j < p.length; j++)
            passes[j] = decides[j] < filter.p() || filter.p() == 1 && !Double.isNaN(p[j]);
        return passes;
    }

    /** Places of the features that stay. */
    public int[] selected() {
        return IntStream.range(0, rows.size())
                .filter(j -> rows.get(j).selected())
                .toArray();
    }

    /** How many features could be tested. */
    public int tested() {
        return (int)
                rows.stream().filter(row -> !Double.isNaN(row.comparison().p())).count();
    }
}
