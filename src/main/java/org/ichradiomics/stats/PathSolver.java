package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Minimises loss(b₀, b) + λ(α|b|₁ + ½(1 − α)|b|²) for one λ after the other, each from the solution before it.
 *
 * <p>A step minimises the quadratic model of the loss over a working set of features (those that have been in the
 * model, and all that violate the KKT conditions), then looks along the line to it. The model's cross products are kept
 * from step to step and from λ to λ as long as that is cheaper than computing them again: the minimum is the same,
 * since the gradient is always the present one.
 */
final class PathSolver {

    /** Largest KKT residual that a solution may have. */
    static final double TOLERANCE = 1e-10;

    /** Aimed at, because the error of a coefficient is the residual over the curvature, which can be small. */
    private static final double AIM = 1e-12;

    private static final int STEPS = 500;

    /** Share of l₁ at which all features are looked at for the first time. */
    private static final double LOOK = 0.01;

    /** A step that leaves more than this of the residual has suffered from the age of the model. */
    private static final double SLOW = 0.01;

    /**
     * New cross products cost as much as a step for each so many columns: after so many slow steps they would have
     * paid.
     */
    private static final int STEPS_PER_RENEWAL = 25;

    /**
     * Shares of the residual that may be left of the model's minimum: one of an old model need not be better than the
     * model.
     */
    private static final double LEFT = 1e-3;

    private static final double LEFT_OF_OLD = 3e-2;

    private final Standardised x;
    private final Likelihood likelihood;
    private final CrossProducts products;
    private final double alpha;
    private final double[] coefficients;
    private final double[] eta;
    private final double[] gradient;
    private final boolean[] working;
    private double intercept;
    private double l1;
    private double l2;
    private double residual;
    private boolean fresh;
    private int slow;

    /** Starts at the model without features. */
    PathSolver(Standardised x, boolean[] events, double alpha) {
        this.x = x;
        this.alpha = alpha;
        likelihood = new Likelihood(events);
        products = new CrossProducts(x);
        coefficients = new double[x.size()];
        gradient = new double[x.size()];
        working = new boolean[x.size()];
        eta = new double[x.patients()];
        int count = Outcome.events(events);
        intercept = Math.log((double) count / (events.length - count));
        Arrays.fill(eta, intercept);
        likelihood.at(eta);
        gradientOfAll();
        renew();
    }

    /** The smallest λ without any feature: max |u'(y − ȳ)|/(nα). */
    double lambdaMax() {
        return Arrays.stream(gradient).map(Math::abs).max().orElse(0) / alpha;
    }

    double intercept() {
        return intercept;
    }

    /** On the standardised columns; changes with the next λ. */
    double[] coefficients() {
        return coefficients;
    }

    /** −loglik/n at the solution. */
    double loss() {
        return likelihood.loss();
    }

    /** Largest KKT residual of the solution. */
    double residual() {
        return residual;
    }

    /**
     * @return whether the KKT conditions hold to {@link #TOLERANCE}
     * @throws CancellationException if the thread is interrupted
     */
    boolean solve(double lambda) {
        l1 = lambda * alpha;
        l2 = lambda * (1 - alpha);
        admitViolators();
        boolean looked = false;
        double before = Double.NaN;
        double rate = Double.NaN;
        boolean newton = false;
        for (int step = 0; step < STEPS; step++) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException();
            double now = residualOfWorking();
            if (now <= AIM || !looked && now <= LOOK * l1) {
                looked = true;
                gradientOfAll();
                if (admitViolators()) {
                    before = Double.NaN;
                    continue;
                }
                if (now <= AIM) return isSolved();
            }
            // The first step's rate is that of the curve of the likelihood, not of the age of the model.
            boolean second = !Double.isNaN(rate);
            rate = now / before;
            if (second && rate > SLOW) slow++;
            if (!fresh && slow > products.size() / STEPS_PER_RENEWAL) {
                renew();
                rate = Double.NaN;
            }
            if (newton && now <= TOLERANCE && now > 0.5 * before) break; // rounding is all that is left
            before = now;
            newton = fresh;
            if (step(now)) continue;
            if (fresh) break; // no part of the step lowers the loss, but for its rounding
            renew();
            before = Double.NaN;
        }
        gradientOfAll();
        return isSolved();
    }

    private boolean isSolved() {
        residual = Math.abs(mean(likelihood.residuals()));
        for (int j = 0; j < coefficients.length; j++) residual = Math.max(residual, violation(j));
        return residual <= TOLERANCE;
    }

    private IntStream features() {
        return IntStream.range(0, coefficients.length);
    }

    private double violation(int j) {
        return PenalisedQuadratic.violation(gradient[j] - l2 * coefficients[j], coefficients[j], l1);
    }

    /** Takes in all features outside the working set whose gradient is above l₁. */
    private boolean admitViolators() {
        int[] more = new int[coefficients.length];
        int count = 0;
        for (int j = 0; j < more.length; j++) {
            if (working[j] || violation(j) <= AIM) continue;
            working[j] = true;
            more[count++] = j;
        }
        if (count > 0) products.add(Arrays.copyOf(more, count));
        return count > 0;
    }

    /** Weights of here; features that have left the model leave the working set. */
    private void renew() {
        features().forEach(j -> working[j] = coefficients[j] != 0 || working[j] && violation(j) > 0);
        products.of(likelihood.weights(), features().filter(j -> working[j]).toArray());
        fresh = true;
        slow = 0;
    }

    /** Gradient of the working set at the present point, and the largest residual there. */
    private double residualOfWorking() {
        double largest = Math.abs(mean(likelihood.residuals()));
        int[] features = products.features();
        gradient(features);
        for (int j : features) largest = Math.max(largest, violation(j));
        return largest;
    }

    /**
     * One step to the minimum of the quadratic model, or a part of the way; false if no part of it lowers the penalised
     * loss.
     */
    private boolean step(double residual) {
        int size = products.size();
        double[] score = new double[size];
        double[] from = new double[size];
        score[0] = mean(likelihood.residuals());
        from[0] = intercept;
        for (int k = 1; k < size; k++) {
            score[k] = gradient[products.feature(k)];
            from[k] = coefficients[products.feature(k)];
        }
        double left = (fresh ? LEFT : LEFT_OF_OLD) * residual;
        double[] to = new PenalisedQuadratic(products, score, from, l1, l2).minimise(Math.max(AIM / 4, left));
        double slope = penalty(to) - penalty(from);
        for (int k = 0; k < size; k++) slope -= score[k] * (to[k] - from[k]);
        double[] change = change(from, to);
        double here = likelihood.loss() + penalty(from);
        double[] there = new double[eta.length];
        double[] c = new double[size];
        for (double share = 1; share > 1e-6; share /= 2) {
            for (int i = 0; i < eta.length; i++) there[i] = eta[i] + share * change[i];
            for (int k = 0; k < size; k++) c[k] = share == 1 ? to[k] : from[k] + share * (to[k] - from[k]);
            if (likelihood.lossAt(there) + penalty(c)
                    <= here + 1e-4 * share * Math.min(slope, 0) + 1e-14 * Math.abs(here)) {
                System.arraycopy(there, 0, eta, 0, eta.length);
                intercept = c[0];
                for (int k = 1; k < size; k++) coefficients[products.feature(k)] = c[k];
                likelihood.at(eta);
                fresh = false;
                return true;
            }
            if (!fresh) return false;
        }
        return false;
    }

    private double penalty(double[] c) {
        double absolute = 0;
        double squares = 0;
        for (int k = 1; k < c.length; k++) {
            absolute += Math.abs(c[k]);
            squares += c[k] * c[k];
        }
        return l1 * absolute + l2 / 2 * squares;
    }

    private double[] change(double[] from, double[] to) {
        double[] change = new double[eta.length];
        Arrays.fill(change, to[0] - from[0]);
        int[] moved = new int[from.length];
        int count = 0;
        for (int k = 1; k < from.length; k++) {
            if (to[k] != from[k]) moved[count++] = k;
        }
        int m = 0;
        for (; m + 3 < count; m += 4) {
            int p = moved[m];
            int q = moved[m + 1];
            int r = moved[m + 2];
            int s = moved[m + 3];
            new FourVectors(column(p), column(q), column(r), column(s))
                    .addTo(change, 0, eta.length, to[p] - from[p], to[q] - from[q], to[r] - from[r], to[s] - from[s]);
        }
        for (; m < count; m++) {
            double[] a = column(moved[m]);
            double da = to[moved[m]] - from[moved[m]];
            for (int i = 0; i < change.length; i++) change[i] += da * a[i];
        }
        return change;
    }

    /** The column that the cross products have at a place, from 1. */
    private double[] column(int k) {
        return x.column(products.feature(k));
    }

    private void gradientOfAll() {
        gradient(features().toArray());
    }

    /** u'(y − p)/n, four columns at a time, which share the loads of the residuals. */
    private void gradient(int[] features) {
        double[] r = likelihood.residuals();
        int k = 0;
        for (; k + 3 < features.length; k += 4) {
            double[] sums = x.columns(features, k).times(r, 0, r.length);
            for (int q = 0; q < 4; q++) gradient[features[k + q]] = sums[q] / r.length;
        }
        for (; k < features.length; k++) {
            gradient[features[k]] = FourVectors.dot(x.column(features[k]), r) / r.length;
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum / values.length;
    }
}
