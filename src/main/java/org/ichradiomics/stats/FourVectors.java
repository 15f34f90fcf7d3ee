package org.ichradiomics.stats;

/**
 * The inner loop of the LASSO's linear algebra: multiples of four vectors added to a fifth. Four, because Java's
 * compiler turns a loop of this length into vector instructions, and one over eight vectors not.
 */
final class FourVectors {

    private FourVectors() {}

    /** sum += wa·a + wb·b + wc·c + wd·d, for elements from … to − 1. */
    static void add(
            double[] sum,
            int from,
            int to,
            double wa,
            double[] a,
            double wb,
            double[] b,
            double wc,
            double[] c,
            double wd,
            double[] d) {
        for (int j = from; j < to; j++) sum[j] += wa * a[j] + wb * b[j] + wc * c[j] + wd * d[j];
    }
}
