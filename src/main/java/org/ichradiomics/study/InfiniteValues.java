package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.FeatureTable;

/**
 * Inf in a cell, as a division by zero leaves it: no test, regression or signature can use it, so it is told like a
 * missing value.
 */
final class InfiniteValues {

    private InfiniteValues() {}

    /** Where they stand, in a sentence; none if there are none. */
    static Stream<String> of(FeatureTable table, List<Variable> variables, List<String> ids) {
        List<String> found = new ArrayList<>();
        for (Variable variable : variables) {
            int[] rows = IntStream.range(0, ids.size())
                    .filter(row -> Double.isInfinite(variable.values()[row]))
                    .toArray();
            if (rows.length == 0) continue;
            found.add(variable.name() + " (" + rows.length + ", the first of case " + ids.get(rows[0]) + " in line "
                    + table.line(rows[0]) + ")");
        }
        if (found.isEmpty()) return Stream.empty();
        return Stream.of(
                "Infinite numbers in " + table.title() + " count as no value: " + String.join(", ", found) + ".");
    }
}
