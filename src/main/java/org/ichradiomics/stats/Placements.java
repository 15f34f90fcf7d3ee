package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The place of each score among those of the other class: the share of pairs that it decides rightly, ties a half
 * (DeLong et al. 1988).
 *
 * @param ofPositives by positive case, V₁₀
 * @param ofNegatives by negative case, V₀₁
 */
record Placements(double[] ofPositives, double[] ofNegatives) {

    static Placements of(double[] positives, double[] negatives) {
        Sorted lower = Sorted.of(negatives);
        Sorted upper = Sorted.of(positives);
        DoubleStream above = Arrays.stream(positives).map(s -> lower.halvesBelow(s) / 2.0 / lower.size());
        DoubleStream below = Arrays.stream(negatives).map(s -> 1 - upper.halvesBelow(s) / 2.0 / upper.size());
        return new Placements(above.toArray(), below.toArray());
    }

    double auc() {
        return Arrays.stream(ofPositives).sum() / ofPositives.length;
    }

    /** Variance of the AUC; with a single case in a class that class's share is not known, and so NaN. */
    double variance() {
        return covariance(ofPositives, ofPositives) / ofPositives.length
                + covariance(ofNegatives, ofNegatives) / ofNegatives.length;
    }

    /** Covariance of the AUCs of two scores of the same cases. */
    double covariance(Placements other) {
        return covariance(ofPositives, other.ofPositives) / ofPositives.length
                + covariance(ofNegatives, other.ofNegatives) / ofNegatives.length;
    }

    int size() {
        return ofPositives.length + ofNegatives.length;
    }

    private static double covariance(double[] x, double[] y) {
        double mx = Summary.mean(x);
        double my = Summary.mean(y);
        double sum = 0;
        for (int i = 0; i < x.length; i++) sum += (x[i] - mx) * (y[i] - my);
        return x.length < 2 ? Double.NaN : sum / (x.length - 1);
    }
}
