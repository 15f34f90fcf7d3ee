package org.ichradiomics.stats;

/**
 * The first curve's area minus the second's (DeLong, DeLong and Clarke-Pearson 1988).
 *
 * @param difference with its 95 % interval by the normal distribution
 * @param z difference / se; NaN if both are 0
 * @param p two-sided, by the normal distribution
 * @param df independent cohorts: degrees of freedom by Satterthwaite, as pROC; NaN for paired curves
 * @param pByT independent cohorts: two-sided by Student's distribution, as pROC; NaN for paired curves
 */
public record AucDifference(Estimate difference, double se, double z, double p, double df, double pByT) {

    /**
     * Two scores of the same cases.
     *
     * @throws IllegalArgumentException if the curves are not of the same outcomes in the same order
     */
    public static AucDifference paired(RocCurve first, RocCurve second) {
        if (!first.isOfSameCases(second)) throw new IllegalArgumentException("paired curves must be of the same cases");
        Placements x = first.placements();
        Placements y = second.placements();
        double variance = x.variance() + y.variance() - 2 * x.covariance(y);
        // Two scores of the same order: what is left of the variance is rounding.
        boolean rounding = variance < 1e-14 * (x.variance() + y.variance());
        return of(x.auc() - y.auc(), rounding ? 0 : variance, Double.NaN);
    }

    /** Curves of different cases. */
    public static AucDifference independent(RocCurve first, RocCurve second) {
        Placements x = first.placements();
        Placements y = second.placements();
        double vx = x.variance();
        double vy = y.variance();
        return of(
                x.auc() - y.auc(),
                vx + vy,
                (vx + vy) * (vx + vy) / (vx * vx / (x.size() - 1) + vy * vy / (y.size() - 1)));
    }

    private static AucDifference of(double difference, double variance, double df) {
        double se = Math.sqrt(variance);
        double z = difference / se;
        double pByT = Double.isNaN(df) || Double.isNaN(z) ? Double.NaN : TTest.twoSided(z, df);
        return new AucDifference(Estimate.around(difference, Normal.Z_95 * se), se, z, Normal.twoSided(z), df, pByT);
    }
}
