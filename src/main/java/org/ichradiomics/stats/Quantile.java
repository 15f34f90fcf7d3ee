package org.ichradiomics.stats;

/** How a quantile lies between two values; numbers of the types as in Hyndman and Fan (1996). */
public enum Quantile {
    /** Position (n − 1) p + 1: R's and numpy's default. */
    TYPE_7 {
        @Override
        double position(int n, double p) {
            return (n - 1) * p + 1;
        }
    },
    /** Position (n + 1) p, not beyond the extremes: SPSS (HAVERAGE). */
    TYPE_6 {
        @Override
        double position(int n, double p) {
            return (n + 1) * p;
        }
    };

    /** The position between 1 and n of the quantile, before it is cut to the extremes. */
    abstract double position(int n, double p);

    /**
     * @param sorted ascending, without NaN
     * @param p in [0, 1]
     * @return NaN if there is no value
     */
    public double of(double[] sorted, double p) {
        int n = sorted.length;
        if (n == 0) return Double.NaN;
        double position = Math.max(1, Math.min(n, position(n, p)));
        // As R: a position that is whole but for rounding is that value, else 0.3 of 201 values would lie beside the
        // 61st.
        double fuzz = 4 * Math.ulp(1.0) * Math.max(1, position);
        int below = (int) Math.floor(position + fuzz);
        double fraction = position - below;
        if (Math.abs(fraction) < fuzz || below == n) return sorted[below - 1];
        return sorted[below - 1] + fraction * (sorted[below] - sorted[below - 1]);
    }
}
