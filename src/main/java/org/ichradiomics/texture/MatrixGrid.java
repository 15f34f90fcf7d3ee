package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * The matrices of one kind that a lesion has: a row for each slice (one row for a volume), a column for each direction
 * (one column where the matrix knows no direction). The columns agree in every row.
 *
 * @param <M> the kind of matrix
 */
record MatrixGrid<M extends TextureMatrix<M>>(List<List<M>> rows) {

    /** A grid that knows directions: 4 in slices, 13 in a volume. */
    static <M extends TextureMatrix<M>> MatrixGrid<M> directional(
            LevelVolume lesion, Approach approach, BiFunction<LevelVolume.Part, Direction, M> matrix) {
        return new MatrixGrid<>(approach.parts(lesion).stream()
                .map(part -> Direction.of(approach).stream()
                        .map(direction -> matrix.apply(part, direction))
                        .toList())
                .toList());
    }

    /** A grid that knows no direction: one matrix for each slice, or for the volume. */
    static <M extends TextureMatrix<M>> MatrixGrid<M> plain(List<M> matrices) {
        return new MatrixGrid<>(matrices.stream().map(List::of).toList());
    }

    /** The matrices whose features are averaged: at least one, and none that is empty unless all are. */
    List<M> under(Aggregation aggregation) {
        List<M> all = rows.stream().flatMap(List::stream).toList();
        List<M> matrices = switch (aggregation.merging()) {
            case NONE -> all;
            case DIRECTIONS -> rows.stream().map(MatrixGrid::sum).toList();
            case SLICES ->
                IntStream.range(0, rows.get(0).size())
                        .mapToObj(d -> sum(rows.stream().map(row -> row.get(d)).toList()))
                        .toList();
            case ALL -> List.of(sum(all));
        };
        List<M> withEntries = new ArrayList<>(matrices);
        withEntries.removeIf(TextureMatrix::isEmpty);
        return withEntries.isEmpty() ? matrices : withEntries;
    }

    private static <M extends TextureMatrix<M>> M sum(List<M> matrices) {
        return matrices.stream().reduce(M::plus).orElseThrow();
    }
}
