package org.ichradiomics.texture;

/** Sums over shares p(0), p(1), … of the numbers 0, 1, …; NaN where a share is NaN. */
final class Distribution {

    private Distribution() {}

    /** Σ k p(k). */
    static double mean(double[] p) {
        double mean = 0;
        for (int k = 0; k < p.length; k++) mean += k * p[k];
        return mean;
    }

    /** Σ (k − mean)² p(k). */
    static double variance(double[] p) {
        double mean = mean(p);
        double variance = 0;
        for (int k = 0; k < p.length; k++) variance += (k - mean) * (k - mean) * p[k];
        return variance;
    }

    /** −Σ p(k) log₂ p(k) over p(k) > 0, in bits. */
    static double entropy(double[] p) {
        return nats(p) / StrictMath.log(2);
    }

    /** −Σ p(k) ln p(k) over p(k) > 0. */
    static double nats(double[] p) {
        double sum = 0;
        for (double share : p) {
            if (share != 0) sum += share * StrictMath.log(share);
        }
        // 0 − sum, not −sum: where all is one number the entropy is 0, not −0.
        return 0 - sum;
    }
}
