package org.ichradiomics.outline;

import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;

import org.ichradiomics.region.VoxelGrid;

/** A box of voxels, both corners inside. */
record Box(int x0, int y0, int z0, int x1, int y1, int z1) {

    static Box all(VoxelGrid grid) {
        return new Box(0, 0, 0, grid.nx() - 1, grid.ny() - 1, grid.nz() - 1);
    }

    static Box slice(VoxelGrid grid, int z) {
        return new Box(0, 0, z, grid.nx() - 1, grid.ny() - 1, z);
    }

    /** The smallest box round voxels, of which there is at least one. */
    static Box round(VoxelGrid grid, IntStream places) {
        IntSummaryStatistics x = new IntSummaryStatistics();
        IntSummaryStatistics y = new IntSummaryStatistics();
        IntSummaryStatistics z = new IntSummaryStatistics();
        places.mapToObj(place -> Voxel.of(grid, place)).forEach(v -> {
            x.accept(v.x());
            y.accept(v.y());
            z.accept(v.z());
        });
        return new Box(x.getMin(), y.getMin(), z.getMin(), x.getMax(), y.getMax(), z.getMax());
    }

    /** Wider by a distance in the plane and by one slice on each side, as far as the grid goes. */
    Box padded(VoxelGrid grid, double mm) {
        int px = (int) Math.ceil(mm / grid.spacing().x());
        int py = (int) Math.ceil(mm / grid.spacing().y());
        return new Box(
                Math.max(0, x0 - px),
                Math.max(0, y0 - py),
                Math.max(0, z0 - 1),
                Math.min(grid.nx() - 1, x1 + px),
                Math.min(grid.ny() - 1, y1 + py),
                Math.min(grid.nz() - 1, z1 + 1));
    }

    int width() {
        return x1 - x0 + 1;
    }

    int height() {
        return y1 - y0 + 1;
    }

    int depth() {
        return z1 - z0 + 1;
    }
}
