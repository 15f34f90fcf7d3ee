package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.stats.Predictors;

/**
 * How many values are missing where, among the cases that are analysed.
 *
 * @param parts training and the tests
 * @param rows clinical variables, the second outcome and the score, all of them; then the features that lack any
 * @param complete features that lack none
 * @param features all of them
 */
public record MissingValues(List<Subset> parts, List<Row> rows, int complete, int features) {

    /** A variable, with its counts by part. */
    public record Row(String variable, boolean isFeature, List<Count> counts) {

        private boolean isComplete() {
            return counts.stream().allMatch(count -> count.missing == 0);
        }
    }

    /**
     * In a part.
     *
     * @param missing among its cases
     * @param events with the event, among those that lack the value
     */
    public record Count(int cases, int missing, int events) {}

    /** @param scores by case; empty without a score */
    static MissingValues of(Cohort cohort, double[] scores) {
        List<Subset> parts = cohort.trainingAndTests();
        List<Row> rows = new ArrayList<>();
        List<Variable> clinical = Stream.of(
                        cohort.variables().stream(),
                        cohort.second().stream()
                                .map(second -> Variable.binary(second.rule().variable(), second.values())),
                        scores.length == 0 ? Stream.<Variable>empty() : Stream.of(Cohort.score(scores)))
                .flatMap(some -> some)
                .toList();
        for (Variable variable : clinical) rows.add(row(variable.name(), false, variable.values(), parts, cohort));
        int features = 0;
        int complete = 0;
        for (Predictors measured : cohort.measured().stream().toList()) {
            features = measured.names().size();
            for (int j = 0; j < features; j++) {
                Row row = row(measured.names().get(j), true, measured.columns()[j], parts, cohort);
                if (row.isComplete()) complete++;
                else rows.add(row);
            }
        }
        return new MissingValues(parts, List.copyOf(rows), complete, features);
    }

    private static Row row(String name, boolean isFeature, double[] values, List<Subset> parts, Cohort cohort) {
        return new Row(
                name,
                isFeature,
                parts.stream()
                        .map(part -> {
                            int[] lacking = IntStream.of(part.cases())
                                    .filter(i -> !Double.isFinite(values[i]))
                                    .toArray();
                            return new Count(
                                    part.size(),
                                    lacking.length,
                                    cohort.outcome().count(lacking));
                        })
                        .toList());
    }
}
