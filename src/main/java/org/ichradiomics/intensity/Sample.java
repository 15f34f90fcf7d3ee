package org.ichradiomics.intensity;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.Region;

/**
 * A list of numbers and IBSI's statistics on it; the numbers are intensities or grey levels, the formulas are the same.
 * For one thread.
 *
 * <p>Percentiles interpolate linearly between the order statistics at (n − 1) p (numpy's default, type 7 of Hyndman and
 * Fan).
 */
public final class Sample {

    private final double[] x;
    private final double mean;
    private final double variance;
    private double[] sorted;

    private Sample(double[] x) {
        this.x = x;
        double sum = 0;
        for (double v : x) sum += v;
        mean = sum / x.length;
        variance = average(v -> (v - mean) * (v - mean));
    }

    /** The intensities of a region, HU. */
    public static Sample of(Region region) {
        double[] x = new double[region.size()];
        for (int i = 0; i < x.length; i++) x[i] = region.hu(i);
        return new Sample(x);
    }

    /** The grey levels of a region. */
    public static Sample of(LevelRegion region) {
        double[] x = new double[region.region().size()];
        for (int i = 0; i < x.length; i++) x[i] = region.level(i);
        return new Sample(x);
    }

    private double average(DoubleUnaryOperator f) {
        double sum = 0;
        for (double v : x) sum += f.applyAsDouble(v);
        return sum / x.length;
    }

    /** Σ x / N. */
    public double mean() {
        return mean;
    }

    /** σ² = Σ (x − μ)² / N. */
    public double variance() {
        return variance;
    }

    /** Σ (x − μ)³ / N / σ³; 0 if σ = 0. */
    public double skewness() {
        return variance == 0
                ? 0
                : average(v -> (v - mean) * (v - mean) * (v - mean)) / (variance * Math.sqrt(variance));
    }

    /** Excess kurtosis Σ (x − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0. */
    public double kurtosis() {
        if (variance == 0) return 0;
        return average(v -> {
                            double d2 = (v - mean) * (v - mean);
                            return d2 * d2;
                        })
                        / (variance * variance)
                - 3;
    }

    /** The smallest value. */
    public double min() {
        return sorted()[0];
    }

    /** The largest value. */
    public double max() {
        return sorted()[x.length - 1];
    }

    /** The 50th percentile, as {@link #percentile}. */
    public double median() {
        return percentile(0.5);
    }

    /** @param p 0..1 */
    public double percentile(double p) {
        double[] order = sorted();
        double at = (order.length - 1) * p;
        int k = (int) at;
        if (k + 1 == order.length) return order[k];
        return order[k] + (at - k) * (order[k + 1] - order[k]);
    }

    /** The order statistics, found when they are first asked for. */
    private double[] sorted() {
        if (sorted == null) sorted = Sorting.sorted(x);
        return sorted;
    }

    /** P75 − P25. */
    public double interquartileRange() {
        return percentile(0.75) - percentile(0.25);
    }

    /** Σ |x − μ| / N. */
    public double meanAbsoluteDeviation() {
        return average(v -> Math.abs(v - mean));
    }

    /** The mean absolute deviation of the values in [P10, P90] from their own mean. */
    public double robustMeanAbsoluteDeviation() {
        double low = percentile(0.1);
        double high = percentile(0.9);
        double[] middle = Arrays.stream(x).filter(v -> v >= low && v <= high).toArray();
        return middle.length == 0
                ? Double.NaN
                : new Sample(middle).meanAbsoluteDeviation(); // two values have none between
    }

    /** Σ |x − median| / N: the mean of the deviations, not their median. */
    public double medianAbsoluteDeviation() {
        double median = median();
        return average(v -> Math.abs(v - median));
    }

    /** σ / μ; NaN if μ = 0. */
    public double variationCoefficient() {
        return mean == 0 ? Double.NaN : Math.sqrt(variance) / mean;
    }

    /** (P75 − P25) / (P75 + P25); NaN if the denominator is 0. */
    public double quartileDispersion() {
        double sum = percentile(0.75) + percentile(0.25);
        return sum == 0 ? Double.NaN : interquartileRange() / sum;
    }

    /** Σ x². */
    public double energy() {
        double sum = 0;
        for (double v : x) sum += v * v;
        return sum;
    }

    /** √(Σ x² / N). */
    public double rootMeanSquare() {
        return Math.sqrt(energy() / x.length);
    }
}
