package org.ichradiomics.region;

import java.util.Arrays;

/**
 * Distance of every pixel of a slice to the nearest pixel of a set, centre to centre, mm², exact.
 *
 * <p>Felzenszwalb and Huttenlocher, Distance transforms of sampled functions, Theory of Computing 8 (2012) 415–428: the
 * lower envelope of parabolas, first along columns, then along rows.
 */
public final class PlaneDistance {

    private PlaneDistance() {}

    /**
     * Squared distances to the pixels that are {@code wanted}, mm²; 0 on them, infinite where there is none.
     *
     * @param set width × height, x running fastest
     */
    public static double[] squared(boolean[] set, boolean wanted, int width, int height, Spacing spacing) {
        double[] d = new double[set.length];
        for (int i = 0; i < d.length; i++) d[i] = set[i] == wanted ? 0 : Double.POSITIVE_INFINITY;
        Envelope columns = new Envelope(height, spacing.y());
        for (int x = 0; x < width; x++) columns.along(d, x, width);
        Envelope rows = new Envelope(width, spacing.x());
        for (int y = 0; y < height; y++) rows.along(d, y * width, 1);
        return d;
    }

    /** The lower envelope of parabolas along one line, with its room to work in. */
    private static final class Envelope {

        private final int n;
        private final double step;
        private final double[] f;
        private final int[] centre;
        private final double[] from;

        Envelope(int n, double step) {
            this.n = n;
            this.step = step;
            this.f = new double[n];
            this.centre = new int[n];
            this.from = new double[n + 1];
        }

        void along(double[] d, int start, int stride) {
            for (int i = 0; i < n; i++) f[i] = d[start + i * stride];
            int parabolas = parabolas();
            if (parabolas == 0) return;
            int k = 0;
            for (int i = 0; i < n; i++) {
                while (k + 1 < parabolas && from[k + 1] < i * step) k++;
                double mm = (i - centre[k]) * step;
                d[start + i * stride] = mm * mm + f[centre[k]];
            }
        }

        private int parabolas() {
            int count = 0;
            Arrays.fill(from, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < n; i++) {
                if (f[i] == Double.POSITIVE_INFINITY) continue;
                double meets = Double.NEGATIVE_INFINITY;
                while (count > 0) {
                    meets = meeting(centre[count - 1], i);
                    if (meets > from[count - 1]) break;
                    count--;
                }
                from[count] = count == 0 ? Double.NEGATIVE_INFINITY : meets;
                centre[count++] = i;
            }
            return count;
        }

        private double meeting(int a, int b) {
            double pa = a * step;
            double pb = b * step;
            return (f[b] + pb * pb - f[a] - pa * pa) / (2 * (pb - pa));
        }
    }
}
