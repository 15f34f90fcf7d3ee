package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/**
 * Whether predicted probabilities come true, from the log odds that a model gives each case.
 *
 * @param brier mean squared distance of probability and outcome
 * @param ofBrier the same with the 95 % interval of a mean
 * @param slope of the outcome's log odds on the predicted ones; 1 is right, below 1 predictions are too extreme. NaN
 *     where the prediction divides the outcomes or is the same for all cases
 * @param within the slope with Wald's 95 % interval
 * @param intercept fitted together with the slope; NaN if the slope is
 * @param ofIntercept the same with Wald's 95 % interval
 * @param inTheLarge intercept for a slope of 1; 0 is right, above 0 events are more frequent than predicted
 * @param ofLarge the same with Wald's 95 % interval
 * @param ratio observed to expected events; 95 % interval by the SE of its logarithm, √((1 − O/n)/O) (Debray et al.,
 *     BMJ 2017; 356: i6460)
 */
public record Calibration(
        double brier,
        Estimate ofBrier,
        double slope,
        Estimate within,
        double intercept,
        Estimate ofIntercept,
        double inTheLarge,
        Estimate ofLarge,
        Estimate ratio,
        HosmerLemeshow hosmerLemeshow) {

    /** Of Hosmer and Lemeshow. */
    public static final int GROUPS = 10;

    /**
     * @param logOdds predicted, by case
     * @throws InvalidInputException if a prediction is missing or infinite, or all cases have the same outcome
     */
    public static Calibration of(double[] logOdds, boolean[] events) throws InvalidInputException {
        Outcome.requireEach("predictions", logOdds, events);
        Outcome.requireFinite("The prediction is missing or certain", logOdds, "leave them out of the calibration");
        Outcome.requireBoth("event", events);
        double[] p = Arrays.stream(logOdds).map(LogisticSolver::probability).toArray();
        double[] squares = new double[p.length];
        for (int i = 0; i < p.length; i++) squares[i] = square((events[i] ? 1 : 0) - p[i]);
        double brier = Arrays.stream(squares).reduce(0, Double::sum) / p.length;
        List<Coefficient> line = line(logOdds, events);
        Coefficient slope = line.get(1);
        Coefficient intercept = line.get(0);
        Coefficient large = inTheLarge(logOdds, events);
        return new Calibration(
                brier,
                Estimate.around(brier, Normal.Z_95 * Math.sqrt(Summary.variance(squares) / p.length)),
                slope.beta(),
                within(slope),
                intercept.beta(),
                within(intercept),
                large.beta(),
                within(large),
                ratio(p, Outcome.events(events)),
                HosmerLemeshow.of(p, events, GROUPS));
    }

    private static double square(double x) {
        return x * x;
    }

    private static Estimate within(Coefficient c) {
        return Estimate.around(c.beta(), Normal.Z_95 * c.se());
    }

    private static Estimate ratio(double[] p, int observed) {
        double ratio = observed / Arrays.stream(p).sum();
        double factor = Math.exp(Normal.Z_95 * Math.sqrt((1 - (double) observed / p.length) / observed));
        return new Estimate(ratio, ratio / factor, ratio * factor);
    }

    /** Intercept and slope; neither estimable where there is no line. */
    private static List<Coefficient> line(double[] logOdds, boolean[] events) throws InvalidInputException {
        if (events.length < 3 || Summary.isConstant(logOdds))
            return Collections.nCopies(2, Coefficient.notEstimable(""));
        return LogisticFit.of(Design.of("event", events, List.of("log odds"), List.of(logOdds)))
                .coefficients();
    }

    private static Coefficient inTheLarge(double[] logOdds, boolean[] events) {
        double[][] ones = Collections.nCopies(events.length, new double[] {1}).toArray(double[][]::new);
        LogisticSolver.Solution solved = new LogisticSolver(ones, events, logOdds, false).solve();
        return Coefficient.of(
                Coefficient.INTERCEPT,
                solved.beta()[0],
                1 / Math.sqrt(solved.information().getEntry(0, 0)));
    }
}
