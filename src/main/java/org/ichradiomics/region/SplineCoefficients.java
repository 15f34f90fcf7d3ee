package org.ichradiomics.region;

/**
 * The coefficients c of the cubic B-spline that interpolates samples s, (c_{k−1} + 4 c_k + c_{k+1}) / 6 = s_k, the
 * samples mirrored at both ends (s_{−k} = s_k): one recursion forwards and one backwards with the pole z = √3 − 2
 * (Unser, IEEE Signal Processing Magazine 1999;16(6):22-38, box 2).
 */
final class SplineCoefficients {

    private static final double POLE = Math.sqrt(3) - 2;
    private static final double GAIN = 6;

    private SplineCoefficients() {}

    /** Turns a line of samples into its coefficients, in place. */
    static void of(double[] line) {
        int n = line.length;
        if (n < 2) return; // a constant: coefficients and samples are the same
        for (int k = 0; k < n; k++) line[k] *= GAIN;
        line[0] = causalStart(line);
        for (int k = 1; k < n; k++) line[k] += POLE * line[k - 1];
        line[n - 1] = POLE / (POLE * POLE - 1) * (POLE * line[n - 2] + line[n - 1]);
        for (int k = n - 2; k >= 0; k--) line[k] = POLE * (line[k + 1] - line[k]);
    }

    /** Σ_{k≥0} z^k s_k over the mirrored samples, which repeat after 2n − 2: a finite sum over one period. */
    private static double causalStart(double[] s) {
        int n = s.length;
        double period = Math.pow(POLE, 2 * n - 2);
        double forward = POLE;
        double backward = Math.pow(POLE, 2 * n - 3);
        double sum = s[0] + Math.pow(POLE, n - 1) * s[n - 1];
        for (int k = 1; k < n - 1; k++) {
            sum += (forward + backward) * s[k];
            forward *= POLE;
            backward /= POLE;
        }
        return sum / (1 - period);
    }
}
