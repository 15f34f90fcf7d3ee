package org.ichradiomics.stats;

/** The share of pairs of an event and another patient where the event has the higher score; ties count one half. */
public final class Concordance {

    private Concordance() {}

    /** NaN without a pair. */
    public static double of(double[] scores, boolean[] events) {
        double[] with = Outcome.only(true, events, scores);
        Sorted without = Sorted.of(Outcome.only(false, events, scores));
        if (with.length == 0 || without.size() == 0) return Double.NaN;
        long halves = 0;
        for (double score : with) halves += without.halvesBelow(score);
        return halves / (2.0 * with.length * without.size());
    }
}
