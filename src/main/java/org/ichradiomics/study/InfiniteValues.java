package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.FeatureTable;

/**
 * Inf in a cell, as a division by zero leaves it: no test, regression or signature can use it, so it is told like a
 * missing value.
 */
final class InfiniteValues {

    private InfiniteValues() {}

    /** On the features and on the clinical variables. */
    static Stream<String> sentences(Joining joined, Optional<Predictors> features, List<Variable> variables) {
        return Stream.concat(
                features
                        .flatMap(some -> sentence(
                                joined.features().orElseThrow(), some.names(), List.of(some.columns()), joined.ids()))
                        .stream(),
                sentence(
                        joined.clinical(),
                        variables.stream().map(Variable::name).toList(),
                        variables.stream().map(Variable::values).toList(),
                        joined.ids())
                        .stream());
    }

    /**
     * Where they stand, in a sentence; empty if there are none.
     *
     * @param columns names of the values
     * @param values column × row of the table
     */
    private static Optional<String> sentence(
            FeatureTable table, List<String> columns, List<double[]> values, List<String> ids) {
        List<String> found = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            double[] x = values.get(c);
            int[] rows = IntStream.range(0, x.length)
                    .filter(row -> Double.isInfinite(x[row]))
                    .toArray();
            if (rows.length == 0) continue;
            found.add(columns.get(c) + " (" + rows.length + ", the first of case " + ids.get(rows[0]) + " in line "
                    + table.line(rows[0]) + ")");
        }
        if (found.isEmpty()) return Optional.empty();
        return Optional.of(
                "Infinite numbers in " + table.title() + " count as no value: " + String.join(", ", found) + ".");
    }
}
