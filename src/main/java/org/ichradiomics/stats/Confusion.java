package org.ichradiomics.stats;

/**
 * Cases called positive from a threshold on, against what happened. A ratio 0/0 is NaN.
 *
 * @param threshold a score of at least this is positive
 */
public record Confusion(
        double threshold, int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {

    /** Events that are positive, of all events. */
    public Estimate sensitivity(Proportion interval) {
        return interval.of(truePositives, truePositives + falseNegatives);
    }

    /** Cases without the event that are negative, of all of them. */
    public Estimate specificity(Proportion interval) {
        return interval.of(trueNegatives, trueNegatives + falsePositives);
    }

    /** Positive predictive value. */
    public Estimate ppv(Proportion interval) {
        return interval.of(truePositives, truePositives + falsePositives);
    }

    /** Negative predictive value. */
    public Estimate npv(Proportion interval) {
        return interval.of(trueNegatives, trueNegatives + falseNegatives);
    }

    /** Cases that are told right, of all cases. */
    public Estimate accuracy(Proportion interval) {
        return interval.of(
                truePositives + trueNegatives, truePositives + falsePositives + falseNegatives + trueNegatives);
    }

    /** Sensitivity + specificity − 1; NaN if one class has no case. */
    public double youden() {
        return (double) truePositives / (truePositives + falseNegatives)
                + (double) trueNegatives / (trueNegatives + falsePositives)
                - 1;
    }
}
