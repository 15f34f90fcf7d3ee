package org.ichradiomics.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A column of a table: its name, and what stands in it for one thing. A table is a list of columns and a list of
 * things; CSV, windows and screens take both and need not know what the things are.
 *
 * @param name heading, or key
 * @param cell number, truth or text; null or an empty optional where there is none
 * @param <T> the things, one a row
 */
public record Column<T>(String name, Function<? super T, ?> cell) {

    /** Null for what is not there. */
    public Object of(T row) {
        Object value = cell.apply(row);
        if (value instanceof Optional<?> optional) return optional.orElse(null);
        if (value instanceof OptionalDouble number) return number.isPresent() ? number.getAsDouble() : null;
        if (value instanceof OptionalInt number) return number.isPresent() ? number.getAsInt() : null;
        return value;
    }

    /** The same column in a table of things of which the others are a part. */
    public <S> Column<S> from(Function<? super S, ? extends T> part) {
        return new Column<>(name, whole -> of(part.apply(whole)));
    }

    /** The same column under another name. */
    public Column<T> named(String other) {
        return new Column<>(other, cell);
    }

    /** Their names, in order. */
    public static List<String> names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    /** A row, null for what is not there. */
    public static <T> List<Object> cells(List<Column<T>> columns, T row) {
        List<Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(column.of(row)));
        return cells;
    }

    /** A row by its names, in order. */
    public static <T> Map<String, Object> byName(List<Column<T>> columns, T row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column.name(), column.of(row)));
        return cells;
    }

    /** A table in memory; numbers keep all their digits. */
    public static <T> FeatureTable table(List<Column<T>> columns, List<? extends T> rows) {
        return FeatureTable.of(
                names(columns),
                rows.stream().map(row -> Column.<T>cells(columns, row)).toList());
    }
}
