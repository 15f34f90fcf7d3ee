package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Probabilities of several tests, so adjusted that any is false at most as often as said (Holm 1979). */
public final class Holm {

    private Holm() {}

    /** In the order given, as R's {@code p.adjust}; NaN stays NaN and counts as no test. */
    public static double[] adjusted(double... p) {
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, Double.NaN);
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
        double before = 0;
        for (int k = 0; k < order.length; k++) {
            before = Math.max(before, Math.min(1, (order.length - k) * p[order[k]]));
            adjusted[order[k]] = before;
        }
        return adjusted;
    }
}
