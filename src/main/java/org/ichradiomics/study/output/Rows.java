package org.ichradiomics.study.output;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.NumberText;

/**
 * A CSV file for another program: numbers with all their digits, NA where there is none, Inf and -Inf, as R writes and
 * reads them.
 */
final class Rows {

    private Rows() {}

    /** Some columns after the other. */
    @SafeVarargs
    static <T> List<Column<T>> all(List<Column<T>>... columns) {
        return Stream.of(columns).flatMap(List::stream).toList();
    }

    /** The columns of a part of something else. */
    static <T, P> List<Column<T>> part(Function<? super T, P> part, List<Column<P>> columns) {
        return columns.stream().map(column -> column.<T>from(part)).toList();
    }

    /** The columns of a part that may not be there; without it they are empty. */
    static <T, P> List<Column<T>> partIfThere(Function<? super T, Optional<P>> part, List<Column<P>> columns) {
        return columns.stream()
                .map(column ->
                        new Column<T>(column.name(), whole -> part.apply(whole).map(column::of)))
                .toList();
    }

    /** The file's text. Cells are texts, numbers and truths (1 and 0); null is NA. */
    static <T> String text(List<Column<T>> columns, List<T> rows) {
        return FeatureTableCsv.text(Column.table(
                columns.stream()
                        .map(column -> new Column<T>(column.name(), row -> cell(column.of(row))))
                        .toList(),
                rows));
    }

    /** The same with a row for each number from 1. */
    static String numbered(int last, List<Column<Integer>> columns) {
        return text(columns, IntStream.rangeClosed(1, last).boxed().toList());
    }

    private static String cell(Object cell) {
        if (cell == null) return "NA";
        if (cell instanceof Boolean truth) return truth ? "1" : "0";
        if (cell instanceof Double number) return number(number);
        return cell.toString();
    }

    static String number(double number) {
        if (Double.isNaN(number)) return "NA";
        if (Double.isInfinite(number)) return number > 0 ? "Inf" : "-Inf";
        return NumberText.plain(number);
    }
}
