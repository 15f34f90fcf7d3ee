package org.ichradiomics.outline;

import java.util.function.Consumer;

/** Pieces of a set, joined by faces, edges and corners. */
final class Islands {

    private Islands() {}

    /** The set without its pieces of fewer voxels than {@code least}. */
    static Piece without(Piece set, int least) {
        Piece kept = set.copy();
        Piece todo = set.copy();
        set.forEach(first -> {
            Places island = taken(todo, first);
            if (island.size() < least)
                island.stream().mapToObj(i -> Voxel.of(set.grid(), i)).forEach(v -> kept.set(v, false));
        });
        return kept;
    }

    /** Voxels of the largest piece; 0 of nothing. */
    static int largest(Piece set) {
        Piece todo = set.copy();
        int[] largest = {0};
        set.forEach(
                first -> largest[0] = Math.max(largest[0], taken(todo, first).size()));
        return largest[0];
    }

    /** The piece that holds a voxel, taken out of what is still to do; nothing if it was taken before. */
    private static Places taken(Piece todo, Voxel first) {
        Places island = new Places();
        Consumer<Voxel> take = v -> {
            if (todo.has(v)) island.add(v.index(todo.grid()));
            todo.set(v, false);
        };
        take.accept(first);
        for (int next = 0; next < island.size(); next++)
            Voxel.of(todo.grid(), island.get(next)).forEachNeighbour(take);
        return island;
    }
}
