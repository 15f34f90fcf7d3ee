package org.ichradiomics.sign;

import java.util.Arrays;

/**
 * A Gaussian in the plane that looks at the lesion alone: G(HU · F) / G(F), so that brain at the edge darkens nothing.
 */
final class Smoothing {

    /** mm. */
    private static final double SIGMA = 1.0;

    private Smoothing() {}

    /** HU in the pixels, NaN outside. */
    static double[] of(double[] hu, Pixels pixels) {
        Plane plane = pixels.plane();
        double[] value = new double[plane.size()];
        double[] weight = new double[plane.size()];
        pixels.stream().forEach(i -> {
            value[i] = hu[i];
            weight[i] = 1;
        });
        double[] above = inPlane(value, plane);
        double[] below = inPlane(weight, plane);
        double[] smooth = new double[plane.size()];
        Arrays.fill(smooth, Double.NaN);
        pixels.stream().forEach(i -> smooth[i] = above[i] / below[i]);
        return smooth;
    }

    private static double[] inPlane(double[] values, Plane plane) {
        double[] rows = along(values, plane, taps(plane.dx()), true);
        return along(rows, plane, taps(plane.dy()), false);
    }

    /** From the middle on. */
    private static double[] taps(double mm) {
        double[] taps = new double[Slack.steps(3 * SIGMA, mm) + 1];
        for (int k = 0; k < taps.length; k++) taps[k] = Math.exp(-0.5 * (k * mm / SIGMA) * (k * mm / SIGMA));
        return taps;
    }

    private static double[] along(double[] values, Plane plane, double[] taps, boolean isX) {
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int k = 1 - taps.length; k < taps.length; k++) {
                int x = plane.x(i) + (isX ? k : 0);
                int y = plane.y(i) + (isX ? 0 : k);
                if (plane.holds(x, y)) sum += taps[Math.abs(k)] * values[y * plane.nx() + x];
            }
            sums[i] = sum;
        }
        return sums;
    }
}
