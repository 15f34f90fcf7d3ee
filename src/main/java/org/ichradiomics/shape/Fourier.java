package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * The discrete Fourier transform F_k = Σ_j f_j e^(−2πi jk/n) of lengths without prime factors above 5 (Stockham's
 * self-sorting form).
 *
 * <p>Not the library's: that one takes powers of two only, which can double each side of a plane, and a plane has two.
 */
final class Fourier {

    private final int n;
    private final int[] radices;
    private final double[] cos;
    private final double[] sin;

    /** @throws IllegalArgumentException if the length has a prime factor above 5 */
    Fourier(int n) {
        this.n = n;
        this.radices = radices(n);
        cos = new double[n];
        sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = -Math.sin(2 * Math.PI * k / n);
        }
    }

    /** The smallest length that can be transformed and is not below a number. */
    static int length(int atLeast) {
        int n = atLeast;
        while (remainder(n) != 1) n++;
        return n;
    }

    private static int remainder(int n) {
        int rest = n;
        for (int r = 2; r <= 5; r++) {
            while (rest % r == 0) rest /= r;
        }
        return rest;
    }

    private static int[] radices(int n) {
        if (n < 1 || remainder(n) != 1)
            throw new IllegalArgumentException("a length must be a product of 2, 3 and 5, was " + n);
        List<Integer> radices = new ArrayList<>();
        int rest = n;
        for (int r : new int[] {4, 2, 3, 5}) {
            for (; rest % r == 0; rest /= r) radices.add(r);
        }
        return radices.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Transforms in place {@code stride} interleaved lines at once: element j of line i stands at from + j · stride +
     * i. With real and imaginary parts exchanged it is the inverse times n.
     */
    void transform(double[] re, double[] im, int from, int stride) {
        int size = n * stride;
        double[] xr = new double[size];
        double[] xi = new double[size];
        double[] yr = new double[size];
        double[] yi = new double[size];
        System.arraycopy(re, from, xr, 0, size);
        System.arraycopy(im, from, xi, 0, size);
        int s = stride;
        for (int r : radices) {
            stage(r, xr, xi, yr, yi, s, s / stride);
            double[] swap = xr;
            xr = yr;
            yr = swap;
            swap = xi;
            xi = yi;
            yi = swap;
            s *= r;
        }
        System.arraycopy(xr, 0, re, from, size);
        System.arraycopy(xi, 0, im, from, size);
    }

    /** y[q + s(rp + k)] = w^(pk) Σ_j x[q + s(p + mj)] ω^(jk), ω the r-th root of unity, w the (rm)-th. */
    private void stage(int r, double[] xr, double[] xi, double[] yr, double[] yi, int s, int done) {
        int m = n / done / r;
        int root = n / r;
        double[] ar = new double[r];
        double[] ai = new double[r];
        for (int p = 0; p < m; p++) {
            for (int q = 0; q < s; q++) {
                for (int j = 0; j < r; j++) {
                    ar[j] = xr[q + s * (p + m * j)];
                    ai[j] = xi[q + s * (p + m * j)];
                }
                for (int k = 0; k < r; k++) {
                    double sr = ar[0];
                    double si = ai[0];
                    for (int j = 1; j < r; j++) {
                        int t = j * k % r * root;
                        sr += ar[j] * cos[t] - ai[j] * sin[t];
                        si += ar[j] * sin[t] + ai[j] * cos[t];
                    }
                    int t = p * k * done;
                    int to = q + s * (r * p + k);
                    yr[to] = sr * cos[t] - si * sin[t];
                    yi[to] = sr * sin[t] + si * cos[t];
                }
            }
        }
    }
}
