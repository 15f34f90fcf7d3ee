package org.ichradiomics.stats;

import java.util.Arrays;

/** The share of pairs of an event and another patient where the event has the higher score; ties count one half. */
final class Concordance {

    private Concordance() {}

    /** NaN without a pair. */
    static double of(double[] scores, boolean[] events) {
        double[] with = new double[scores.length];
        double[] without = new double[scores.length];
        int a = 0;
        int b = 0;
        for (int i = 0; i < scores.length; i++) {
            if (events[i]) with[a++] = scores[i];
            else without[b++] = scores[i];
        }
        if (a == 0 || b == 0) return Double.NaN;
        Arrays.sort(without, 0, b);
        long halves = 0;
        for (int i = 0; i < a; i++) halves += below(without, b, with[i], false) + below(without, b, with[i], true);
        return halves / (2.0 * a * b);
    }

    /** How many of the first count sorted values are less than a value, or as large at most. */
    private static int below(double[] sorted, int count, double value, boolean orEqual) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (orEqual ? sorted[middle] <= value : sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
