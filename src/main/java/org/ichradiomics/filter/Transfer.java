package org.ichradiomics.filter;

/**
 * A filter in the Fourier domain: (−i)ᴸ A(ν), A real. Frequencies run per axis over n values from −1 to 1 in equal
 * steps, both ends included, so that for even n no sample is exactly 0 (IBSI 2; the usual frequencies of the transform
 * would be others).
 *
 * @param quarterTurns L, 0 or more
 */
record Transfer(int quarterTurns, Amplitude amplitude) {

    /** A at a frequency. */
    @FunctionalInterface
    interface Amplitude {

        /** @param z 0 in slices */
        double at(double x, double y, double z);
    }

    double at(double x, double y, double z) {
        return amplitude.at(x, y, z);
    }

    /** The frequencies of one axis in the order of the transform. */
    static double[] frequencies(int n) {
        double[] frequencies = new double[n];
        for (int j = 0; j < n && n > 1; j++) frequencies[j] = -1 + 2.0 * ((j + n / 2) % n) / (n - 1);
        return frequencies;
    }

    /** This filter after another one. */
    Transfer after(Transfer first) {
        return new Transfer(first.quarterTurns + quarterTurns, (x, y, z) -> first.at(x, y, z) * amplitude.at(x, y, z));
    }
}
