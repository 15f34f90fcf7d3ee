package org.ichradiomics.study.output;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of a table, or a key of an object of JSON.
 *
 * @param name its head, or the key
 * @param cell what a T has there; null for nothing
 */
record Column<T>(String name, Function<? super T, ?> cell) {

    /** The same columns of a part of something else; without the part they are empty. */
    static <T, P> List<Column<T>> of(Function<? super T, Optional<P>> part, List<Column<P>> columns) {
        return columns.stream()
                .map(column -> new Column<T>(
                        column.name(),
                        whole -> part.apply(whole)
                                .map(found -> (Object) column.cell().apply(found))
                                .orElse(null)))
                .toList();
    }

    /** Some after the other. */
    @SafeVarargs
    static <T> List<Column<T>> all(List<Column<T>>... columns) {
        return Stream.of(columns).flatMap(List::stream).toList();
    }
}
