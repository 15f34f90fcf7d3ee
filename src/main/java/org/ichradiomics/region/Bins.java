package org.ichradiomics.region;

/**
 * Equal bins on [low, high] with the edges that ITK's histogram has: the width and each multiple of it are rounded to
 * 32 bits ({@code itk::Statistics::Histogram::Initialize}, ITK 5.2.1). A bin is closed on the left and open on the
 * right, the last one is closed on both sides.
 */
public final class Bins {

    private final double[] edge;
    private final double binsPerUnit;

    /**
     * @param low lower edge of the first bin, finite
     * @param high upper edge of the last bin, finite, not below {@code low}
     * @param count number of bins, at least 1
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Bins(double low, double high, int count) {
        if (!(high >= low) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "the range of the bins must be finite and upright, was " + low + " to " + high);
        }
        if (count < 1) throw new IllegalArgumentException("the number of bins must be at least 1, was " + count);
        edge = new double[count + 1];
        float width = ((float) high - (float) low) / count;
        for (int k = 0; k < count; k++) edge[k] = low + (k * width);
        edge[count] = high;
        binsPerUnit = high > low ? count / (high - low) : 0;
    }

    /** How many bins there are, at least 1. */
    public int count() {
        return edge.length - 1;
    }

    /** Lower edge of bin {@code k}, 0..count−1. */
    public double min(int k) {
        return edge[k];
    }

    /** Upper edge of bin {@code k}, 0..count−1. */
    public double max(int k) {
        return edge[k + 1];
    }

    /** Centre of bin {@code k}, 0..count−1. */
    public double centre(int k) {
        return (edge[k] + edge[k + 1]) / 2;
    }

    /** The bin that holds a value, 0..count−1; −1 if none does. */
    public int of(double value) {
        int last = count() - 1;
        if (!(value >= edge[0] && value <= edge[last + 1])) return -1;
        int k = Math.min((int) ((value - edge[0]) * binsPerUnit), last);
        // A guess; off by one where rounding moved an edge across the value.
        while (k > 0 && value < edge[k]) k--;
        while (k < last && value >= edge[k + 1]) k++;
        return k;
    }
}
