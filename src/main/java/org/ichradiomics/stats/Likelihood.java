package org.ichradiomics.stats;

/**
 * The logistic likelihood at a linear predictor η, per patient: loss −Σ[yη − log(1 + e^η)]/n, residuals y − p and
 * weights p(1 − p). All are computed from e^−|η|, so that nothing cancels where p is near 0 or 1.
 */
final class Likelihood {

    private final boolean[] events;
    private final double[] residuals;
    private final double[] weights;
    private double loss;

    Likelihood(boolean[] events) {
        this.events = events;
        this.residuals = new double[events.length];
        this.weights = new double[events.length];
    }

    /** Moves to another η. */
    void at(double[] eta) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) {
            double e = Math.exp(-Math.abs(eta[i]));
            double small = e / (1 + e);
            double large = 1 / (1 + e);
            double event = eta[i] > 0 ? large : small;
            double none = eta[i] > 0 ? small : large;
            residuals[i] = events[i] ? none : -event;
            weights[i] = small * large;
            sum += loss(e, eta[i], events[i]);
        }
        loss = sum / eta.length;
    }

    /** The loss at another η, without going there. */
    double lossAt(double[] eta) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++) sum += loss(Math.exp(-Math.abs(eta[i])), eta[i], events[i]);
        return sum / eta.length;
    }

    double loss() {
        return loss;
    }

    double[] residuals() {
        return residuals;
    }

    double[] weights() {
        return weights;
    }

    private static double loss(double e, double eta, boolean event) {
        return Math.log1p(e) + Math.max(event ? -eta : eta, 0);
    }
}
