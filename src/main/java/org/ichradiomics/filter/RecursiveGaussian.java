package org.ichradiomics.filter;

/**
 * A Gaussian or its second derivative along one axis, by Deriche's recursion of fourth order as ITK has it
 * ({@code itk::RecursiveGaussianImageFilter}, ITK 5.2.1; Deriche, INRIA report 1893, 1993): y[i] = Σ N_k x[i − k] − Σ
 * D_k y[i − k] from the first sample on, z[i] = Σ M_k x[i + k] − Σ D_k z[i + k] from the last one back, and y + z.
 * Beyond its ends a line goes on with its end value.
 */
final class RecursiveGaussian {

    /** Two damped waves: (A1, B1, A2, B2), their frequencies and decays. */
    private static final double[] SMOOTHING = {1.3530, 1.8151, -0.3531, 0.0902};

    private static final double[] SECOND = {-1.3563, 5.2318, 0.3446, -2.2355};
    private static final double W1 = 0.6681;
    private static final double L1 = -1.3932;
    private static final double W2 = 2.0787;
    private static final double L2 = -1.3732;

    private final double[] n;
    private final double[] m;
    private final double[] d;
    private final double startOfY;
    private final double startOfZ;

    private RecursiveGaussian(double[] n, double[] d) {
        this.n = n;
        this.d = d;
        m = new double[] {n[1] - d[0] * n[0], n[2] - d[1] * n[0], n[3] - d[2] * n[0], -d[3] * n[0]};
        double steady = 1 + d[0] + d[1] + d[2] + d[3];
        startOfY = (n[0] + n[1] + n[2] + n[3]) / steady;
        startOfZ = (m[0] + m[1] + m[2] + m[3]) / steady;
    }

    /** @param s sigma in voxels */
    static RecursiveGaussian smoothing(double s) {
        double[] d = recursion(s);
        double[] n = waves(s, SMOOTHING);
        return new RecursiveGaussian(scaled(n, 1 / (2 * sum(n, 0) / sumD(d, 0) - n[0])), d);
    }

    /**
     * The second derivative, times σ².
     *
     * @param s sigma in voxels
     * @param sigma mm
     */
    static RecursiveGaussian secondDerivative(double s, double sigma) {
        double[] d = recursion(s);
        double[] zeroth = waves(s, SMOOTHING);
        double[] n = waves(s, SECOND);
        double sd = sumD(d, 0);
        double beta = -(2 * sum(n, 0) - sd * n[0]) / (2 * sum(zeroth, 0) - sd * zeroth[0]);
        for (int k = 0; k < n.length; k++) n[k] += beta * zeroth[k];
        double dd = sumD(d, 1);
        double sn = sum(n, 0);
        double alpha = (sum(n, 2) * sd * sd - sumD(d, 2) * sn * sd - 2 * sum(n, 1) * dd * sd + 2 * dd * dd * sn)
                / (sd * sd * sd);
        return new RecursiveGaussian(scaled(n, sigma * sigma / alpha), d);
    }

    private static double[] recursion(double s) {
        double c1 = Math.cos(W1 / s);
        double c2 = Math.cos(W2 / s);
        double e1 = Math.exp(L1 / s);
        double e2 = Math.exp(L2 / s);
        return new double[] {
            -2 * (e2 * c2 + e1 * c1),
            4 * c2 * c1 * e1 * e2 + e1 * e1 + e2 * e2,
            -2 * c1 * e1 * e2 * e2 - 2 * c2 * e2 * e1 * e1,
            e1 * e1 * e2 * e2
        };
    }

    private static double[] waves(double s, double[] set) {
        double a1 = set[0];
        double b1 = set[1];
        double a2 = set[2];
        double b2 = set[3];
        double n1 = Math.sin(W1 / s);
        double n2 = Math.sin(W2 / s);
        double c1 = Math.cos(W1 / s);
        double c2 = Math.cos(W2 / s);
        double e1 = Math.exp(L1 / s);
        double e2 = Math.exp(L2 / s);
        return new double[] {
            a1 + a2,
            e2 * (b2 * n2 - (a2 + 2 * a1) * c2) + e1 * (b1 * n1 - (a1 + 2 * a2) * c1),
            2 * e1 * e2 * ((a1 + a2) * c2 * c1 - b1 * c2 * n1 - b2 * c1 * n2) + a2 * e1 * e1 + a1 * e2 * e2,
            e2 * e1 * e1 * (b2 * n2 - a2 * c2) + e1 * e2 * e2 * (b1 * n1 - a1 * c1)
        };
    }

    /** Σ k^power N_k, k from 0. */
    private static double sum(double[] n, int power) {
        double sum = power == 0 ? n[0] : 0;
        for (int k = 1; k < n.length; k++) sum += Math.pow(k, power) * n[k];
        return sum;
    }

    /** Σ k^power D_k, D_0 being 1 and the others from 1. */
    private static double sumD(double[] d, int power) {
        double sum = power == 0 ? 1 : 0;
        for (int k = 0; k < d.length; k++) sum += Math.pow(k + 1, power) * d[k];
        return sum;
    }

    private static double[] scaled(double[] n, double factor) {
        double[] scaled = n.clone();
        for (int k = 0; k < n.length; k++) scaled[k] *= factor;
        return scaled;
    }

    /**
     * A part of the response of lines beside each other.
     *
     * @param x place along the lines → samples of all lines there
     * @param lines how many lines
     * @param from first place that is wanted
     * @param y wanted place, from 0 → response of all lines; written to
     */
    void of(double[][] x, int lines, int from, double[][] y) {
        double[][] back = new double[y.length][lines];
        sweep(n, x, 1, from, past(x[0], startOfY, lines), lines, y);
        sweep(m, x, -1, from, past(x[x.length - 1], startOfZ, lines), lines, back);
        for (int k = 0; k < y.length; k++) {
            for (int i = 0; i < lines; i++) y[k][i] += back[k][i];
        }
    }

    /**
     * One recursion along all lines, as far as something is wanted.
     *
     * @param way 1 from the first place on, which sees itself and three behind; −1 from the last one back, which sees
     *     four behind
     */
    private void sweep(double[] k, double[][] x, int way, int from, double[][] past, int lines, double[][] to) {
        int last = x.length - 1;
        int steps = way > 0 ? from + to.length : x.length - from;
        for (int step = 0; step < steps; step++) {
            int at = way > 0 ? step : last - step;
            int near = way > 0 ? at : Math.min(last, at + 1);
            double[] next = past[4];
            advance(
                    k,
                    d,
                    x[near],
                    x[clamped(near - way, last)],
                    x[clamped(near - 2 * way, last)],
                    x[clamped(near - 3 * way, last)],
                    past,
                    next,
                    lines);
            System.arraycopy(past, 0, past, 1, 4);
            past[0] = next;
            // What comes too early is written over: without a branch the loop is compiled but once.
            System.arraycopy(next, 0, to[clamped(at - from, to.length - 1)], 0, lines);
        }
    }

    private static int clamped(int place, int last) {
        return Math.max(0, Math.min(last, place));
    }

    /** The four responses before the first, all alike, and room for one. */
    private static double[][] past(double[] end, double start, int lines) {
        double[][] past = new double[5][lines];
        for (int i = 0; i < lines; i++) past[0][i] = end[i] * start;
        for (int k = 1; k < 4; k++) System.arraycopy(past[0], 0, past[k], 0, lines);
        return past;
    }

    private static void advance(
            double[] k,
            double[] d,
            double[] a,
            double[] b,
            double[] c,
            double[] e,
            double[][] past,
            double[] to,
            int lines) {
        double[] first = past[0];
        double[] second = past[1];
        double[] third = past[2];
        double[] fourth = past[3];
        double k0 = k[0];
        double k1 = k[1];
        double k2 = k[2];
        double k3 = k[3];
        double d1 = d[0];
        double d2 = d[1];
        double d3 = d[2];
        double d4 = d[3];
        for (int i = 0; i < lines; i++) {
            to[i] = k0 * a[i]
                    + k1 * b[i]
                    + k2 * c[i]
                    + k3 * e[i]
                    - (d1 * first[i] + d2 * second[i] + d3 * third[i] + d4 * fourth[i]);
        }
    }
}
