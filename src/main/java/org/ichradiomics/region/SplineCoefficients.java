package org.ichradiomics.region;

/**
 * The coefficients c of the cubic B-spline that interpolates samples s, (c_{k−1} + 4 c_k + c_{k+1}) / 6 = s_k, the
 * samples mirrored at both ends (s_{−k} = s_k): one recursion forwards and one backwards with the pole z = √3 − 2
 * (Unser, IEEE Signal Processing Magazine 1999;16(6):22-38, box 2).
 *
 * <p>What a sample contributes falls to |z|ⁿ = 0.27ⁿ at n samples from it, so that a part of a line has the line's
 * coefficients but for its ends.
 */
final class SplineCoefficients {

    /**
     * So far from the end of a part its coefficients have the bits of the whole line's: after 30 samples the difference
     * is rounding, and as the recursions take in the same samples that dies out as well.
     */
    static final int REACH = 64;

    private static final double POLE = Math.sqrt(3) - 2;
    private static final double GAIN = 6;

    /** |z|ⁿ of samples farther away is below 10⁻⁵⁰. */
    private static final int FARTHEST = 90;

    private SplineCoefficients() {}

    /**
     * Turns lines of samples into their coefficients, in place.
     *
     * @param line place along the line → line, of so many lines beside each other
     */
    static void of(double[][] line, int lines) {
        int n = line.length;
        if (n < 2) return; // a constant: coefficients and samples are the same
        double[] start = causalStart(line, lines);
        System.arraycopy(start, 0, line[0], 0, lines);
        for (int k = 1; k < n; k++) forward(line[k - 1], line[k], lines);
        end(line[n - 2], line[n - 1], lines);
        for (int k = n - 2; k >= 0; k--) backward(line[k + 1], line[k], lines);
    }

    private static void forward(double[] before, double[] at, int lines) {
        for (int i = 0; i < lines; i++) at[i] = at[i] * GAIN + POLE * before[i];
    }

    private static void end(double[] before, double[] last, int lines) {
        double scale = POLE / (POLE * POLE - 1);
        for (int i = 0; i < lines; i++) last[i] = scale * (POLE * before[i] + last[i]);
    }

    private static void backward(double[] after, double[] at, int lines) {
        for (int i = 0; i < lines; i++) at[i] = POLE * (after[i] - at[i]);
    }

    /** Σ_{k≥0} z^k s_k over the mirrored samples, which repeat after 2n − 2: a finite sum over one period. */
    private static double[] causalStart(double[][] s, int lines) {
        int n = s.length;
        double period = Math.pow(POLE, 2 * n - 2);
        double forward = POLE;
        double backward = Math.pow(POLE, 2 * n - 3);
        double[] sum = new double[lines];
        for (int i = 0; i < lines; i++) sum[i] = s[0][i] * GAIN;
        add(Math.pow(POLE, n - 1), s[n - 1], sum, lines);
        int last = n > 2 * FARTHEST ? FARTHEST : n - 1;
        for (int k = 1; k < last; k++) {
            add(forward + backward, s[k], sum, lines);
            forward *= POLE;
            backward /= POLE;
        }
        for (int i = 0; i < lines; i++) sum[i] /= 1 - period;
        return sum;
    }

    private static void add(double weight, double[] s, double[] sum, int lines) {
        for (int i = 0; i < lines; i++) sum[i] += weight * (s[i] * GAIN);
    }
}
