package org.ichradiomics.stats;

/**
 * Area under a ROC curve, ties a half.
 *
 * @param area with DeLong's 95 % interval, cut to [0, 1]; NaN limits with a single case in a class
 * @param se DeLong's standard error; 0 for perfectly divided classes, where the interval says nothing
 * @param hanleyMcNeilSe standard error by Hanley and McNeil (1982), for comparison with publications
 * @param p two-sided, that the area is 0.5; by {@code se}
 */
public record Auc(Estimate area, double se, double hanleyMcNeilSe, double p, int positives, int negatives) {

    static Auc of(Placements placements) {
        double area = placements.auc();
        double se = Math.sqrt(placements.variance());
        int positives = placements.ofPositives().length;
        int negatives = placements.ofNegatives().length;
        Estimate open = Estimate.around(area, Normal.Z_95 * se);
        Estimate within = new Estimate(area, Math.max(0, open.low()), Math.min(1, open.high()));
        double hanleyMcNeil = hanleyMcNeil(area, positives, negatives);
        return new Auc(within, se, hanleyMcNeil, p(area - 0.5, se), positives, negatives);
    }

    /** Whether the interval is a point, because the classes are perfectly divided. */
    public boolean isDegenerate() {
        return se == 0;
    }

    static double p(double difference, double se) {
        return difference == 0 && se == 0 ? Double.NaN : Normal.twoSided(difference / se);
    }

    private static double hanleyMcNeil(double a, int positives, int negatives) {
        double q1 = a / (2 - a);
        double q2 = 2 * a * a / (1 + a);
        return Math.sqrt((a * (1 - a) + (positives - 1) * (q1 - a * a) + (negatives - 1) * (q2 - a * a))
                / positives
                / negatives);
    }
}
