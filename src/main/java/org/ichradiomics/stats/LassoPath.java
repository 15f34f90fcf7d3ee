package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * Logistic regression with the penalty of the {@link ElasticNet} for every λ of a grid, as glmnet defines it, but
 * solved exactly: the KKT conditions hold to 10⁻¹⁰ at each λ.
 *
 * <p>min −(1/n) Σ[yη − log(1 + e^η)] + λ(α|b|₁ + ½(1 − α)|b|²) with columns of mean 0 and Σu²/n = 1 and the intercept
 * not penalised (Friedman, Hastie, Tibshirani, J Stat Softw 33(1), 2010).
 */
public final class LassoPath {

    /** glmnet's {@code mnlam}, {@code devmax} and {@code fdev}. */
    private static final int AT_LEAST = 5;

    private static final double EXPLAINED = 0.999;
    private static final double LITTLE = 1e-5;

    /** Why a path has no further λ. */
    public enum End {
        /** It has all λ of the grid. */
        COMPLETE,
        /** More than 0.999 of the deviance is explained: the classes are almost separated. */
        EXPLAINED,
        /** The last λ explained less than 10⁻⁵ more of the deviance. */
        UNCHANGED,
        /** It has all that was asked for; the grid goes on. */
        ENOUGH,
        /** The next λ could not be solved to a KKT residual of 10⁻¹⁰. */
        NOT_CONVERGED
    }

    private record Point(
            double lambda, double intercept, int[] features, double[] betas, double explained, double residual) {}

    private final Standardised x;
    private final Predictors predictors;
    private final boolean[] events;
    private final ElasticNet penalty;
    private final List<Point> points = new ArrayList<>();
    private final End end;

    private LassoPath(
            Predictors predictors, boolean[] events, ElasticNet penalty, double[] given, int atMost, double downTo)
            throws InvalidInputException {
        check(predictors, events);
        this.predictors = predictors;
        this.events = events.clone();
        this.penalty = penalty;
        x = Standardised.of(predictors);
        if (x.size() == 0) {
            throw new InvalidInputException("None of the " + English.counted(predictors.columns().length, "feature")
                    + " has a value for each of the " + events.length
                    + " patients that is not the same for all: choose other features or complete the table.");
        }
        PathSolver solver = new PathSolver(x, events, penalty.alpha());
        double[] grid = given != null ? given : penalty.grid(solver.lambdaMax(), x.patients(), x.measured());
        double nullLoss = solver.loss();
        End reached = null;
        while (reached == null) {
            double lambda = grid[points.size()];
            if (!solver.solve(lambda)) {
                reached = End.NOT_CONVERGED;
            } else {
                points.add(point(lambda, solver, nullLoss));
                if (given == null) reached = glmnetsEnd(points);
                if (reached == null && points.size() == grid.length) reached = End.COMPLETE;
                if (reached == null && (points.size() == atMost || lambda <= downTo)) reached = End.ENOUGH;
            }
        }
        end = reached;
    }

    /**
     * The path on glmnet's own grid; it ends where glmnet's would.
     *
     * @param events whether each patient had the event
     * @throws InvalidInputException if a class has fewer than 2 patients, or no feature varies
     * @throws IllegalArgumentException if there are not as many outcomes as patients
     * @throws CancellationException if the thread is interrupted
     */
    public static LassoPath fit(Predictors predictors, boolean[] events, ElasticNet penalty)
            throws InvalidInputException {
        return fit(predictors, events, penalty, penalty.lambdas());
    }

    /**
     * The first λ of that path: the same bits, sooner.
     *
     * @param atMost λ, at least 1
     * @throws InvalidInputException if a class has fewer than 2 patients, or no feature varies
     * @see #fit(Predictors, boolean[], ElasticNet)
     */
    public static LassoPath fit(Predictors predictors, boolean[] events, ElasticNet penalty, int atMost)
            throws InvalidInputException {
        if (atMost < 1) throw new IllegalArgumentException("a path has at least 1 lambda, asked for were " + atMost);
        return new LassoPath(predictors, events, penalty, null, atMost, 0);
    }

    /** That path down to its first λ at or below a given one, all that {@link #scores} needs down to there. */
    static LassoPath downTo(double lambda, Predictors predictors, boolean[] events, ElasticNet penalty)
            throws InvalidInputException {
        return new LassoPath(predictors, events, penalty, null, penalty.lambdas(), lambda);
    }

    /**
     * The path on a given grid, all of it, as glmnet does where λ is given.
     *
     * @param lambdas positive, descending
     */
    static LassoPath at(double[] lambdas, Predictors predictors, boolean[] events, ElasticNet penalty)
            throws InvalidInputException {
        return new LassoPath(predictors, events, penalty, lambdas, lambdas.length, 0);
    }

    /**
     * The same path, of which no fold can take a feature that it had to leave out for a missing value: the fold without
     * that case would have all values of the feature, and then no score for the case.
     *
     * @throws InvalidInputException if no feature is left
     */
    public LassoPath withoutGaps() throws InvalidInputException {
        List<Integer> gaps = dropped().stream()
                .filter(Dropped::isMissing)
                .map(Dropped::index)
                .toList();
        if (gaps.isEmpty()) return this;
        double[] none = new double[predictors.patients()];
        Arrays.fill(none, Double.NaN);
        double[][] columns = predictors.columns().clone();
        for (int j : gaps) columns[j] = none;
        return fit(new Predictors(predictors.names(), columns), events, penalty, size());
    }

    /** Why glmnet would go no further; null if it would. */
    private static End glmnetsEnd(List<Point> points) {
        int last = points.size() - 1;
        if (points.size() < AT_LEAST) return null;
        if (points.get(last).explained() > EXPLAINED) return End.EXPLAINED;
        return points.get(last).explained() - points.get(last - 1).explained() < LITTLE ? End.UNCHANGED : null;
    }

    private static void check(Predictors predictors, boolean[] events) throws InvalidInputException {
        if (events.length != predictors.patients()) {
            throw new IllegalArgumentException(events.length + " outcomes for " + predictors.patients() + " patients");
        }
        int with = Outcome.events(events);
        int without = events.length - with;
        if (with < 2 || without < 2) {
            throw new InvalidInputException(
                    "A LASSO needs at least 2 patients with and 2 without the event, but of the "
                            + English.counted(events.length, "patient") + " it is fitted to, " + with
                            + " had it: check the outcome, or add patients.");
        }
    }

    private static Point point(double lambda, PathSolver solver, double nullLoss) {
        double[] all = solver.coefficients();
        int[] features = IntStream.range(0, all.length).filter(j -> all[j] != 0).toArray();
        double[] some = IntStream.of(features).mapToDouble(j -> all[j]).toArray();
        double explained = 1 - solver.loss() / nullLoss;
        return new Point(lambda, solver.intercept(), features, some, explained, solver.residual());
    }

    /** How many λ have a solution; glmnet's own number differs where its solutions are inexact. */
    public int size() {
        return points.size();
    }

    /** Why there are no more. */
    public End end() {
        return end;
    }

    /** The penalty's settings. */
    public ElasticNet penalty() {
        return penalty;
    }

    /** What the path was fitted to. */
    public Predictors predictors() {
        return predictors;
    }

    /** The outcomes it was fitted to. */
    public boolean[] events() {
        return events.clone();
    }

    /** Features that took no part, in the order of the columns. */
    public List<Dropped> dropped() {
        return x.dropped();
    }

    /** All λ with a solution, descending. */
    public double[] lambdas() {
        return points.stream().mapToDouble(Point::lambda).toArray();
    }

    /** λ number k, from 1. */
    public double lambda(int k) {
        return points.get(k - 1).lambda();
    }

    /** How many coefficients are not 0 at λ number k, from 1. */
    public int df(int k) {
        return points.get(k - 1).features().length;
    }

    /** 1 − deviance/null deviance at λ number k, from 1. */
    public double explained(int k) {
        return points.get(k - 1).explained();
    }

    /** Largest KKT residual at λ number k, from 1; at most 10⁻¹⁰. */
    public double residual(int k) {
        return points.get(k - 1).residual();
    }

    /** The model of λ number k, from 1. */
    public LassoModel model(int k) {
        Point point = points.get(k - 1);
        double toSample = Math.sqrt(x.patients() / (x.patients() - 1.0));
        List<LassoModel.Term> terms = new ArrayList<>();
        double raw = point.intercept();
        for (int t = 0; t < point.features().length; t++) {
            Standardised.Column column = x.columns().get(point.features()[t]);
            String feature = predictors.names().get(column.index());
            double sd = column.sd() * toSample;
            double beta = point.betas()[t] * toSample;
            raw -= beta * column.mean() / sd;
            terms.add(new LassoModel.Term(column.index(), feature, beta, beta / sd, column.mean(), sd));
        }
        return new LassoModel(k, point.lambda(), point.intercept(), raw, terms);
    }

    /**
     * The linear predictor of other patients at any λ: between two of the path it lies on the line between them, beyond
     * its ends it is that of the end.
     *
     * @param patients columns as those of the training
     * @return λ × patient
     */
    double[][] scores(Predictors patients, double[] lambdas) {
        double[][] own = IntStream.rangeClosed(1, size())
                .mapToObj(k -> model(k).scores(patients))
                .toArray(double[][]::new);
        return Arrays.stream(lambdas).mapToObj(lambda -> between(own, lambda)).toArray(double[][]::new);
    }

    private double[] between(double[][] own, double lambda) {
        int after = 0;
        while (after < own.length && lambda(after + 1) > lambda) after++;
        if (after == own.length) return own[own.length - 1];
        if (after == 0 || lambda(after + 1) == lambda) return own[after];
        double share = (lambda - lambda(after + 1)) / (lambda(after) - lambda(after + 1));
        double[] between = new double[own[after].length];
        for (int i = 0; i < between.length; i++) between[i] = share * own[after - 1][i] + (1 - share) * own[after][i];
        return between;
    }
}
