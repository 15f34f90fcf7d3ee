package org.ichradiomics.outline;

import org.ichradiomics.region.Spacing;

/** A Gaussian within one slice, cut off at four SDs, the edge pixels going on outside. */
record Gaussian(int width, int height, double[] alongX, double[] alongY) {

    static Gaussian of(double sigma, int width, int height, Spacing spacing) {
        return new Gaussian(width, height, taps(sigma / spacing.x()), taps(sigma / spacing.y()));
    }

    /** Half of the kernel, from its middle outwards; both halves add up to 1. */
    private static double[] taps(double sigma) {
        double[] taps = new double[(int) Math.round(4 * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < taps.length; i++) {
            taps[i] = sigma > 0 ? Math.exp(-i * i / (2 * sigma * sigma)) : 1;
            sum += i == 0 ? taps[i] : 2 * taps[i];
        }
        for (int i = 0; i < taps.length; i++) taps[i] /= sum;
        return taps;
    }

    /** Smooths the slice that starts at a place of both arrays. */
    void smooth(float[] from, float[] to, int start) {
        float[] between = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = alongX[0] * from[start + y * width + x];
                for (int i = 1; i < alongX.length; i++) {
                    sum += alongX[i]
                            * ((double) from[start + y * width + Math.max(0, x - i)]
                                    + from[start + y * width + Math.min(width - 1, x + i)]);
                }
                between[y * width + x] = (float) sum;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = alongY[0] * between[y * width + x];
                for (int i = 1; i < alongY.length; i++) {
                    sum += alongY[i]
                            * ((double) between[Math.max(0, y - i) * width + x]
                                    + between[Math.min(height - 1, y + i) * width + x]);
                }
                to[start + y * width + x] = (float) sum;
            }
        }
    }
}
