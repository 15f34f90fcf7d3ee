package org.ichradiomics.region;

import java.util.function.DoubleUnaryOperator;

/**
 * How a value between voxel centres follows from its neighbours, along one axis; the axes are taken one after the
 * other.
 */
public enum Interpolation {

    /** The nearest voxel; from the middle on, the next one. */
    NEAREST("nearest", 1, at -> Math.floor(at + 0.5), (f, weight) -> weight[0] = 1),

    /** A straight line between the two neighbours: bilinear in a slice, trilinear in a volume. */
    LINEAR("linear", 2, Math::floor, (f, weight) -> {
        weight[0] = 1 - f;
        weight[1] = f;
    }),

    /**
     * The cubic B-spline that goes through every voxel: the image is prefiltered to the spline's coefficients
     * ({@link SplineCoefficients}). ImageJ's "bicubic" is a cubic convolution, another curve.
     */
    CUBIC_SPLINE("cubic B-spline", 4, at -> Math.floor(at) - 1, (f, weight) -> {
        double g = 1 - f;
        weight[0] = g * g * g / 6;
        weight[1] = 2.0 / 3 - f * f * (2 - f) / 2;
        weight[2] = 2.0 / 3 - g * g * (2 - g) / 2;
        weight[3] = f * f * f / 6;
    });

    /** Writes the weights of a place whose part behind the point is f. */
    @FunctionalInterface
    private interface Weights {

        void write(double f, double[] weight);
    }

    private final String text;
    private final int support;
    private final DoubleUnaryOperator first;
    private final Weights weights;

    Interpolation(String text, int support, DoubleUnaryOperator first, Weights weights) {
        this.text = text;
        this.support = support;
        this.first = first;
        this.weights = weights;
    }

    /** As in settings files. */
    public String text() {
        return text;
    }

    /** How many voxels beyond its neighbours a value depends on: those that the spline's coefficients are made of. */
    int reach() {
        return this == CUBIC_SPLINE ? SplineCoefficients.REACH : 0;
    }

    /** Number of neighbours that have a weight. */
    int support() {
        return support;
    }

    /** The first of them, for a place in voxels. */
    int first(double at) {
        return (int) first.applyAsDouble(at);
    }

    /** @param fraction place − ⌊place⌋ */
    void weights(double fraction, double[] weight) {
        weights.write(fraction, weight);
    }
}
