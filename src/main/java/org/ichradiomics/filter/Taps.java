package org.ichradiomics.filter;

import java.util.Arrays;

/**
 * A kernel along one axis: weights w₀ … w₍ₙ₋₁₎ about a centre c, so that the response at voxel i is Σₖ wₖ f(i + c − k).
 * Immutable.
 *
 * <p>The centre of n taps is ⌊n / 2⌋ and moves to n − 1 − ⌊n / 2⌋ where they are mirrored: the response to mirrored
 * taps is exactly "mirror the line, filter, mirror back", for even n too.
 */
final class Taps {

    private final double[] weights;
    private final int centre;

    private Taps(double[] weights, int centre) {
        this.weights = weights;
        this.centre = centre;
    }

    static Taps of(double... weights) {
        if (weights.length == 0) throw new IllegalArgumentException("a kernel has at least one tap");
        return new Taps(weights.clone(), weights.length / 2);
    }

    int count() {
        return weights.length;
    }

    int centre() {
        return centre;
    }

    double weight(int k) {
        return weights[k];
    }

    Taps mirrored() {
        double[] mirrored = new double[weights.length];
        for (int k = 0; k < mirrored.length; k++) mirrored[k] = weights[weights.length - 1 - k];
        return new Taps(mirrored, weights.length - 1 - centre);
    }

    /** With {@code step − 1} zeros after every tap, the last one included: à trous. */
    Taps stretched(int step) {
        double[] stretched = new double[weights.length * step];
        for (int k = 0; k < weights.length; k++) stretched[k * step] = weights[k];
        return of(stretched);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Taps taps && centre == taps.centre && Arrays.equals(weights, taps.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + centre;
    }
}
