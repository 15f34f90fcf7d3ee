package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The maximum of a logistic likelihood by Newton's method, or of Firth's (1993): the log-likelihood plus ½ log |I|,
 * whose score has y − p + h (½ − p) in place of y − p, with h the leverages of the weighted regression.
 */
final class LogisticSolver {

    private static final double STEP = 1e-12;
    private static final double STAGNANT = 1e-7;
    private static final double TRUSTED = 1e-3;
    private static final double NEAR = 0.1;
    private static final int HALVINGS = 40;
    private static final int MOST = 500;
    /**
     * Where the maximum is infinite, each step goes on by about 1; where it is finite, steps have long become small by
     * then.
     */
    private static final int DIVERGED = 30;

    private static final int DRIFT_FROM = 12;

    /**
     * Where the search ended.
     *
     * @param logLikelihood with Firth's penalty if it was asked for; where the maximum is infinite, what it tends to
     * @param information of all coefficients, also of one that was held
     * @param converged false where coefficients grow without end
     * @param drift how far each coefficient went in the second half of a search that did not converge; else 0
     */
    record Solution(double[] beta, double logLikelihood, RealMatrix information, boolean converged, double[] drift) {}

    private final double[][] x;
    private final boolean[] y;
    private final double[] offset;
    private final boolean firth;

    /** @param offset added to the linear predictor of each case */
    LogisticSolver(double[][] x, boolean[] y, double[] offset, boolean firth) {
        this.x = x;
        this.y = y;
        this.offset = offset;
        this.firth = firth;
    }

    LogisticSolver(Design design, boolean firth) {
        this(design.rows(), design.outcomes(), new double[design.size()], firth);
    }

    Solution solve() {
        return solve(new double[x[0].length], -1);
    }

    /**
     * @param start where to begin
     * @param held the coefficient that stays where it begins, or −1
     */
    Solution solve(double[] start, int held) {
        double[] beta = start.clone();
        int[] free = IntStream.range(0, beta.length).filter(j -> j != held).toArray();
        State state = new State(beta);
        double[] middle = beta;
        double before = Double.POSITIVE_INFINITY;
        double share = 1;
        for (int iteration = 0; iteration < MOST; iteration++) {
            double[] step = step(state, free);
            if (step == null) break;
            double size = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double scale = Arrays.stream(state.beta).map(Math::abs).reduce(1, Math::max);
            // Firth's score falls up to twice as fast as the information says (a case alone in its group): full steps
            // then go to and fro.
            if (firth && size < NEAR * scale && size > before / 2) share = 0.5;
            State next = state.moved(step, share);
            // Near the maximum the step is better known than the difference of two likelihoods.
            boolean doubtful = size > TRUSTED * scale;
            for (int h = 1; doubtful && h <= HALVINGS && !(next.logLikelihood >= state.logLikelihood); h++)
                next = state.moved(step, Math.scalb(1.0, -h));
            state = next;
            if (size <= STEP * scale || size <= STAGNANT * scale && size >= before) {
                return state.solution(true, new double[beta.length]);
            }
            before = size;
            if (iteration == DRIFT_FROM) middle = state.beta;
            if (!firth && iteration >= DIVERGED && size > 1e-3) break;
        }
        double[] drift = new double[beta.length];
        for (int j = 0; j < drift.length; j++) drift[j] = Math.abs(state.beta[j] - middle[j]);
        return state.solution(false, drift);
    }

    /** Newton's step in the free coefficients; null if the information is singular. */
    private double[] step(State state, int[] free) {
        double[] step = new double[state.beta.length];
        if (free.length == 0) return step;
        try {
            double[] score = state.score();
            RealMatrix information = state.information.getSubMatrix(free, free);
            double[] right = IntStream.of(free).mapToDouble(j -> score[j]).toArray();
            RealVector solved = solver(information).solve(new ArrayRealVector(right, false));
            for (int j = 0; j < free.length; j++) step[free[j]] = solved.getEntry(j);
            return Arrays.stream(step).allMatch(Double::isFinite) ? step : null;
        } catch (NonPositiveDefiniteMatrixException e) {
            return null;
        }
    }

    /** Without the library's absolute threshold, which takes any information of few cases for singular. */
    private static CholeskyDecomposition cholesky(RealMatrix information) {
        return new CholeskyDecomposition(information, 1e-12, 0);
    }

    /** @throws NonPositiveDefiniteMatrixException when made, if the information is singular */
    static DecompositionSolver solver(RealMatrix information) {
        return cholesky(information).getSolver();
    }

    private final class State {

        private final double[] beta;
        private final double[] eta;
        private final double logLikelihood;
        private final RealMatrix information;

        private State(double[] beta) {
            this.beta = beta;
            eta = new double[x.length];
            double sum = 0;
            double[][] info = new double[beta.length][beta.length];
            for (int i = 0; i < x.length; i++) {
                double linear = offset[i];
                for (int j = 0; j < beta.length; j++) linear += x[i][j] * beta[j];
                eta[i] = linear;
                sum -= softplus(y[i] ? -linear : linear);
                double w = probability(linear) * probability(-linear);
                for (int j = 0; j < beta.length; j++) {
                    for (int k = 0; k <= j; k++) info[j][k] += w * x[i][j] * x[i][k];
                }
            }
            for (int j = 0; j < beta.length; j++) {
                for (int k = 0; k < j; k++) info[k][j] = info[j][k];
            }
            information = new Array2DRowRealMatrix(info, false);
            logLikelihood = firth ? sum + halfLogDeterminant() : sum;
        }

        private double halfLogDeterminant() {
            try {
                RealMatrix l = cholesky(information).getL();
                return IntStream.range(0, beta.length)
                        .mapToDouble(j -> Math.log(l.getEntry(j, j)))
                        .sum();
            } catch (NonPositiveDefiniteMatrixException e) {
                return Double.NEGATIVE_INFINITY;
            }
        }

        private double[] score() {
            RealMatrix inverse = firth ? solver(information).getInverse() : null;
            double[] score = new double[beta.length];
            for (int i = 0; i < x.length; i++) {
                double p = probability(eta[i]);
                double q = probability(-eta[i]);
                double residual = y[i] ? q : -p;
                if (firth) residual += p * q * leverage(inverse, x[i]) * (0.5 - p);
                for (int j = 0; j < score.length; j++) score[j] += residual * x[i][j];
            }
            return score;
        }

        private State moved(double[] step, double share) {
            return new State(IntStream.range(0, beta.length)
                    .mapToDouble(j -> beta[j] + share * step[j])
                    .toArray());
        }

        private Solution solution(boolean converged, double[] drift) {
            return new Solution(beta, logLikelihood, information, converged, drift);
        }
    }

    private static double leverage(RealMatrix inverse, double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            for (int k = 0; k < row.length; k++) sum += row[j] * inverse.getEntry(j, k) * row[k];
        }
        return sum;
    }

    /** log(1 + e^t). */
    static double softplus(double t) {
        return t > 0 ? t + Math.log1p(Math.exp(-t)) : Math.log1p(Math.exp(t));
    }

    /** 1 / (1 + e^−t); of −t it is 1 minus that, without cancellation. */
    static double probability(double t) {
        return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
    }
}
