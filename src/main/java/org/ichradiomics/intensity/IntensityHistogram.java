package org.ichradiomics.intensity;

import java.util.stream.LongStream;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/**
 * The values of a lesion: plain statistics over all voxels, and a histogram over those in [low, high), high itself left
 * out.
 *
 * <p>That the largest value is left out is how the vendor kit counts (FrequencySize); only if nothing else is left, the
 * histogram holds it. Source: {@code AK} export pone.0227703.s014, ITK 5.2.1 Histogram and StatisticsLabelMapFilter.
 */
public final class IntensityHistogram {

    private final Region region;
    private final Bins bins;
    private final long[] counts;
    private final long[] countsWithHigh;
    private final long total;
    private final long belowHigh;
    private final double sum;
    private final double sumOfSquares;
    private final double squares;
    private final double cubes;
    private final double fourths;

    private IntensityHistogram(Region region, Bins bins, double low, double high) {
        this.region = region;
        this.bins = bins;
        countsWithHigh = new long[bins.count()];
        long[] below = new long[bins.count()];
        double s = 0;
        double ss = 0;
        for (int i = 0; i < region.size(); i++) {
            double x = region.hu(i);
            s += x;
            ss += x * x;
            if (!(x >= low && x <= high)) continue;
            int k = bins.of(x);
            countsWithHigh[k]++;
            if (x < high) below[k]++;
        }
        sum = s;
        sumOfSquares = ss;
        belowHigh = LongStream.of(below).sum();
        counts = belowHigh > 0 ? below : countsWithHigh;
        total = LongStream.of(counts).sum();
        double mean = mean();
        double d2 = 0;
        double d3 = 0;
        double d4 = 0;
        for (int i = 0; i < region.size(); i++) {
            double d = region.hu(i) - mean;
            double dd = d * d;
            d2 += dd;
            d3 += dd * d;
            d4 += dd * dd;
        }
        squares = d2;
        cubes = d3;
        fourths = d4;
    }

    /** In the bins of the discretisation, between its limits for this region, HU. */
    public static IntensityHistogram of(Region region, Discretisation grey) {
        double low = grey.low(region);
        double high = grey.high(region);
        return new IntensityHistogram(region, new Bins(low, high, grey.bins()), low, high);
    }

    /** Number of voxels, N. */
    public long size() {
        return region.size();
    }

    /** HU. */
    public double min() {
        return region.min();
    }

    /** HU. */
    public double max() {
        return region.max();
    }

    /** Σ x, HU. */
    public double sum() {
        return sum;
    }

    /** Σ x / N, HU. */
    public double mean() {
        return sum / size();
    }

    /** √(Σ x² / N), HU. */
    public double rootMeanSquare() {
        return Math.sqrt(sumOfSquares / size());
    }

    /** Σ (x − mean)² / (N − 1), HU²; 0 if N = 1. */
    public double variance() {
        return size() > 1 ? squares / (size() - 1) : 0;
    }

    /** (Σ (x − mean)³ / N) / variance^1.5, the variance with N − 1; 0 if the variance is 0. */
    public double skewness() {
        double v = variance();
        return v == 0 ? 0 : cubes / size() / (v * Math.sqrt(v));
    }

    /** Excess kurtosis (Σ (x − mean)⁴ / N) / variance² − 3, the variance with N − 1; 0 if the variance is 0. */
    public double kurtosis() {
        double v = variance();
        return v == 0 ? 0 : fourths / size() / (v * v) - 3;
    }

    /** Number of voxels in [low, high). */
    public long belowHigh() {
        return belowHigh;
    }

    /** Σ q², q the share of each bin. */
    public double energy() {
        double energy = 0;
        for (long c : counts) {
            double q = (double) c / total;
            energy += q * q;
        }
        return energy;
    }

    /** −Σ q log₂ q, bits. */
    public double entropy() {
        double entropy = 0;
        for (long c : counts) {
            if (c == 0) continue;
            double q = (double) c / total;
            entropy -= q * StrictMath.log(q);
        }
        return entropy / StrictMath.log(2);
    }

    /**
     * Centre of the first bin whose cumulated count, high included, exceeds half of the voxels (rounded down), HU.
     * Voxels outside a chosen range are among those halved, as in ITK; if the bins never reach the half, it is the last
     * bin.
     */
    public double medianBinCentre() {
        long cumulated = 0;
        int k = 0;
        while (k < countsWithHigh.length - 1 && cumulated + countsWithHigh[k] <= size() / 2)
            cumulated += countsWithHigh[k++];
        return bins.centre(k);
    }

    /**
     * ITK's {@code Histogram::Quantile}: linear inside the bin, counted from below if p &lt; 0.5 and from above
     * otherwise.
     *
     * @param p 0..1
     * @return HU
     */
    public double quantile(double p) {
        return p < 0.5 ? quantileFromBelow(p) : quantileFromAbove(p);
    }

    private double quantileFromBelow(double p) {
        long before = 0;
        int k = 0;
        while (k < counts.length - 1 && (double) (before + counts[k]) / total < p) before += counts[k++];
        double share = (double) counts[k] / total;
        return bins.min(k) + (p - (double) before / total) / share * (bins.max(k) - bins.min(k));
    }

    private double quantileFromAbove(double p) {
        long before = 0;
        int k = counts.length - 1;
        while (k > 0 && 1 - (double) (before + counts[k]) / total > p) before += counts[k--];
        double share = (double) counts[k] / total;
        return bins.max(k) - ((1 - (double) before / total) - p) / share * (bins.max(k) - bins.min(k));
    }
}
