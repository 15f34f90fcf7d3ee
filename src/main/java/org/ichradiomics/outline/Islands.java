package org.ichradiomics.outline;

/** Pieces of a set, joined by faces, edges and corners. */
final class Islands {

    private Islands() {}

    /** The set without its pieces of fewer voxels than {@code least}. */
    static Piece without(Piece set, int least) {
        Piece kept = set.copy();
        Piece todo = set.copy();
        int[] island = new int[set.size()];
        set.forEach(i -> {
            int size = take(todo, island, i);
            if (size < least) {
                for (int k = 0; k < size; k++) {
                    Voxel v = Voxel.of(set.grid(), island[k]);
                    kept.set(v.x(), v.y(), v.z(), false);
                }
            }
        });
        return kept;
    }

    /** Voxels of the largest piece; 0 of nothing. */
    static int largest(Piece set) {
        Piece todo = set.copy();
        int[] island = new int[set.size()];
        int[] largest = {0};
        set.forEach(i -> largest[0] = Math.max(largest[0], take(todo, island, i)));
        return largest[0];
    }

    /**
     * Takes the piece that holds a voxel out of what is still to do, and counts its voxels; 0 if it was taken before.
     */
    private static int take(Piece todo, int[] island, int first) {
        int count = add(todo, island, 0, Voxel.of(todo.grid(), first));
        for (int next = 0; next < count; next++) {
            Voxel v = Voxel.of(todo.grid(), island[next]);
            for (int n = 0; n < 27; n++) {
                count = add(
                        todo, island, count, new Voxel(v.x() + n % 3 - 1, v.y() + n / 3 % 3 - 1, v.z() + n / 9 - 1));
            }
        }
        return count;
    }

    private static int add(Piece todo, int[] island, int count, Voxel v) {
        if (!todo.get(v.x(), v.y(), v.z())) return count;
        todo.set(v.x(), v.y(), v.z(), false);
        island[count] = v.index(todo.grid());
        return count + 1;
    }
}
