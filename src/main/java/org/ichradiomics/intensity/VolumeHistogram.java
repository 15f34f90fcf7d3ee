package org.ichradiomics.intensity;

import java.util.Arrays;

import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/**
 * IBSI's intensity-volume histogram: ν_i, the share of the region whose intensity is at least i, for a list G of
 * intensities i, and γ_i = (i − first) / (last − first), i's place in the list. What G is depends on the
 * discretisation:
 *
 * <pre>
 *     none            lo, lo + 1, …, hi             intensities as they are
 *     fixed width w   lo + w/2, lo + 3w/2, …        intensities become the centres of their bins
 *     fixed number n  1, 2, …, n                    intensities become the numbers of their bins
 * </pre>
 *
 * lo and hi are the re-segmentation range if there is one, else the smallest and largest intensity.
 */
public final class VolumeHistogram {

    /** A G of more steps is a mistake in the settings. */
    private static final int MOST_STEPS = 10_000_000;

    private final double first;
    private final double step;
    private final double[] share;

    private VolumeHistogram(double first, double step, double[] share) {
        this.first = first;
        this.step = step;
        this.share = share;
    }

    /**
     * @param low lower end of the re-segmentation range, HU; NaN if there is none
     * @param high its upper end
     * @throws InvalidInputException if the range holds too many steps
     */
    public static VolumeHistogram of(Region region, Binning binning, double low, double high)
            throws InvalidInputException {
        double lo = Double.isNaN(low) ? region.min() : low;
        double hi = Double.isNaN(high) ? region.max() : high;
        double first = lo;
        double step = 1;
        double last = hi;
        double[] x = new double[region.size()];
        if (binning instanceof Binning.None) {
            for (int i = 0; i < x.length; i++) x[i] = region.hu(i);
        } else {
            int[] levels = binning.levels(region, low);
            if (binning instanceof Binning.FixedWidth bins) step = bins.width();
            first = binning instanceof Binning.FixedWidth ? lo + step / 2 : 1;
            last = binning instanceof Binning.FixedNumber bins ? bins.count() : hi - step / 2;
            for (int i = 0; i < x.length; i++) x[i] = first + (levels[i] - 1) * step;
        }
        double steps = Math.max(0, Math.floor((last - first) / step + 1e-9))
                + 1; // a whole number up to rounding is that number
        if (steps > MOST_STEPS) {
            throw new InvalidInputException("The intensity-volume histogram would have " + (long) steps
                    + " steps: choose wider bins, or a fixed number of them.");
        }
        return new VolumeHistogram(first, step, shares(x, first, step, (int) steps));
    }

    private static double[] shares(double[] x, double first, double step, int steps) {
        Arrays.sort(x);
        double[] share = new double[steps];
        int below = 0;
        for (int k = 0; k < steps; k++) {
            while (below < x.length && x[below] < first + k * step) below++;
            share[k] = (double) (x.length - below) / x.length;
        }
        return share;
    }

    private double fraction(int k) {
        return (double) k / (share.length - 1);
    }

    /** The largest ν_i with γ_i ≥ a fraction; NaN if G is a single intensity. */
    public double volumeAt(double intensityFraction) {
        for (int k = 0; k < share.length; k++) {
            if (fraction(k) >= intensityFraction) return share[k];
        }
        return Double.NaN;
    }

    /**
     * The smallest i of G with ν_i ≤ a fraction; NaN if there is none, as where many voxels have the largest intensity.
     */
    public double intensityAt(double volumeFraction) {
        for (int k = 0; k < share.length; k++) {
            if (share[k] <= volumeFraction) return first + k * step;
        }
        return Double.NaN;
    }

    /** ∫ ν dγ by trapezia; 0 if G is a single intensity. */
    public double area() {
        double area = 0;
        for (int k = 1; k < share.length; k++) area += (share[k - 1] + share[k]) / 2 / (share.length - 1);
        return area;
    }
}
