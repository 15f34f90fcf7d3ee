package org.ichradiomics.stats;

/**
 * Whether values of one group tend to be larger (Mann and Whitney 1947).
 *
 * @param u pairs in which the first group's value is the larger, ties a half; {@code u / (n₁ n₂)} is the AUC
 * @param z without continuity correction, variance corrected for ties; NaN for an empty group or if all values are the
 *     same
 * @param p two-sided; NaN if {@code z} is, or if it was to be exact and there are ties or too many values
 * @param method by which {@code p} was found; never {@link Method#AS_R}
 */
public record MannWhitney(double u, double z, double p, Method method) {

    /** Where the p-value comes from. */
    public enum Method {
        /** Normal approximation, as SPSS's "Asymp. Sig.". */
        ASYMPTOTIC,
        /** Normal approximation, the difference brought half a pair nearer to its expectation. */
        CONTINUITY_CORRECTED,
        /** Every order equally likely; only without ties, of at most {@value #MOST_EXACT} values. */
        EXACT,
        /** The same given the ties, of about 350 values at most. */
        CONDITIONAL,
        /**
         * As R's {@code wilcox.test}: exact below 50 values in each group and without ties, else corrected for
         * continuity.
         */
        AS_R
    }

    /** Values of both groups that an exact test can have. */
    public static final int MOST_EXACT = ExactRanks.MOST_VALUES;

    private static final int EXACT_BELOW = 50;

    /** Values that are not finite are left out. */
    public static MannWhitney of(double[] first, double[] second, Method method) {
        double[] x = Summary.finite(first);
        double[] y = Summary.finite(second);
        Ranks ranks = Ranks.of(x, y);
        double n = x.length;
        double m = y.length;
        double u = ranks.sumOfFirst() - n * (n + 1) / 2;
        double total = n + m;
        double sd = Math.sqrt(n * m / 12 * (total + 1 - ranks.ties() / (total * (total - 1))));
        double difference = u - n * m / 2;
        Method chosen = chosen(method, x, y, ranks);
        if (!(sd > 0)) return new MannWhitney(n * m == 0 ? Double.NaN : u, Double.NaN, Double.NaN, chosen);
        double z = difference / sd;
        double p = switch (chosen) {
            case EXACT -> ranks.ties() > 0 ? Double.NaN : ExactRanks.withoutTies(x, y);
            case CONDITIONAL -> ExactRanks.givenTies(x, y);
            case CONTINUITY_CORRECTED -> Normal.twoSided((difference - 0.5 * Math.signum(difference)) / sd);
            default -> Normal.twoSided(z);
        };
        return new MannWhitney(u, z, p, chosen);
    }

    private static Method chosen(Method method, double[] x, double[] y, Ranks ranks) {
        if (method != Method.AS_R) return method;
        boolean small = x.length < EXACT_BELOW && y.length < EXACT_BELOW;
        return small && ranks.ties() == 0 ? Method.EXACT : Method.CONTINUITY_CORRECTED;
    }

    /** @param ties Σ t³ − t over the runs of equal values */
    private record Ranks(double sumOfFirst, double ties) {

        static Ranks of(double[] x, double[] y) {
            Sorted all = Sorted.of(x, y);
            double sum = 0;
            for (double value : x) sum += (all.halvesBelow(value) + 1) / 2.0;
            double ties = 0;
            for (int from = 0, to; from < all.size(); from = to) {
                to = all.atMost(all.values()[from]);
                double run = to - from;
                ties += run * run * run - run;
            }
            return new Ranks(sum, ties);
        }
    }
}
