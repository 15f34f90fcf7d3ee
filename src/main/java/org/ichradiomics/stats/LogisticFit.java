package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * A logistic regression: log odds of the event = β₀ + Σ βⱼ xⱼ, by maximum likelihood or by Firth's penalised
 * likelihood. Standard errors are those of the information at the final coefficients. Immutable.
 */
public final class LogisticFit {

    private static final double SUSPICIOUS_PROBABILITY = 1e-8;
    private static final double SUSPICIOUS_BETA = 10;
    private static final double SUSPICIOUS_SE = 50;
    private static final double DRIFTING = 0.01;
    /** In SDs of the variable; odds ratios beyond e^300 are infinite to any reader. */
    private static final double UNLIMITED = 300;

    private static final double CHI_SQUARE_95 = Normal.Z_95 * Normal.Z_95;

    private final Design design;
    private final boolean firth;
    private final LogisticSolver solver;
    private final LogisticSolver.Solution solution;
    private final RealMatrix scaledCovariance;
    private final double[] linearPredictor;
    private final Separation separation;

    private LogisticFit(Design design, boolean firth) {
        this.design = design;
        this.firth = firth;
        solver = new LogisticSolver(design, firth);
        solution = solver.solve();
        scaledCovariance = inverse(solution.information());
        double[][] rows = design.rows();
        linearPredictor = IntStream.range(0, rows.length)
                .mapToDouble(i -> IntStream.range(0, rows[i].length)
                        .mapToDouble(j -> rows[i][j] * solution.beta()[j])
                        .sum())
                .toArray();
        separation = firth ? Separation.NONE : searched();
    }

    /** By maximum likelihood. Where there is none, {@link #separation} says so. */
    public static LogisticFit of(Design design) {
        return new LogisticFit(design, false);
    }

    /**
     * By Firth's penalised likelihood (1993; Heinze and Schemper 2002), which has a maximum also where variables divide
     * the outcomes.
     */
    public static LogisticFit firth(Design design) {
        return new LogisticFit(design, true);
    }

    private static RealMatrix inverse(RealMatrix information) {
        try {
            return LogisticSolver.solver(information).getInverse();
        } catch (NonPositiveDefiniteMatrixException e) {
            int n = information.getRowDimension();
            return new Array2DRowRealMatrix(n, n).scalarAdd(Double.NaN);
        }
    }

    private Separation searched() {
        double most = Arrays.stream(solution.drift()).skip(1).max().orElse(0);
        List<String> variables = new ArrayList<>();
        for (int v = 0; v < design.variables().size(); v++) {
            double se = Math.sqrt(scaledCovariance.getEntry(v + 1, v + 1));
            boolean large = Math.abs(solution.beta()[v + 1]) > SUSPICIOUS_BETA || !(se <= SUSPICIOUS_SE);
            boolean drifts = solution.drift()[v + 1] > DRIFTING * most;
            if (solution.converged() ? large : drifts)
                variables.add(design.variables().get(v));
        }
        boolean extreme = Arrays.stream(linearPredictor)
                .anyMatch(eta -> LogisticSolver.probability(-Math.abs(eta)) < SUSPICIOUS_PROBABILITY);
        return new Separation(
                !solution.converged() || extreme || !variables.isEmpty(), !solution.converged(), variables);
    }

    /** What was fitted. */
    public Design design() {
        return design;
    }

    /** Whether Firth's penalty was used. */
    public boolean isFirth() {
        return firth;
    }

    /** Whether the search for the maximum came to an end; with Firth's penalty it nearly always does. */
    public boolean converged() {
        return solution.converged();
    }

    /** Whether coefficients are infinite; never with Firth's penalty. */
    public Separation separation() {
        return separation;
    }

    /** The intercept, then the variables in their order. The intercept is not estimable if a variable is not. */
    public List<Coefficient> coefficients() {
        double[] beta = beta();
        RealMatrix covariance = covariance();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < beta.length; j++) {
            String term = j == 0 ? Coefficient.INTERCEPT : design.variables().get(j - 1);
            boolean estimable =
                    !separation.proven() || j > 0 && !separation.variables().contains(term);
            double se = Math.sqrt(covariance.getEntry(j, j));
            coefficients.add(estimable ? Coefficient.of(term, beta[j], se) : Coefficient.notEstimable(term));
        }
        return coefficients;
    }

    /** The term of one variable. */
    public Coefficient coefficient(String variable) {
        return coefficients().get(design.index(variable) + 1);
    }

    private double[] beta() {
        double[] beta = new double[solution.beta().length];
        beta[0] = solution.beta()[0];
        for (int v = 0; v < beta.length - 1; v++) {
            beta[v + 1] = solution.beta()[v + 1] / design.sd(v);
            beta[0] -= solution.beta()[v + 1] * design.mean(v) / design.sd(v);
        }
        return beta;
    }

    /**
     * Covariance of the coefficients on the variables' own scale, the intercept first; NaN if the information is
     * singular.
     */
    public RealMatrix covariance() {
        int n = solution.beta().length;
        RealMatrix transform = new Array2DRowRealMatrix(n, n);
        transform.setEntry(0, 0, 1);
        for (int v = 0; v < n - 1; v++) {
            transform.setEntry(v + 1, v + 1, 1 / design.sd(v));
            transform.setEntry(0, v + 1, -design.mean(v) / design.sd(v));
        }
        return transform.multiply(scaledCovariance).multiply(transform.transpose());
    }

    /** Log odds of the event, by complete case. */
    public double[] linearPredictor() {
        return linearPredictor.clone();
    }

    /** Probability of the event, by complete case. */
    public double[] fitted() {
        return Arrays.stream(linearPredictor).map(LogisticSolver::probability).toArray();
    }

    /** Without Firth's penalty, also where it was used. */
    public double logLikelihood() {
        double sum = 0;
        for (int i = 0; i < linearPredictor.length; i++) {
            sum -= LogisticSolver.softplus(design.outcomes()[i] ? -linearPredictor[i] : linearPredictor[i]);
        }
        return sum;
    }

    /** −2 log-likelihood. */
    public double deviance() {
        return -2 * logLikelihood();
    }

    /** The deviance with an intercept alone. */
    public double nullDeviance() {
        double n = design.size();
        double events = design.events();
        return -2 * (events * Math.log(events / n) + (n - events) * Math.log((n - events) / n));
    }

    /** The deviance + 2 for each coefficient. */
    public double aic() {
        return deviance() + 2 * (design.variables().size() + 1);
    }

    /** Against the intercept alone. */
    public LikelihoodRatio likelihoodRatio() {
        return LikelihoodRatio.of(
                nullDeviance() - deviance(), design.variables().size());
    }

    /** Against the model without the variable; of Firth's likelihood with its penalty kept, as Heinze and Schemper. */
    public LikelihoodRatio likelihoodRatio(String variable) {
        int j = design.index(variable) + 1;
        double without = solver.solve(new double[solution.beta().length], j).logLikelihood();
        return LikelihoodRatio.of(2 * (solution.logLikelihood() - without), 1);
    }

    /** Against the model without some of the variables, by maximum likelihood. */
    LikelihoodRatio likelihoodRatio(List<String> some) {
        if (some.size() == 1) return likelihoodRatio(some.get(0));
        LogisticFit without = of(design.only(design.variables().stream()
                .filter(variable -> !some.contains(variable))
                .toList()));
        return LikelihoodRatio.of(2 * (logLikelihood() - without.logLikelihood()), some.size());
    }

    /**
     * p of Wald's test that the coefficients of some variables are all 0, βᵀ V⁻¹ β; NaN if one of them is not
     * estimable.
     */
    double waldP(List<String> some) {
        List<Coefficient> all = some.stream().map(this::coefficient).toList();
        if (all.size() == 1 || !all.stream().allMatch(Coefficient::estimable)) {
            return all.size() == 1 ? all.get(0).p() : Double.NaN;
        }
        int[] places =
                some.stream().mapToInt(variable -> design.index(variable) + 1).toArray();
        RealVector beta = new ArrayRealVector(
                IntStream.of(places).mapToDouble(j -> solution.beta()[j]).toArray());
        RealMatrix covariance = scaledCovariance.getSubMatrix(places, places);
        double wald = beta.dotProduct(LogisticSolver.solver(covariance).solve(beta));
        return ChiSquaredDistribution.of(places.length).survivalProbability(wald);
    }

    /**
     * The odds ratio of a variable with its 95 % interval by profile likelihood: those values that a likelihood-ratio
     * test would not reject. A limit is 0 or infinite where no finite value is rejected; the ratio itself is NaN where
     * it is not estimable.
     */
    public Estimate profile(String variable) {
        int v = design.index(variable);
        double low = profileLimit(v + 1, -1) / design.sd(v);
        double high = profileLimit(v + 1, 1) / design.sd(v);
        return new Estimate(coefficient(variable).oddsRatio().value(), Math.exp(low), Math.exp(high));
    }

    /** On the scale of SDs. */
    private double profileLimit(int j, int direction) {
        double se = Math.sqrt(scaledCovariance.getEntry(j, j));
        double width = se <= SUSPICIOUS_SE ? 2 * se : 1;
        double inner = solution.beta()[j];
        double outer = inner + direction * width;
        while (!(excess(j, outer) > 0)) {
            if (Math.abs(outer - solution.beta()[j]) > UNLIMITED) return direction * Double.POSITIVE_INFINITY;
            inner = outer;
            width *= 2;
            outer += direction * width;
        }
        return new BrentSolver(1e-14, 1e-13)
                .solve(1000, value -> excess(j, value), Math.min(inner, outer), Math.max(inner, outer));
    }

    private double excess(int j, double value) {
        LogisticSolver.Solution held = solver.solve(along(j, value), j);
        double best = held.logLikelihood();
        if (!held.converged()) {
            double[] start = new double[solution.beta().length];
            start[j] = value;
            best = Math.max(best, solver.solve(start, j).logLikelihood());
        }
        return 2 * (solution.logLikelihood() - best) - CHI_SQUARE_95;
    }

    /**
     * Where the other coefficients go, to first order, when one is moved: far out a search from elsewhere would not
     * find back.
     */
    private double[] along(int j, double value) {
        double[] beta = solution.beta();
        double[] start = beta.clone();
        start[j] = value;
        int[] others = IntStream.range(0, beta.length).filter(k -> k != j).toArray();
        RealMatrix information = solution.information();
        try {
            RealMatrix slope = LogisticSolver.solver(information.getSubMatrix(others, others))
                    .solve(information.getSubMatrix(others, new int[] {j}));
            for (int k = 0; k < others.length; k++) start[others[k]] -= slope.getEntry(k, 0) * (value - beta[j]);
        } catch (NonPositiveDefiniteMatrixException e) {
            return start;
        }
        return start;
    }

    /**
     * Events for each variable, of cases with and without the event the rarer; below 10 a model is hardly trustworthy.
     */
    public double eventsPerVariable() {
        return (double) Math.min(design.events(), design.size() - design.events())
                / design.variables().size();
    }

    LogisticSolver.Solution solution() {
        return solution;
    }
}
