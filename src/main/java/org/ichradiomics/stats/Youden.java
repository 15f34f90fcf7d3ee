package org.ichradiomics.stats;

/**
 * The best point of a ROC curve by sensitivity + specificity − 1.
 *
 * @param point the most sensitive of the best; its threshold is the cutoff
 * @param tied how many points are as good
 */
public record Youden(Confusion point, int tied) {

    /** The threshold of the point: values from it on are positive. */
    public double cutoff() {
        return point.threshold();
    }

    /** Sensitivity + specificity − 1. */
    public double index() {
        return point.youden();
    }
}
