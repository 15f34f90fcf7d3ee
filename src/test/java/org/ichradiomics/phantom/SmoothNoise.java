package org.ichradiomics.phantom;

/**
 * A smooth random field of mean 0 and SD about 0.27, within ±1, its hills and valleys about one wavelength apart.
 *
 * <p>Gradient noise: K. Perlin, Improving noise, ACM Trans. Graph. 2002;21(3):681–682. Its value is 0 at the points of
 * its lattice, hence the random shift.
 */
final class SmoothNoise implements Field {

    private static final int PERIOD = 256;

    private final double wavelength;
    private final int[] permutation = new int[2 * PERIOD];
    private final double shift;

    /** @param wavelength in mm */
    SmoothNoise(double wavelength, Dice dice) {
        this.wavelength = wavelength;
        this.shift = dice.uniform(0, PERIOD);
        for (int i = 0; i < PERIOD; i++) permutation[i] = i;
        for (int i = PERIOD - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            int swapped = permutation[i];
            permutation[i] = permutation[j];
            permutation[j] = swapped;
        }
        System.arraycopy(permutation, 0, permutation, PERIOD, PERIOD);
    }

    @Override
    public double at(double x, double y, double z) {
        double u = x / wavelength + shift;
        double v = y / wavelength + shift;
        double w = z / wavelength + shift;
        double floorU = Math.floor(u);
        double floorV = Math.floor(v);
        double floorW = Math.floor(w);
        int i = (int) floorU & PERIOD - 1;
        int j = (int) floorV & PERIOD - 1;
        int k = (int) floorW & PERIOD - 1;
        u -= floorU;
        v -= floorV;
        w -= floorW;
        double fadeU = fade(u);
        double fadeV = fade(v);
        int near = permutation[i] + j;
        int far = permutation[i + 1] + j;
        double[] face = new double[2];
        for (int c = 0; c < 2; c++) {
            double below = mix(fadeU, slope(near, k + c, u, v, w - c), slope(far, k + c, u - 1, v, w - c));
            double above =
                    mix(fadeU, slope(near + 1, k + c, u, v - 1, w - c), slope(far + 1, k + c, u - 1, v - 1, w - c));
            face[c] = mix(fadeV, below, above);
        }
        return mix(fade(w), face[0], face[1]);
    }

    /** The corner's gradient, one of the twelve edges of a cube, times the way from the corner. */
    private double slope(int column, int slice, double x, double y, double z) {
        int edge = permutation[(permutation[column & 2 * PERIOD - 1] + slice) & 2 * PERIOD - 1] & 15;
        double a = edge < 8 ? x : y;
        double b = edge < 4 ? y : edge == 12 || edge == 14 ? x : z;
        return ((edge & 1) == 0 ? a : -a) + ((edge & 2) == 0 ? b : -b);
    }

    private static double fade(double t) {
        return t * t * t * (t * (6 * t - 15) + 10);
    }

    private static double mix(double t, double a, double b) {
        return a + t * (b - a);
    }
}
