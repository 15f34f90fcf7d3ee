package org.ichradiomics.filter;

/**
 * A filter in the Fourier domain: (−i)ᴸ A(ν), A real. Frequencies run per axis over n values from −1 to 1 in equal
 * steps, both ends included, so that for even n no sample is exactly 0 (IBSI 2; the usual frequencies of the transform
 * would be others).
 */
interface Transfer {

    /** L, 0 or more. */
    int quarterTurns();

    /** A at a frequency. @param z 0 in slices */
    double at(double x, double y, double z);

    /** The frequencies of one axis in the order of the transform. */
    static double[] frequencies(int n) {
        double[] frequencies = new double[n];
        for (int j = 0; j < n && n > 1; j++) frequencies[j] = -1 + 2.0 * ((j + n / 2) % n) / (n - 1);
        return frequencies;
    }

    /** This filter after another one. */
    default Transfer after(Transfer first) {
        Transfer second = this;
        return new Transfer() {
            @Override
            public int quarterTurns() {
                return first.quarterTurns() + second.quarterTurns();
            }

            @Override
            public double at(double x, double y, double z) {
                return first.at(x, y, z) * second.at(x, y, z);
            }
        };
    }
}
