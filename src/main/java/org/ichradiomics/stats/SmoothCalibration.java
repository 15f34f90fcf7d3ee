package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;

import org.ichradiomics.text.InvalidInputException;

/**
 * Observed against predicted probability without groups: a logistic regression of the outcome on a restricted cubic
 * spline of the predicted log odds (Harrell, Regression Modeling Strategies, 2.4.5), with the 95 % band of its
 * covariance, as {@code rms::lrm(y ~ rcs(x, knots))}.
 *
 * @param knots of the log odds, at their quantiles 0.1, 0.5 and 0.9 (type 7)
 * @param points of rising predictions
 */
public record SmoothCalibration(List<Double> knots, List<Point> points) {

    /** Fewer events bend the curve at will. */
    public static final int FEWEST_EVENTS = 30;

    private static final double[] QUANTILES = {0.1, 0.5, 0.9};

    /** What was predicted, and how often it came true. */
    public record Point(double predicted, Estimate observed) {}

    /**
     * @param logOdds predicted, by case
     * @param at log odds for which the curve is wanted
     * @throws InvalidInputException if there are fewer than {@link #FEWEST_EVENTS} cases with or without the event, or
     *     predictions are too alike for three knots
     */
    public static SmoothCalibration of(double[] logOdds, boolean[] events, double... at) throws InvalidInputException {
        Outcome.requireEach("predictions", logOdds, events);
        Outcome.requireFinite("The prediction is missing or certain", logOdds, "leave them out of the calibration");
        int with = Outcome.events(events);
        int rarer = Math.min(with, events.length - with);
        if (rarer < FEWEST_EVENTS) {
            throw new InvalidInputException("A smooth calibration curve needs " + FEWEST_EVENTS
                    + " cases with and without the event, but there are only " + rarer
                    + (rarer == with ? " with" : " without") + " it.");
        }
        double[] sorted = Sorted.of(logOdds).values();
        double[] knots =
                Arrays.stream(QUANTILES).map(q -> Quantile.TYPE_7.of(sorted, q)).toArray();
        if (!(knots[0] < knots[1] && knots[1] < knots[2]))
            throw new InvalidInputException("The predictions are too alike for a smooth calibration curve.");
        double[] bent = Arrays.stream(logOdds).map(x -> bent(x, knots)).toArray();
        LogisticFit fit =
                LogisticFit.of(Design.of("event", events, List.of("log odds", "bent"), List.of(logOdds, bent)));
        return new SmoothCalibration(
                Arrays.stream(knots).boxed().toList(),
                Arrays.stream(at).mapToObj(x -> point(fit, x, knots)).toList());
    }

    /**
     * The same at so many log odds from the least to the largest.
     *
     * @throws InvalidInputException as the other {@code of}
     */
    public static SmoothCalibration of(double[] logOdds, boolean[] events, int points) throws InvalidInputException {
        double least = Arrays.stream(logOdds).min().orElse(Double.NaN);
        double most = Arrays.stream(logOdds).max().orElse(Double.NaN);
        return of(
                logOdds,
                events,
                IntStream.range(0, points)
                        .mapToDouble(i -> least + (most - least) * i / (points - 1))
                        .toArray());
    }

    private static Point point(LogisticFit fit, double x, double[] knots) {
        RealVector row = new ArrayRealVector(new double[] {1, x, bent(x, knots)}, false);
        double eta = IntStream.range(0, row.getDimension())
                .mapToDouble(j -> row.getEntry(j) * fit.coefficients().get(j).beta())
                .sum();
        double half = Normal.Z_95 * Math.sqrt(row.dotProduct(fit.covariance().operate(row)));
        return new Point(
                LogisticSolver.probability(x),
                new Estimate(
                        LogisticSolver.probability(eta),
                        LogisticSolver.probability(eta - half),
                        LogisticSolver.probability(eta + half)));
    }

    /** The part that is not straight: cubic between the outer knots, straight beyond them. */
    private static double bent(double x, double[] k) {
        double width = k[2] - k[0];
        double sum = cube(x - k[0])
                - cube(x - k[1]) * width / (k[2] - k[1])
                + cube(x - k[2]) * (k[1] - k[0]) / (k[2] - k[1]);
        return sum / (width * width);
    }

    private static double cube(double x) {
        return x > 0 ? x * x * x : 0;
    }
}
