package org.ichradiomics.stats;

/** What cross-validation judges a λ by. */
public enum CvMeasure {
    /** −2 log-likelihood a patient, probabilities clipped to [10⁻⁵, 1 − 10⁻⁵]; the smaller the better. */
    DEVIANCE(false),
    /** Area under the ROC curve, ties one half; NaN of a fold with one class only. */
    AUC(true);

    private static final double CLIP = 1e-5;

    private final boolean increasing;

    CvMeasure(boolean increasing) {
        this.increasing = increasing;
    }

    /** Whether more is better. */
    public boolean isIncreasing() {
        return increasing;
    }

    /** Of patients with given linear predictors. */
    double of(double[] scores, boolean[] events) {
        if (this == AUC) return Concordance.of(scores, events);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) sum += deviance(scores[i], events[i]);
        return sum / scores.length;
    }

    static double deviance(double score, boolean event) {
        double p = Math.min(Math.max(1 / (1 + Math.exp(-score)), CLIP), 1 - CLIP);
        return -2 * Math.log(event ? p : 1 - p);
    }
}
