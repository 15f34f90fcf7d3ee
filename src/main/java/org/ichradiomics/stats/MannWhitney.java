package org.ichradiomics.stats;

import java.util.Arrays;

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
        if (!(sd > 0)) {
            return new MannWhitney(
                    x.length == 0 || y.length == 0 ? Double.NaN : u,
                    Double.NaN,
                    Double.NaN,
                    chosen(method, x, y, ranks));
        }
        double z = difference / sd;
        Method chosen = chosen(method, x, y, ranks);
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
            double[] all = new double[x.length + y.length];
            System.arraycopy(x, 0, all, 0, x.length);
            System.arraycopy(y, 0, all, x.length, y.length);
            Arrays.sort(all);
            double[] first = x.clone();
            Arrays.sort(first);
            double sum = 0;
            double ties = 0;
            int taken = 0;
            for (int from = 0, to; from < all.length; from = to) {
                to = from + 1;
                while (to < all.length && all[to] == all[from]) to++;
                double run = to - from;
                ties += run * run * run - run;
                while (taken < first.length && first[taken] == all[from]) {
                    sum += (from + 1 + to) / 2.0;
                    taken++;
                }
            }
            return new Ranks(sum, ties);
        }
    }
}
