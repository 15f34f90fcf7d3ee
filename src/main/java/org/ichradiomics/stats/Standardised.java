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
record Standardised(int patients, List<Column> columns, List<Dropped> dropped) {

    /** 1 − |r| below this is the rounding of two proportional columns. */
    private static final double COLLINEAR = 1e-12;

    /** An SD below this share of the largest value is the rounding of a constant. */
    private static final double CONSTANT = 1e-14;

    /**
     * A column that takes part.
     *
     * @param index its place among the predictors
     * @param u not to be changed
     * @param sd divisor n
     */
    record Column(int index, double[] u, double mean, double sd) {

        /** null for a constant column. */
        static Column of(int index, double[] x) {
            double mean = mean(x);
            double squares = 0;
            for (double value : x) squares += (value - mean) * (value - mean);
            double sd = Math.sqrt(squares / x.length);
            double largest = Arrays.stream(x).map(Math::abs).max().orElse(0);
            if (!(sd > CONSTANT * largest)) return null;
            double[] u = new double[x.length];
            for (int i = 0; i < u.length; i++) u[i] = (x[i] - mean) / sd;
            return new Column(index, u, mean, sd);
        }

        /** Twice, so that the rounding of large values does not stay in the mean. */
        private static double mean(double[] x) {
            double rough = Arrays.stream(x).sum() / x.length;
            double rest = 0;
            for (double value : x) rest += value - rough;
            return rough + rest / x.length;
        }

        Dropped twin(Column first, List<String> names) {
            return new Dropped(index, names.get(index), Dropped.Reason.COLLINEAR, names.get(first.index));
        }

        /** By the distance of the columns: 1 − |r| itself would be lost in the rounding of r. */
        boolean isCollinear(Column other) {
            double[] v = other.u;
            double minus = 0;
            double plus = 0;
            for (int i = 0; i < u.length; i++) {
                minus += (u[i] - v[i]) * (u[i] - v[i]);
                plus += (u[i] + v[i]) * (u[i] + v[i]);
            }
            return Math.min(minus, plus) / (2 * u.length) < COLLINEAR;
        }
    }

    static Standardised of(Predictors predictors) {
        int n = predictors.patients();
        List<Column> columns = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (int j = 0; j < predictors.columns().length; j++) {
            double[] x = predictors.columns()[j];
            String name = predictors.names().get(j);
            int missing =
                    (int) Arrays.stream(x).filter(v -> !Double.isFinite(v)).count();
            Column column = missing > 0 ? null : Column.of(j, x);
            if (missing > 0) {
                String whom = missing == n ? "any patient" : missing + " of " + n + " patients";
                dropped.add(new Dropped(j, name, Dropped.Reason.MISSING, whom));
            } else if (column == null) {
                dropped.add(new Dropped(j, name, Dropped.Reason.CONSTANT, ""));
            } else {
                columns.add(column);
            }
        }
        for (Dropped twin : twins(predictors.names(), List.copyOf(columns))) {
            columns.removeIf(column -> column.index() == twin.index());
            dropped.add(twin);
        }
        dropped.sort(Comparator.comparingInt(Dropped::index));
        return new Standardised(n, List.copyOf(columns), List.copyOf(dropped));
    }

    /** How many columns take part. */
    int size() {
        return columns.size();
    }

    /** How many columns have no missing value: glmnet counts constant and collinear ones where it compares n with p. */
    int measured() {
        return size() + (int) dropped.stream().filter(one -> !one.isMissing()).count();
    }

    /** u of the kept feature j; not to be changed. */
    double[] column(int j) {
        return columns.get(j).u();
    }

    /** u of the four kept features from place k of a list on. */
    FourVectors columns(int[] features, int k) {
        return new FourVectors(
                column(features[k]), column(features[k + 1]), column(features[k + 2]), column(features[k + 3]));
    }

    /**
     * Collinear columns differ by a vector of length √(2n·10⁻¹²) at most, so their projections on any direction lie
     * that close: only neighbours on one arbitrary direction need be compared, not all pairs.
     */
    private static List<Dropped> twins(List<String> names, List<Column> columns) {
        if (columns.isEmpty()) return List.of();
        int n = columns.get(0).u().length;
        double[] direction = new Random(1).doubles(n, -1, 1).toArray();
        double length = Math.sqrt(FourVectors.dot(direction, direction));
        double[] place = columns.stream()
                .mapToDouble(column -> Math.abs(FourVectors.dot(direction, column.u())) / length)
                .toArray();
        double near = 2 * Math.sqrt(2 * COLLINEAR * n);
        int[] first = IntStream.range(0, place.length).toArray();
        Integer[] order = Arrays.stream(first).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(j -> place[j]));
        for (int a = 0; a < order.length; a++) {
            for (int b = a + 1; b < order.length && place[order[b]] - place[order[a]] <= near; b++) {
                int earlier = Math.min(order[a], order[b]);
                int later = Math.max(order[a], order[b]);
                if (columns.get(earlier).isCollinear(columns.get(later)))
                    first[later] = Math.min(first[later], earlier);
            }
        }
        return IntStream.range(0, first.length)
                .filter(j -> first[j] < j)
                .mapToObj(j -> columns.get(j).twin(columns.get(first[j]), names))
                .toList();
    }
}
