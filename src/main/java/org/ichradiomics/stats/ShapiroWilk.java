package org.ichradiomics.stats;

import java.util.Arrays;

import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;

/**
 * Normality of a sample (Shapiro and Wilk 1965), weights and p-value after Royston, Applied Statistics 44 (1995) 547,
 * algorithm AS R94.
 *
 * @param w at most 1, 1 for a perfect line in the normal plot; NaN where the test cannot be made
 * @param p two-sided by nature; NaN where the test cannot be made
 */
public record ShapiroWilk(double w, double p) {

    /** The algorithm holds for 3 to 5000 values. */
    public static final int FEWEST = 3;

    /** More values than this are not tested: the approximation does not reach further. */
    public static final int MOST = 5000;

    static final ShapiroWilk NONE = new ShapiroWilk(Double.NaN, Double.NaN);

    private static final PolynomialFunction OUTERMOST =
            polynomial(0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056);
    private static final PolynomialFunction SECOND = polynomial(0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633);
    private static final PolynomialFunction SMALL_MEAN = polynomial(0.544, -0.39978, 0.025054, -6.714e-4);
    private static final PolynomialFunction SMALL_LOG_SD = polynomial(1.3822, -0.77857, 0.062767, -0.0020322);
    private static final PolynomialFunction LARGE_MEAN = polynomial(-1.5861, -0.31082, -0.083751, 0.0038915);
    private static final PolynomialFunction LARGE_LOG_SD = polynomial(-0.4803, -0.082676, 0.0030302);
    private static final PolynomialFunction SMALL_BOUND = polynomial(-2.273, 0.459);

    /**
     * @return {@code NaN} twice below 3 or above 5000 values and for a constant sample; values that are not finite are
     *     left out
     */
    public static ShapiroWilk of(double[] sample) {
        double[] x = Summary.finite(sample);
        int n = x.length;
        if (n < FEWEST || n > MOST || Summary.isConstant(x)) return NONE;
        Arrays.sort(x);
        double oneMinusW = oneMinusW(x, weights(n));
        return new ShapiroWilk(1 - oneMinusW, p(oneMinusW, n));
    }

    /** Antisymmetric, of length 1 to Royston's accuracy. */
    private static double[] weights(int n) {
        double[] a = new double[n];
        if (n == 3) {
            a[0] = -Math.sqrt(0.5);
        } else {
            int half = n / 2;
            double[] m = new double[half];
            double length = 0;
            for (int i = 0; i < half; i++) {
                m[i] = Normal.quantile((i + 1 - 0.375) / (n + 0.25));
                length += 2 * m[i] * m[i];
            }
            double u = 1 / Math.sqrt(n);
            a[0] = m[0] / Math.sqrt(length) - OUTERMOST.value(u);
            double rest = length - 2 * m[0] * m[0];
            double left = 1 - 2 * a[0] * a[0];
            int fixed = 1;
            if (n > 5) {
                a[1] = m[1] / Math.sqrt(length) - SECOND.value(u);
                rest -= 2 * m[1] * m[1];
                left -= 2 * a[1] * a[1];
                fixed = 2;
            }
            for (int i = fixed; i < half; i++) a[i] = m[i] * Math.sqrt(left / rest);
        }
        for (int i = 0; i < n / 2; i++) a[n - 1 - i] = -a[i];
        return a;
    }

    /** 1 − corr²(a, x), without the cancellation of computing the correlation first. */
    private static double oneMinusW(double[] sorted, double[] a) {
        int n = sorted.length;
        double range = sorted[n - 1] - sorted[0];
        double mean = 0;
        for (double x : sorted) mean += (x - sorted[0]) / range / n;
        double aa = 0;
        double xx = 0;
        double ax = 0;
        for (int i = 0; i < n; i++) {
            double x = (sorted[i] - sorted[0]) / range - mean;
            aa += a[i] * a[i];
            xx += x * x;
            ax += a[i] * x;
        }
        double length = Math.sqrt(aa * xx);
        return (length - ax) * (length + ax) / (aa * xx);
    }

    private static double p(double oneMinusW, int n) {
        if (n == 3) {
            double w = Math.max(0.75, 1 - oneMinusW); // 3/4 is the least that three values can have
            return Math.max(0, 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75))));
        }
        double y = Math.log(oneMinusW);
        if (n > 11) {
            double logN = Math.log(n);
            return Normal.upperTail((y - LARGE_MEAN.value(logN)) / Math.exp(LARGE_LOG_SD.value(logN)));
        }
        double bound = SMALL_BOUND.value(n);
        if (y >= bound) {
            return 1e-99; // as the algorithm: beyond its approximation, surely not normal
        }
        return Normal.upperTail((-Math.log(bound - y) - SMALL_MEAN.value(n)) / Math.exp(SMALL_LOG_SD.value(n)));
    }

    private static PolynomialFunction polynomial(double... coefficients) {
        return new PolynomialFunction(coefficients);
    }
}
