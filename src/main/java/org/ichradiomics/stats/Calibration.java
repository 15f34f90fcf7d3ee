package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/**
 * Whether predicted probabilities come true, from the log odds that a model gives each case.
 *
 * @param brier mean squared distance of probability and outcome
 * @param slope of the outcome's log odds on the predicted ones; 1 is right, below 1 predictions are too extreme. NaN
 *     where the prediction divides the outcomes or is the same for all cases
 * @param within the slope with Wald's 95 % interval
 * @param intercept fitted together with the slope; NaN if the slope is
 * @param inTheLarge intercept for a slope of 1; 0 is right, above 0 events are more frequent than predicted
 */
public record Calibration(
        double brier,
        double slope,
        Estimate within,
        double intercept,
        double inTheLarge,
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
        double brier = 0;
        for (int i = 0; i < p.length; i++) {
            double distance = (events[i] ? 1 : 0) - p[i];
            brier += distance * distance;
        }
        List<Coefficient> line = line(logOdds, events);
        Coefficient slope = line.get(1);
        Estimate within = Estimate.around(slope.beta(), Normal.Z_95 * slope.se());
        HosmerLemeshow groups = HosmerLemeshow.of(p, events, GROUPS);
        double large = inTheLarge(logOdds, events);
        return new Calibration(
                brier / p.length, slope.beta(), within, line.get(0).beta(), large, groups);
    }

    /** Intercept and slope; neither estimable where there is no line. */
    private static List<Coefficient> line(double[] logOdds, boolean[] events) throws InvalidInputException {
        if (events.length < 3 || Summary.isConstant(logOdds))
            return Collections.nCopies(2, Coefficient.notEstimable(""));
        return LogisticFit.of(Design.of("event", events, List.of("log odds"), List.of(logOdds)))
                .coefficients();
    }

    private static double inTheLarge(double[] logOdds, boolean[] events) {
        double[][] ones = Collections.nCopies(events.length, new double[] {1}).toArray(double[][]::new);
        return new LogisticSolver(ones, events, logOdds, false).solve().beta()[0];
    }
}
