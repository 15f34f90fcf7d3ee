package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
    private final List<String> variables;
    private final int[] cases;
    private final boolean[] events;
    private final double[] means;
    private final double[] sds;
    private final double[][] scaled; // by variable: mean 0, SD (n − 1) 1

    private Design(
            String outcome,
            List<String> variables,
            int[] cases,
            boolean[] events,
            double[] means,
            double[] sds,
            double[][] scaled) {
        this.outcome = outcome;
        this.variables = List.copyOf(variables);
        this.cases = cases;
        this.events = events;
        this.means = means;
        this.sds = sds;
        this.scaled = scaled;
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
        boolean[] complete = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++) complete[i] = events[cases[i]];
        if (cases.length <= variables.size() + 1) {
            throw new InvalidInputException("A regression of \"" + outcome + "\" on " + variables.size() + " variable"
                    + (variables.size() == 1 ? "" : "s") + " needs more than " + (variables.size() + 1)
                    + " cases without a missing value, but "
                    + (cases.length == 1 ? "there is 1" : "there are " + cases.length)
                    + ": add cases or leave out variables.");
        }
        Outcome.requireBoth(outcome, complete);
        double[] means = new double[variables.size()];
        double[] sds = new double[variables.size()];
        double[][] scaled = new double[variables.size()][];
        for (int v = 0; v < scaled.length; v++) {
            double[] column = columns.get(v);
            double[] x = IntStream.of(cases).mapToDouble(i -> column[i]).toArray();
            if (Summary.isConstant(x)) {
                throw new InvalidInputException("The variable \"" + variables.get(v) + "\" has the same value in all "
                        + x.length + " cases of the regression: leave it out.");
            }
            means[v] = Summary.mean(x);
            sds[v] = Math.sqrt(Summary.variance(x));
            scaled[v] = scaled(x);
        }
        refuseCollinear(variables, scaled);
        return new Design(outcome, variables, cases, complete, means, sds, scaled);
    }

    private static void refuseCollinear(List<String> variables, double[][] scaled) throws InvalidInputException {
        List<double[]> basis = new ArrayList<>();
        for (int v = 0; v < scaled.length; v++) {
            if (!extend(basis, scaled[v])) throw new InvalidInputException(collinear(variables, scaled, v));
        }
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
                .filter(v -> !Summary.isConstant(columns.get(v)) && extend(basis, scaled(columns.get(v))))
                .toArray();
    }

    private static double[] scaled(double[] x) {
        double mean = Summary.mean(x);
        double sd = Math.sqrt(Summary.variance(x));
        return Arrays.stream(x).map(value -> (value - mean) / sd).toArray();
    }

    /** Adds what is new in a column to an orthonormal basis of the earlier ones; false if nothing is. */
    private static boolean extend(List<double[]> basis, double[] scaled) {
        double[] rest = scaled.clone();
        for (int again = 0; again < 2; again++) { // twice is enough (Kahan and Parlett)
            for (double[] direction : basis) {
                double share = dot(rest, direction);
                for (int i = 0; i < rest.length; i++) rest[i] -= share * direction[i];
            }
        }
        double length = Math.sqrt(dot(rest, rest));
        if (length < COLLINEAR * Math.sqrt(rest.length - 1)) return false;
        basis.add(Arrays.stream(rest).map(value -> value / length).toArray());
        return true;
    }

    private static String collinear(List<String> variables, double[][] scaled, int v) {
        int n = scaled[v].length;
        List<String> same = IntStream.range(0, v)
                .filter(u -> Math.abs(dot(scaled[u], scaled[v])) / (n - 1) > 1 - 1e-10)
                .mapToObj(u -> "\"" + variables.get(u) + "\"")
                .toList();
        String earlier = same.isEmpty()
                ? variables.subList(0, v).stream()
                        .map(name -> "\"" + name + "\"")
                        .collect(Collectors.joining(", "))
                : same.get(0);
        return "The variable \"" + variables.get(v) + "\" says the same as " + earlier
                + (same.isEmpty() ? " together" : "") + " (collinear): leave one of them out.";
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    /** The same cases with only some of the variables, in the order given. */
    public Design only(List<String> some) {
        int[] kept = some.stream().mapToInt(this::index).toArray();
        return new Design(
                outcome,
                some,
                cases,
                events,
                IntStream.of(kept).mapToDouble(v -> means[v]).toArray(),
                IntStream.of(kept).mapToDouble(v -> sds[v]).toArray(),
                IntStream.of(kept).mapToObj(v -> scaled[v]).toArray(double[][]::new));
    }

    public String outcome() {
        return outcome;
    }

    public List<String> variables() {
        return variables;
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
        return means[variable];
    }

    double sd(int variable) {
        return sds[variable];
    }

    /** Case by case 1 and the scaled variables. */
    double[][] rows() {
        double[][] rows = new double[size()][variables.size() + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int v = 0; v < scaled.length; v++) rows[i][v + 1] = scaled[v][i];
        }
        return rows;
    }

    double[] scaled(String variable) {
        return scaled[index(variable)];
    }

    int index(String variable) {
        int v = variables.indexOf(variable);
        if (v < 0) throw new IllegalArgumentException("there is no variable \"" + variable + "\" in " + variables);
        return v;
    }
}
