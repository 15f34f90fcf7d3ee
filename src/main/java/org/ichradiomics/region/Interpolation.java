package org.ichradiomics.region;

/**
 * How a value between voxel centres follows from its neighbours, along one axis; the axes are taken one after the
 * other.
 */
public enum Interpolation {

    /** The nearest voxel; from the middle on, the next one. */
    NEAREST("nearest") {
        @Override
        int support() {
            return 1;
        }

        @Override
        int first(double at) {
            return (int) Math.floor(at + 0.5);
        }

        @Override
        void weights(double fraction, double[] weight) {
            weight[0] = 1;
        }
    },

    /** A straight line between the two neighbours: bilinear in a slice, trilinear in a volume. */
    LINEAR("linear") {
        @Override
        int support() {
            return 2;
        }

        @Override
        int first(double at) {
            return (int) Math.floor(at);
        }

        @Override
        void weights(double fraction, double[] weight) {
            weight[0] = 1 - fraction;
            weight[1] = fraction;
        }
    },

    /**
     * The cubic B-spline that goes through every voxel: the image is prefiltered to the spline's coefficients
     * ({@link SplineCoefficients}). ImageJ's "bicubic" is a cubic convolution, another curve.
     */
    CUBIC_SPLINE("cubic B-spline") {
        @Override
        int support() {
            return 4;
        }

        @Override
        int first(double at) {
            return (int) Math.floor(at) - 1;
        }

        @Override
        void weights(double f, double[] weight) {
            double g = 1 - f;
            weight[0] = g * g * g / 6;
            weight[1] = 2.0 / 3 - f * f * (2 - f) / 2;
            weight[2] = 2.0 / 3 - g * g * (2 - g) / 2;
            weight[3] = f * f * f / 6;
        }
    };

    private final String text;

    Interpolation(String text) {
        this.text = text;
    }

    /** As in settings files. */
    public String text() {
        return text;
    }

    /** Number of neighbours that have a weight. */
    abstract int support();

    /** The first of them, for a place in voxels. */
    abstract int first(double at);

    /** @param fraction place − ⌊place⌋ */
    abstract void weights(double fraction, double[] weight);
}
