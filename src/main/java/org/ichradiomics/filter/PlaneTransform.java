package org.ichradiomics.filter;

import org.ichradiomics.region.FourierTransform;

/**
 * The Fourier transform of a complex plane of width × height. Element (i, j) of a plane is at {@code j · width + i},
 * element (i, j) of its spectrum at {@code i · height + j}. Immutable.
 */
record PlaneTransform(int width, int height, FourierTransform alongRows, FourierTransform alongColumns) {

    static PlaneTransform of(int width, int height) {
        return new PlaneTransform(width, height, FourierTransform.of(width), FourierTransform.of(height));
    }

    int size() {
        return width * height;
    }

    /** In place. */
    void forward(double[] re, double[] im) {
        alongColumns.forward(re, im, width);
        transpose(re, height, width);
        transpose(im, height, width);
        alongRows.forward(re, im, height);
    }

    /** In place, width × height times the inverse. */
    void inverse(double[] re, double[] im) {
        alongRows.inverse(re, im, height);
        transpose(re, width, height);
        transpose(im, width, height);
        alongColumns.inverse(re, im, width);
    }

    private static void transpose(double[] values, int rows, int columns) {
        double[] rowwise = values.clone();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++)
                values[column * rows + row] = rowwise[row * columns + column];
        }
    }
}
