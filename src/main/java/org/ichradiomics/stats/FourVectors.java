package org.ichradiomics.stats;

/**
 * Four vectors of the LASSO's linear algebra that go through an inner loop together. Four, because Java's compiler
 * turns a loop of this length into vector instructions, and one over eight vectors not.
 */
record FourVectors(double[] a, double[] b, double[] c, double[] d) {

    /** Rows k to k + 3. */
    static FourVectors of(double[][] rows, int k) {
        return new FourVectors(rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
    }

    /** sum += wa·a + wb·b + wc·c + wd·d, for elements from … to − 1. */
    void addTo(double[] sum, int from, int to, double wa, double wb, double wc, double wd) {
        for (int j = from; j < to; j++) sum[j] += wa * a[j] + wb * b[j] + wc * c[j] + wd * d[j];
    }

    /** Σa·v, Σb·v, Σc·v and Σd·v over the elements from … to − 1. */
    double[] times(double[] v, int from, int to) {
        double sa = 0;
        double sb = 0;
        double sc = 0;
        double sd = 0;
        for (int i = from; i < to; i++) {
            sa += a[i] * v[i];
            sb += b[i] * v[i];
            sc += c[i] * v[i];
            sd += d[i] * v[i];
        }
        return new double[] {sa, sb, sc, sd};
    }

    /** Σa·b of two vectors. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
