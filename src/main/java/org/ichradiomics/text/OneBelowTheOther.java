package org.ichradiomics.text;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of a table and below them those of another; each keeps the line by which sentences name it. */
public final class OneBelowTheOther {

    private OneBelowTheOther() {}

    /**
     * With the columns of the first: those of the other are found by their names, empty where it has none; what the
     * first has not is left behind.
     */
    public static FeatureTable of(FeatureTable first, FeatureTable other) {
        int[] own = IntStream.range(0, first.columns().size()).toArray();
        int[] theirs =
                first.columns().stream().mapToInt(other.columns()::indexOf).toArray();
        return new FeatureTable(
                first.title() + " and " + other.title().replaceFirst("^the table ", ""),
                first.columns(),
                Stream.concat(rows(first, own), rows(other, theirs)).toList(),
                false);
    }

    private static Stream<FeatureTable.Row> rows(FeatureTable table, int[] columns) {
        return IntStream.range(0, table.size()).mapToObj(r -> {
            List<String> cells = table.row(r);
            return new FeatureTable.Row(
                    table.line(r),
                    IntStream.of(columns)
                            .mapToObj(c -> c < 0 ? "" : cells.get(c))
                            .toList());
        });
    }
}
