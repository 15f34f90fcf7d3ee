package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * What a regression is fitted to: an outcome and the variables that shall explain it, complete cases only. Immutable.
 */
public final class Design {

    /**
     * A column whose part that no earlier column explains is below this share of its SD is a combination of them; as
     * R's lm.
     */
    private static final double COLLINEAR = 1e-7;

    private final String outcome;
    private final int[] cases;
    private final boolean[] events;
    private final List<Column> columns;

    /** A variable, scaled to mean 0 and SD (n − 1) 1. */
    private record Column(String name, double mean, double sd, double[] scaled) {

        static Column of(String name, double[] x) {
            double mean = Summary.mean(x);
            double sd = Math.sqrt(Summary.variance(x));
            double[] scaled = Arrays.stream(x).map(value -> (value - mean) / sd).toArray();
            return new Column(name, mean, sd, scaled);
        }

        String quoted() {
            return "\"" + name + "\"";
        }
    }

    private Design(String outcome, int[] cases, boolean[] events, List<Column> columns) {
        this.outcome = outcome;
        this.cases = cases;
        this.events = events;
        this.columns = columns;
    }

    /**
     * Cases in which a variable is not finite are left out, whichever it is.
     *
     * @param outcome how sentences call it
     * @param events whether the event happened, by case
     * @param variables names, each once
     * @param columns one for each variable, by case
     * @throws InvalidInputException if the complete cases all have the same outcome, are not more than the
     *     coefficients, or a variable is constant in them or a combination of earlier ones
     */
    public static Design of(String outcome, boolean[] events, List<String> variables, List<double[]> columns)
            throws InvalidInputException {
        if (variables.size() != columns.size() || columns.stream().anyMatch(column -> column.length != events.length)) {
            throw new IllegalArgumentException("each variable needs one value for each case");
        }
        int[] cases = IntStream.range(0, events.length)
                .filter(i -> columns.stream().allMatch(column -> Double.isFinite(column[i])))
                .toArray();
        boolean[] complete = Outcome.select(events, cases);
        if (cases.length <= variables.size() + 1) {
            throw new InvalidInputException(
                    "A regression of \"" + outcome + "\" on " + English.counted(variables.size(), "variable")
                            + " needs more than " + (variables.size() + 1)
                            + " cases without a missing value, but "
                            + (cases.length == 1 ? "there is 1" : "there are " + cases.length)
                            + ": add cases or leave out variables.");
        }
        Outcome.requireBoth(outcome, complete);
        List<Column> scaled = new ArrayList<>();
        for (int v = 0; v < variables.size(); v++) {
            double[] column = columns.get(v);
            double[] x = IntStream.of(cases).mapToDouble(i -> column[i]).toArray();
            if (Summary.isConstant(x)) {
                throw new InvalidInputException("The variable \"" + variables.get(v) + "\" has the same value in all "
                        + x.length + " cases of the regression: leave it out.");
            }
            scaled.add(Column.of(variables.get(v), x));
        }
        List<double[]> basis = new ArrayList<>();
        for (Column column : scaled) {
            if (!extend(basis, column)) throw collinear(scaled.subList(0, basis.size()), column);
        }
        return new Design(outcome, cases, complete, List.copyOf(scaled));
    }

    /**
     * The columns, from 0, that are neither constant nor a combination of earlier ones, which are those whose
     * coefficients R's {@code glm} does not leave out.
     *
     * @param columns finite
     */
    public static int[] independent(List<double[]> columns) {
        List<double[]> basis = new ArrayList<>();
        return IntStream.range(0, columns.size())
                .filter(v -> !Summary.isConstant(columns.get(v)) && extend(basis, Column.of("", columns.get(v))))
                .toArray();
    }

    /** Adds what is new in a column to an orthonormal basis of the earlier ones; false if nothing is. */
    private static boolean extend(List<double[]> basis, Column column) {
        double[] rest = column.scaled.clone();
        for (int again = 0; again < 2; again++) { // twice is enough (Kahan and Parlett)
            for (double[] direction : basis) {
                double share = FourVectors.dot(rest, direction);
                for (int i = 0; i < rest.length; i++) rest[i] -= share * direction[i];
            }
        }
        double length = Math.sqrt(FourVectors.dot(rest, rest));
        if (length < COLLINEAR * Math.sqrt(rest.length - 1)) return false;
        basis.add(Arrays.stream(rest).map(value -> value / length).toArray());
        return true;
    }

    private static InvalidInputException collinear(List<Column> earlier, Column column) {
        int n = column.scaled.length;
        List<String> same = earlier.stream()
                .filter(other -> Math.abs(FourVectors.dot(other.scaled, column.scaled)) / (n - 1) > 1 - 1e-10)
                .map(Column::quoted)
                .toList();
        String others = same.isEmpty()
                ? earlier.stream().map(Column::quoted).collect(Collectors.joining(", ")) + " together"
                : same.get(0);
        return new InvalidInputException("The variable " + column.quoted() + " says the same as " + others
                + " (collinear): leave one of them out.");
    }

    /** The same cases with only some of the variables, in the order given. */
    public Design only(List<String> some) {
        Stream<Column> kept = some.stream().map(name -> columns.get(index(name)));
        return new Design(outcome, cases, events, kept.toList());
    }

    /** What the event is called. */
    public String outcome() {
        return outcome;
    }

    /** What the columns are called, in their order, without the intercept. */
    public List<String> variables() {
        return columns.stream().map(Column::name).toList();
    }

    /** Which of the given cases are complete, from 0. */
    public int[] cases() {
        return cases.clone();
    }

    /** The number of complete cases. */
    public int size() {
        return cases.length;
    }

    /** The number of complete cases with the event. */
    public int events() {
        return Outcome.events(events);
    }

    boolean[] outcomes() {
        return events;
    }

    double mean(int variable) {
        return columns.get(variable).mean;
    }

    double sd(int variable) {
        return columns.get(variable).sd;
    }

    /** Case by case 1 and the scaled variables. */
    double[][] rows() {
        double[][] rows = new double[size()][columns.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int v = 0; v < columns.size(); v++) rows[i][v + 1] = columns.get(v).scaled[i];
        }
        return rows;
    }

    double[] scaled(String variable) {
        return columns.get(index(variable)).scaled;
    }

    int index(String variable) {
        int v = variables().indexOf(variable);
        if (v < 0) throw new IllegalArgumentException("there is no variable \"" + variable + "\" in " + variables());
        return v;
    }
}
