package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Columns as the LASSO sees them: u = (x − mean)/SD with divisor n, so Σu = 0 and Σu²/n = 1. Columns with missing
 * values, constant ones and the later of two collinear ones (1 − |r| &lt; 10⁻¹²) are left out and listed.
 */
final class Standardised {

    /** 1 − |r| below this is the rounding of two proportional columns. */
    private static final double COLLINEAR = 1e-12;

    /** An SD below this share of the largest value is the rounding of a constant. */
    private static final double CONSTANT = 1e-14;

    private final int patients;
    private final int measured;
    private final int[] kept;
    private final double[][] columns;
    private final double[] means;
    private final double[] sds;
    private final List<Dropped> dropped;

    private Standardised(
            int patients,
            int measured,
            int[] kept,
            double[][] columns,
            double[] means,
            double[] sds,
            List<Dropped> dropped) {
        this.patients = patients;
        this.measured = measured;
        this.kept = kept;
        this.columns = columns;
        this.means = means;
        this.sds = sds;
        this.dropped = dropped;
    }

    static Standardised of(Predictors predictors) {
        int n = predictors.patients();
        int p = predictors.columns().length;
        double[] means = new double[p];
        double[] sds = new double[p];
        double[][] columns = new double[p][];
        List<Dropped> dropped = new ArrayList<>();
        int measured = 0;
        for (int j = 0; j < p; j++) {
            double[] x = predictors.columns()[j];
            String name = predictors.names().get(j);
            int missing = (int)
                    Arrays.stream(x).filter(value -> !Double.isFinite(value)).count();
            if (missing > 0) {
                dropped.add(new Dropped(
                        j,
                        name,
                        Dropped.Reason.MISSING,
                        missing == n ? "any patient" : missing + " of " + n + " patients"));
                continue;
            }
            measured++;
            means[j] = mean(x);
            columns[j] = standardised(x, means[j]);
            if (columns[j] == null) dropped.add(new Dropped(j, name, Dropped.Reason.CONSTANT, ""));
            else sds[j] = sd(x, means[j]);
        }
        for (Dropped twin : twins(predictors.names(), columns)) {
            columns[twin.index()] = null;
            dropped.add(twin);
        }
        dropped.sort(Comparator.comparingInt(Dropped::index));
        int[] kept = IntStream.range(0, p).filter(j -> columns[j] != null).toArray();
        return new Standardised(
                n,
                measured,
                kept,
                Arrays.stream(kept).mapToObj(j -> columns[j]).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(j -> means[j]).toArray(),
                Arrays.stream(kept).mapToDouble(j -> sds[j]).toArray(),
                List.copyOf(dropped));
    }

    int patients() {
        return patients;
    }

    /** How many columns take part. */
    int size() {
        return kept.length;
    }

    /** How many columns have no missing value: glmnet counts constant and collinear ones where it compares n with p. */
    int measured() {
        return measured;
    }

    /** u of the kept feature j; not to be changed. */
    double[] column(int j) {
        return columns[j];
    }

    /** The column's place among the predictors. */
    int index(int j) {
        return kept[j];
    }

    double mean(int j) {
        return means[j];
    }

    /** Divisor n. */
    double sd(int j) {
        return sds[j];
    }

    List<Dropped> dropped() {
        return dropped;
    }

    /** Twice, so that the rounding of large values does not stay in the mean. */
    private static double mean(double[] x) {
        double rough = Arrays.stream(x).sum() / x.length;
        double rest = 0;
        for (double value : x) rest += value - rough;
        return rough + rest / x.length;
    }

    private static double sd(double[] x, double mean) {
        double squares = 0;
        for (double value : x) squares += (value - mean) * (value - mean);
        return Math.sqrt(squares / x.length);
    }

    /** null for a constant column. */
    private static double[] standardised(double[] x, double mean) {
        double sd = sd(x, mean);
        double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
        if (!(sd > CONSTANT * largest)) return null;
        double[] u = new double[x.length];
        for (int i = 0; i < x.length; i++) u[i] = (x[i] - mean) / sd;
        return u;
    }

    /**
     * Collinear columns differ by a vector of length √(2n·10⁻¹²) at most, so their projections on any direction lie
     * that close: only neighbours on one arbitrary direction need be compared, not all pairs.
     */
    private static List<Dropped> twins(List<String> names, double[][] columns) {
        int[] there = IntStream.range(0, columns.length)
                .filter(j -> columns[j] != null)
                .toArray();
        if (there.length == 0) return List.of();
        int n = columns[there[0]].length;
        Random random = new Random(1);
        double[] direction = random.doubles(n, -1, 1).toArray();
        double length = Math.sqrt(dot(direction, direction));
        double[] place = new double[columns.length];
        for (int j : there) place[j] = Math.abs(dot(direction, columns[j])) / length;
        double near = 2 * Math.sqrt(2 * COLLINEAR * n);
        Integer[] order = Arrays.stream(there).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(j -> place[j]).thenComparing(Comparator.naturalOrder()));
        int[] first = IntStream.range(0, columns.length).toArray();
        for (int a = 0; a < order.length; a++) {
            for (int b = a + 1; b < order.length && place[order[b]] - place[order[a]] <= near; b++) {
                if (!isCollinear(columns[order[a]], columns[order[b]])) continue;
                int later = Math.max(order[a], order[b]);
                first[later] = Math.min(first[later], Math.min(order[a], order[b]));
            }
        }
        return Arrays.stream(there)
                .filter(j -> first[j] < j)
                .mapToObj(j -> new Dropped(j, names.get(j), Dropped.Reason.COLLINEAR, names.get(first[j])))
                .toList();
    }

    /** By the distance of the columns: 1 − |r| itself would be lost in the rounding of r. */
    private static boolean isCollinear(double[] u, double[] v) {
        double minus = 0;
        double plus = 0;
        for (int i = 0; i < u.length; i++) {
            minus += (u[i] - v[i]) * (u[i] - v[i]);
            plus += (u[i] + v[i]) * (u[i] + v[i]);
        }
        return Math.min(minus, plus) / (2 * u.length) < COLLINEAR;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
