package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Observed against expected events in groups of rising probability (Hosmer and Lemeshow 1980). Groups lie between the
 * type-7 quantiles, upper limit included; equal limits are merged, so there may be fewer groups than asked for.
 *
 * @param chiSquare Σ (O − E)² / (E (1 − E/n)) with {@code df} = groups − 2
 * @param p NaN below three groups
 */
public record HosmerLemeshow(double chiSquare, int df, double p, List<Group> groups) {

    /** Cases of like probability. */
    public record Group(int n, int observed, double expected) {}

    /** @param probabilities of the event, by case */
    static HosmerLemeshow of(double[] probabilities, boolean[] events, int wanted) {
        double[] sorted = Sorted.of(probabilities).values();
        double[] limits = IntStream.rangeClosed(0, wanted)
                .mapToDouble(g -> Quantile.TYPE_7.of(sorted, (double) g / wanted))
                .distinct()
                .toArray();
        List<Group> groups = new ArrayList<>();
        double sum = 0;
        for (int g = 1; g < limits.length; g++) {
            int n = 0;
            int observed = 0;
            double expected = 0;
            for (int i = 0; i < events.length; i++) {
                boolean inside = probabilities[i] <= limits[g] && (probabilities[i] > limits[g - 1] || g == 1);
                n += inside ? 1 : 0;
                observed += inside && events[i] ? 1 : 0;
                expected += inside ? probabilities[i] : 0;
            }
            if (n > 0) {
                groups.add(new Group(n, observed, expected));
                sum += (observed - expected) * (observed - expected) / (expected * (1 - expected / n));
            }
        }
        int df = groups.size() - 2;
        double statistic = df < 1 ? Double.NaN : sum;
        double p = Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(df).survivalProbability(statistic);
        return new HosmerLemeshow(statistic, df, p, List.copyOf(groups));
    }
}
