package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A logistic model drawn as scales: points of each variable are added, and their sum gives the probability (Lubsen et
 * al. 1978).
 *
 * <p>points = 100 · |β| · |x − x₀| / max(|β| · range), where x₀ is the end of the variable's range with the lower risk.
 *
 * @param intercept log odds where all variables are 0
 * @param outcome the event, as in "Probability of haematoma expansion"
 */
public record Nomogram(double intercept, List<Variable> variables, String outcome) {

    /**
     * A variable of the model.
     *
     * @param beta log odds ratio of one unit, finite
     * @param low lower end of its scale
     * @param high upper end, above {@code low}
     * @param isBinary whether the scale has the values {@code low} and {@code high} only, written "No" and "Yes" if
     *     they are 0 and 1
     */
    public record Variable(String name, double beta, double low, double high, boolean isBinary) {
        /** @throws IllegalArgumentException unless the coefficient is finite and the range finite and ascending */
        public Variable {
            if (!Double.isFinite(beta))
                throw new IllegalArgumentException("the coefficient of " + name + " must be finite, was " + beta);
            if (!(low < high) || Double.isInfinite(high - low)) {
                throw new IllegalArgumentException(
                        "the range of " + name + " must be finite and ascending, was " + low + " to " + high);
            }
        }

        /** The end with the lower risk. */
        double reference() {
            return beta < 0 ? high : low;
        }

        double weight() {
            return Math.abs(beta) * (high - low);
        }
    }

    /** Points of the variable that weighs most. */
    private static final double MOST = 100;
    /** The first are labelled first. */
    private static final double[] PROBABILITIES = {
        0.5, 0.1, 0.9, 0.01, 0.99, 0.3, 0.7, 0.05, 0.95, 0.2, 0.8, 0.4, 0.6, 0.001, 0.999
    };
    /** Of the panel, in mm. */
    private static final double ROW = 9.5;
    /** Points that are left free beside the scales, for their first and last labels. */
    private static final double MARGIN = 4;

    private static final int TICKS = 11;
    private static final int FEWEST = 4;

    /** @throws IllegalArgumentException if there is no variable, or none bears on the outcome */
    public Nomogram {
        variables = List.copyOf(variables);
        if (!Double.isFinite(intercept))
            throw new IllegalArgumentException("the intercept must be finite, was " + intercept);
        if (variables.stream().noneMatch(variable -> variable.weight() > 0)) {
            throw new IllegalArgumentException("a nomogram needs a variable with a coefficient other than 0");
        }
    }

    /** Points of one variable at a value. */
    public double points(Variable variable, double value) {
        return Math.abs(variable.beta() * (value - variable.reference())) / logOddsPerPoint();
    }

    /** The probability of the event at a sum of points. */
    public double probability(double total) {
        return 1 / (1 + StrictMath.exp(-(lowest() + total * logOddsPerPoint())));
    }

    /** The sum of points at a probability; below 0 or above the largest sum where the model does not reach it. */
    public double total(double probability) {
        return (StrictMath.log(probability / (1 - probability)) - lowest()) / logOddsPerPoint();
    }

    private double logOddsPerPoint() {
        return variables.stream().mapToDouble(Variable::weight).max().orElseThrow() / MOST;
    }

    /** Log odds of the lowest risk. */
    private double lowest() {
        double logOdds = intercept;
        for (Variable variable : variables) logOdds += variable.beta() * variable.reference();
        return logOdds;
    }

    /** A scale for the points, one for each variable, one for the sum and one for the probability. */
    public Figure figure(String title) {
        List<String> names = new ArrayList<>(List.of("Points"));
        List<Mark> rulers = new ArrayList<>();
        int rows = variables.size() + 3;
        rulers.add(new Mark.Ruler(rows - 1, 0, MOST, Ticks.linear(0, MOST, TICKS)));
        double sum = 0;
        for (Variable variable : variables) {
            rulers.add(ruler(variable, rows - 1 - names.size()));
            names.add(variable.name());
            sum += points(variable, variable.beta() < 0 ? variable.low() : variable.high());
        }
        // The scale of the sum is as long as that of the points: sums are drawn at their share of its end.
        double end = sum;
        rulers.add(new Mark.Ruler(1, 0, MOST, moved(Ticks.linear(0, sum, TICKS), total -> total / end * MOST)));
        rulers.add(probabilities(end));
        names.add("Total points");
        names.add("Probability of " + outcome);
        List<String> upwards = new ArrayList<>(names);
        Collections.reverse(upwards);
        Axis x = Axis.linear("", -MARGIN, MOST + MARGIN).looking(Axis.Look.NONE);
        Axis y = Axis.names("", upwards).looking(Axis.Look.LABELS);
        return Figure.of(title, new Size(Size.WIDE, ROW * rows), x, y)
                .with(rulers)
                .with(Figure.Legend.NONE);
    }

    private static List<Axis.Tick> moved(List<Axis.Tick> ticks, DoubleUnaryOperator place) {
        return ticks.stream()
                .map(tick -> new Axis.Tick(place.applyAsDouble(tick.value()), tick.label()))
                .toList();
    }

    private Mark ruler(Variable variable, double y) {
        double low = variable.low();
        double high = variable.high();
        double from = points(variable, low);
        double to = points(variable, high);
        List<Axis.Tick> values = variable.isBinary()
                ? List.of(new Axis.Tick(low, binary(low)), new Axis.Tick(high, binary(high)))
                : Ticks.linear(low, high, (int) Math.max(FEWEST, TICKS * Math.max(from, to) / MOST));
        return new Mark.Ruler(y, from, to, moved(values, value -> points(variable, value)));
    }

    private static String binary(double value) {
        return value == 0 ? "No" : value == 1 ? "Yes" : Numeral.digits(value, 4);
    }

    private Mark probabilities(double end) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (double p : PROBABILITIES) {
            double total = total(p);
            if (total >= 0 && total <= end) ticks.add(new Axis.Tick(total / end * MOST, Numeral.digits(p, 3)));
        }
        double from = ticks.stream().mapToDouble(Axis.Tick::value).min().orElse(0);
        double to = ticks.stream().mapToDouble(Axis.Tick::value).max().orElse(MOST);
        return new Mark.Ruler(0, from, to, ticks);
    }
}
