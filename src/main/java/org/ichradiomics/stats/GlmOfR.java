package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Collections;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * A logistic regression stopped where R's {@code glm} stops by default: iteratively reweighted least squares from μ =
 * (y + ½)/2 until the deviance changes by less than 10⁻⁸ of itself, at most 25 times. Beyond log odds of ±30 odds and
 * dμ/dη are held at R's limits, which is what its coefficients come from where a variable divides the outcomes. Its
 * last digits are not those of the maximum, to which {@link LogisticFit} goes on; it is here because published
 * calibrations come from it, and two programs shall be compared digit by digit.
 */
public final class GlmOfR {

    private static final double EPSILON = 1e-8;
    private static final int MOST = 25;
    private static final double FAR = 30;
    private static final double LEAST = Math.ulp(1.0);

    private GlmOfR() {}

    /**
     * Intercept and slope of the outcome's log odds on a variable.
     *
     * @return NaN twice where there is no solution
     */
    public static double[] line(double[] variable, boolean[] events) {
        double[][] rows =
                Arrays.stream(variable).mapToObj(x -> new double[] {1, x}).toArray(double[][]::new);
        return fit(rows, events, new double[events.length]);
    }

    /** The intercept with given log odds as offset. */
    public static double intercept(double[] offset, boolean[] events) {
        double[][] rows = Collections.nCopies(events.length, new double[] {1}).toArray(double[][]::new);
        return fit(rows, events, offset)[0];
    }

    private static double[] fit(double[][] rows, boolean[] events, double[] offset) {
        int p = rows[0].length;
        double[] beta = new double[p];
        double[] eta = new double[events.length];
        for (int i = 0; i < eta.length; i++) {
            double mu = ((events[i] ? 1 : 0) + 0.5) / 2;
            eta[i] = Math.log(mu / (1 - mu));
        }
        double before = deviance(eta, events);
        for (int step = 0; step < MOST; step++) {
            RealMatrix x = new Array2DRowRealMatrix(events.length, p);
            double[] z = new double[events.length];
            for (int i = 0; i < z.length; i++) {
                double mu = probability(eta[i]);
                double slope = slope(eta[i]);
                double weight = slope / Math.sqrt(mu * (1 - mu));
                z[i] = weight * (eta[i] - offset[i] + ((events[i] ? 1 : 0) - mu) / slope);
                for (int j = 0; j < p; j++) x.setEntry(i, j, weight * rows[i][j]);
            }
            try {
                RealVector right = new ArrayRealVector(z, false);
                beta = new QRDecomposition(x).getSolver().solve(right).toArray();
            } catch (SingularMatrixException e) {
                Arrays.fill(beta, Double.NaN);
                return beta;
            }
            for (int i = 0; i < eta.length; i++) {
                eta[i] = offset[i];
                for (int j = 0; j < p; j++) eta[i] += beta[j] * rows[i][j];
            }
            double now = deviance(eta, events);
            if (Math.abs(now - before) / (Math.abs(now) + 0.1) < EPSILON) return beta;
            before = now;
        }
        return beta;
    }

    private static double deviance(double[] eta, boolean[] events) {
        double sum = 0;
        for (int i = 0; i < eta.length; i++)
            sum -= 2 * Math.log(events[i] ? probability(eta[i]) : 1 - probability(eta[i]));
        return sum;
    }

    private static double probability(double eta) {
        double odds = eta < -FAR ? LEAST : eta > FAR ? 1 / LEAST : Math.exp(eta);
        return odds / (1 + odds);
    }

    /** dμ/dη. */
    private static double slope(double eta) {
        double odds = Math.exp(eta);
        return Math.abs(eta) > FAR ? LEAST : odds / ((1 + odds) * (1 + odds));
    }
}
