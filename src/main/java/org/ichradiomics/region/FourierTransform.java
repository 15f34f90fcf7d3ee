package org.ichradiomics.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The discrete Fourier transform X(k) = Σⱼ x(j) exp(−2πi jk / n) of many lines at once, for any n: Stockham's autosort
 * algorithm by the prime factors of n (Temperton, J Comput Phys 1983;52:1-23); a prime is done by definition.
 * Immutable.
 *
 * <p>Lines lie beside each other: element j of line l is at {@code j · lines + l}. Every line has the same operations
 * in the same order, so a line's bits depend neither on its neighbours nor on threads.
 */
public final class FourierTransform {

    /** Lines that are transformed together: few enough to stay in the processor's cache. */
    private static final int BLOCK = 16;

    private final int n;
    private final int[] factors;
    private final double[] cos;
    private final double[] sin;

    private FourierTransform(int n, int[] factors) {
        this.n = n;
        this.factors = factors;
        this.cos = new double[n];
        this.sin = new double[n];
        for (int k = 0; k < n; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / n);
            sin[k] = Math.sin(2 * Math.PI * k / n);
        }
    }

    /** @param n length of a line, at least 1; other prime factors than 2, 3 and 5 are slow */
    public static FourierTransform of(int n) {
        List<Integer> factors = new ArrayList<>();
        int left = n;
        for (int p : new int[] {4, 2}) {
            for (; left % p == 0; left /= p) factors.add(p);
        }
        for (int p = 3; left > 1; p += 2) {
            for (; left % p == 0; left /= p) factors.add(p);
        }
        return new FourierTransform(
                n, factors.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The smallest length of at least n that has no other prime factors than 2, 3 and 5: quick to transform. */
    public static int quickLength(int n) {
        for (int length = n; ; length++) {
            int left = length;
            for (int p : new int[] {2, 3, 5}) {
                while (left % p == 0) left /= p;
            }
            if (left == 1) return length;
        }
    }

    /**
     * The length of at least n whose transform takes the least time: one that has more factors 4 may be worth a few
     * more places. (What a factor costs was measured; whoever does much else with every place wants
     * {@link #quickLength}.)
     */
    public static int cheapLength(int n) {
        int cheapest = quickLength(n);
        for (int length = cheapest; length < 2 * n; length = quickLength(length + 1)) {
            if (length * cost(length) < cheapest * cost(cheapest)) cheapest = length;
        }
        return cheapest;
    }

    /** Of one place, in units of a factor 4, all that is done outside the transform among it. */
    private static double cost(int length) {
        double cost = 6;
        int left = length;
        for (; left % 4 == 0; left /= 4) cost += 1;
        for (; left % 2 == 0; left /= 2) cost += 0.9;
        for (; left % 3 == 0; left /= 3) cost += 4.5;
        for (; left % 5 == 0; left /= 5) cost += 6.5;
        return cost;
    }

    /**
     * In place.
     *
     * @param re real parts: place in the line · lines + line
     * @param im imaginary parts, in the same order
     */
    public void forward(double[] re, double[] im, int lines) {
        int width = Math.min(lines, BLOCK);
        Lines from = new Lines(new double[n * width], new double[n * width]);
        Lines to = new Lines(new double[n * width], new double[n * width]);
        for (int first = 0; first < lines; first += BLOCK) {
            int count = Math.min(BLOCK, lines - first);
            for (int j = 0; j < n; j++) {
                System.arraycopy(re, j * lines + first, from.re, j * count, count);
                System.arraycopy(im, j * lines + first, from.im, j * count, count);
            }
            Lines transformed = transformed(count, from, to);
            for (int j = 0; j < n; j++) {
                System.arraycopy(transformed.re, j * count, re, j * lines + first, count);
                System.arraycopy(transformed.im, j * count, im, j * lines + first, count);
            }
        }
    }

    /** One of the two, after as many stages as there are factors. */
    private Lines transformed(int lines, Lines first, Lines second) {
        Lines from = first;
        Lines to = second;
        int length = n;
        int stride = lines;
        for (int p : factors) {
            stage(p, length, stride, from, to);
            length /= p;
            stride *= p;
            Lines swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /** In place, n times the inverse; the parts lie as in {@link #forward}. */
    public void inverse(double[] re, double[] im, int lines) {
        forward(im, re, lines);
    }

    private record Lines(double[] re, double[] im) {}

    /** Splits transforms of {@code length} into p times as many of length / p. */
    private void stage(int p, int length, int stride, Lines x, Lines y) {
        int m = length / p;
        for (int q = 0; q < m; q++) {
            int in = stride * q;
            int out = stride * p * q;
            switch (p) {
                case 2 -> two(in, stride * m, out, stride, x, y);
                case 4 -> four(in, stride * m, out, stride, x, y);
                default -> odd(p, in, stride * m, out, stride, x, y);
            }
            if (q == 0) continue;
            for (int t = 1; t < p; t++) turn((int) ((long) q * t * (n / length) % n), out + stride * t, stride, y);
        }
    }

    private static void two(int in, int step, int out, int stride, Lines x, Lines y) {
        for (int r = 0; r < stride; r++) {
            double ar = x.re[in + r];
            double ai = x.im[in + r];
            double br = x.re[in + step + r];
            double bi = x.im[in + step + r];
            y.re[out + r] = ar + br;
            y.im[out + r] = ai + bi;
            y.re[out + stride + r] = ar - br;
            y.im[out + stride + r] = ai - bi;
        }
    }

    private static void four(int in, int step, int out, int stride, Lines x, Lines y) {
        for (int r = 0; r < stride; r++) {
            int a = in + r;
            int c = a + 2 * step;
            double sr = x.re[a] + x.re[c];
            double si = x.im[a] + x.im[c];
            double dr = x.re[a] - x.re[c];
            double di = x.im[a] - x.im[c];
            int b = a + step;
            int d = c + step;
            double tr = x.re[b] + x.re[d];
            double ti = x.im[b] + x.im[d];
            double ur = x.re[b] - x.re[d];
            double ui = x.im[b] - x.im[d];
            int to = out + r;
            y.re[to] = sr + tr;
            y.im[to] = si + ti;
            y.re[to + stride] = dr + ui;
            y.im[to + stride] = di - ur;
            y.re[to + 2 * stride] = sr - tr;
            y.im[to + 2 * stride] = si - ti;
            y.re[to + 3 * stride] = dr - ui;
            y.im[to + 3 * stride] = di + ur;
        }
    }

    /** By definition, with x(j) ± x(p − j) taken together. */
    private void odd(int p, int in, int step, int out, int stride, Lines x, Lines y) {
        System.arraycopy(x.re, in, y.re, out, stride);
        System.arraycopy(x.im, in, y.im, out, stride);
        for (int j = 1; j < p; j++) {
            add(x.re, in + step * j, y.re, out, stride);
            add(x.im, in + step * j, y.im, out, stride);
        }
        Lines even = new Lines(new double[stride], new double[stride]);
        Lines uneven = new Lines(new double[stride], new double[stride]);
        for (int t = 1; t <= p / 2; t++) {
            System.arraycopy(x.re, in, even.re, 0, stride);
            System.arraycopy(x.im, in, even.im, 0, stride);
            Arrays.fill(uneven.re, 0);
            Arrays.fill(uneven.im, 0);
            for (int j = 1; j <= p / 2; j++) {
                int k = n / p * (j * t % p);
                pair(cos[k], sin[k], in + step * j, in + step * (p - j), stride, x, even, uneven);
            }
            int at = out + stride * t;
            int opposite = out + stride * (p - t);
            for (int r = 0; r < stride; r++) {
                y.re[at + r] = even.re[r] + uneven.im[r];
                y.im[at + r] = even.im[r] - uneven.re[r];
                y.re[opposite + r] = even.re[r] - uneven.im[r];
                y.im[opposite + r] = even.im[r] + uneven.re[r];
            }
        }
    }

    private static void pair(double c, double s, int a, int b, int stride, Lines x, Lines even, Lines uneven) {
        for (int r = 0; r < stride; r++) {
            even.re[r] += c * (x.re[a + r] + x.re[b + r]);
            even.im[r] += c * (x.im[a + r] + x.im[b + r]);
            uneven.re[r] += s * (x.re[a + r] - x.re[b + r]);
            uneven.im[r] += s * (x.im[a + r] - x.im[b + r]);
        }
    }

    private static void add(double[] in, int from, double[] out, int to, int count) {
        for (int r = 0; r < count; r++) out[to + r] += in[from + r];
    }

    /** Times exp(−2πi k / n). */
    private void turn(int k, int at, int stride, Lines y) {
        double c = cos[k];
        double s = sin[k];
        for (int r = at; r < at + stride; r++) {
            double re = y.re[r];
            y.re[r] = c * re + s * y.im[r];
            y.im[r] = c * y.im[r] - s * re;
        }
    }
}
