package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.function.Consumer;

import org.ichradiomics.region.VoxelGrid;

/**
 * The reference that growing is to beat: Gaussian 1 mm within the slice; what lies inside the skull between half-way
 * from the click's disc of 3 mm to the median of the brain (35 HU at least) and 100 HU; opened by a disc of 1.5 mm; the
 * piece of the click, joined by faces, edges and corners; closed by a disc of 2 mm; holes of each slice filled.
 */
final class Adaptive {

    private Adaptive() {}

    static Grown grow(Head head, Voxel click) {
        VoxelGrid grid = head.grid();
        float[] hu = new float[grid.size()];
        float[] smooth = new float[grid.size()];
        for (int i = 0; i < hu.length; i++) hu[i] = head.hu(i);
        Gaussian gaussian = Gaussian.of(1, grid.nx(), grid.ny(), grid.spacing());
        for (int z = 0; z < grid.nz(); z++) gaussian.smooth(hu, smooth, z * grid.nx() * grid.ny());
        double[] disc = Disc.of(3, grid.spacing())
                .around(click)
                .mapToDouble(v -> head.hu(v.index(grid)))
                .toArray();
        double mean = Arrays.stream(disc).average().orElseThrow();
        double low = Math.max(35, (mean + head.median()) / 2);
        Piece candidates = new Piece(grid, Box.all(grid));
        for (int i = 0; i < hu.length; i++)
            if (head.isBrain(i) && smooth[i] >= low && smooth[i] <= 100) candidates.set(Voxel.of(grid, i), true);
        Piece opened = candidates.eroded(1.5).dilated(1.5);
        Piece piece = new Piece(grid, Box.all(grid));
        Places todo = new Places();
        Consumer<Voxel> take = v -> {
            if (!opened.has(v) || piece.has(v)) return;
            piece.set(v, true);
            todo.add(v.index(grid));
        };
        take.accept(click);
        while (todo.size() > 0) Voxel.of(grid, todo.takeLast()).forEachNeighbour(take);
        Piece closed = piece.dilated(2).eroded(2).or(piece);
        return new Grown(closed.or(closed.holes()), low, 100, "adaptive");
    }
}
