package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** The columns of the two volumes, named or found. */
record Volumes(
        Optional<String> baselineColumn,
        Optional<String> followUpColumn,
        Optional<double[]> baseline,
        Optional<double[]> followUp) {

    private static final List<String> BASELINES = List.of("volume_ml", FeatureTable.VOLUME);
    private static final List<String> FOLLOW_UPS = List.of("followup_volume_ml", "followup_mL");

    static Volumes of(FeatureTable clinical, StudyPlan.Columns columns) throws InvalidInputException {
        Optional<String> first = columns.baseline()
                .or(() -> BASELINES.stream().filter(clinical::has).findFirst());
        Optional<String> later = columns.followUp()
                .or(() -> FOLLOW_UPS.stream().filter(clinical::has).findFirst());
        return new Volumes(first, later, values(clinical, first), values(clinical, later));
    }

    /** Places of the cases whose baseline volume is known and as it shall be. */
    int[] where(DoublePredicate is) {
        double[] volumes = baseline.orElse(new double[0]);
        return IntStream.range(0, volumes.length)
                .filter(i -> is.test(volumes[i]))
                .toArray();
    }

    /** Whether a column holds one of the two. */
    boolean isFrom(String column) {
        return Stream.of(baselineColumn, followUpColumn)
                .anyMatch(one -> one.filter(column::equals).isPresent());
    }

    private static Optional<double[]> values(FeatureTable clinical, Optional<String> column)
            throws InvalidInputException {
        return column.isEmpty() ? Optional.empty() : Optional.of(clinical.values(column.get()));
    }
}
