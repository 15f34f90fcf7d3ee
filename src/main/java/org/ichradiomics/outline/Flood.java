package org.ichradiomics.outline;

import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.region.VoxelGrid;

/**
 * What can be reached from the seeds by a disc that stays within the HU limits, the radius and the skull: bridges
 * narrower than the disc, such as the falx or the rim of the bone, are not crossed.
 */
final class Flood {

    /** Radius of the disc, mm. */
    static final double OPENING = 1.5;

    private final Head head;
    private final VoxelGrid grid;
    private final List<Voxel> seeds;
    private final double low;
    private final double high;
    private final double radius;
    private final Disc disc;
    private final boolean[] seen;
    private final Places reached = new Places();

    Flood(Head head, List<Voxel> seeds, double low, double high, double radius) {
        this.head = head;
        this.grid = head.grid();
        this.seeds = seeds;
        this.low = low;
        this.high = high;
        this.radius = radius;
        this.disc = Disc.of(OPENING, grid.spacing());
        this.seen = new boolean[grid.size()];
    }

    /**
     * The voxels that the disc covers, and those within its radius that are of the same HU; empty box of one seed if
     * none.
     */
    Piece reach(int most) {
        for (Voxel seed : seeds) disc.around(seed).forEach(this::visit);
        for (int next = 0; next < reached.size() && reached.size() <= most; next++)
            Voxel.of(grid, reached.get(next)).forEachNeighbour(this::visit);
        IntStream first = IntStream.of(seeds.get(0).index(grid));
        return reached.size() == 0 ? new Piece(grid, Box.round(grid, first)) : covered();
    }

    /** Whether more was reached than was allowed. */
    boolean isBeyond(int most) {
        return reached.size() > most;
    }

    private Piece covered() {
        Box box = Box.round(grid, reached.stream()).padded(grid, Surroundings.FAR + 2 * OPENING);
        Piece covered = new Piece(grid, box);
        reached.stream().mapToObj(i -> Voxel.of(grid, i)).flatMap(disc::around).forEach(v -> covered.set(v, true));
        Piece near = covered.dilated(OPENING);
        near.forEach(v -> {
            if (!covered.has(v) && !isCandidate(v)) near.set(v, false);
        });
        return near;
    }

    private void visit(Voxel v) {
        if (!v.isIn(grid) || seen[v.index(grid)]) return;
        seen[v.index(grid)] = true;
        if (disc.all(v, this::isCandidate)) reached.add(v.index(grid));
    }

    private boolean isCandidate(Voxel v) {
        if (!v.isIn(grid)) return false;
        int i = v.index(grid);
        float value = head.smooth(i);
        return value >= low && value <= high && head.isBrain(i) && isNear(v, seeds, grid, radius);
    }

    /** Whether a voxel lies within a radius of one of the seeds. */
    static boolean isNear(Voxel v, List<Voxel> seeds, VoxelGrid grid, double radius) {
        for (Voxel seed : seeds) {
            if (seed.squaredDistance(v, grid) <= radius * radius) return true;
        }
        return false;
    }
}
