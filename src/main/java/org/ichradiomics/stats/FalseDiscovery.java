package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The false discovery rate of many tests (Benjamini and Hochberg 1995). */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * Adjusted p-values: the smallest rate at which a test would be called a discovery, min over j ≥ i of p₍ⱼ₎ m / j,
     * at most 1.
     *
     * @param p NaN where there was no test; such a test is not counted and stays NaN
     */
    public static double[] adjusted(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        double smallest = 1;
        for (int i = 0; i < order.length; i++) {
            int rank = order.length - i;
            smallest = Math.min(smallest, p[order[i]] * order.length / rank);
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }
}
