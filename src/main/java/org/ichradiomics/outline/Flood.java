package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.List;

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
    private int[] reached = new int[1 << 12];
    private int count;

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
        for (Voxel seed : seeds) {
            for (int k = 0; k < disc.size(); k++) visit(seed.x() + disc.dx()[k], seed.y() + disc.dy()[k], seed.z());
        }
        for (int next = 0; next < count && count <= most; next++) {
            Voxel v = Voxel.of(grid, reached[next]);
            for (int z = v.z() - 1; z <= v.z() + 1; z++) {
                for (int y = v.y() - 1; y <= v.y() + 1; y++) {
                    for (int x = v.x() - 1; x <= v.x() + 1; x++) visit(x, y, z);
                }
            }
        }
        return count == 0
                ? new Piece(grid, Box.round(grid, new int[] {seeds.get(0).index(grid)}, 1))
                : covered();
    }

    /** Whether more was reached than was allowed. */
    boolean isBeyond(int most) {
        return count > most;
    }

    private Piece covered() {
        Piece covered = new Piece(grid, Box.round(grid, reached, count).padded(grid, Surroundings.FAR + 2 * OPENING));
        for (int i = 0; i < count; i++) {
            Voxel v = Voxel.of(grid, reached[i]);
            for (int k = 0; k < disc.size(); k++) covered.set(v.x() + disc.dx()[k], v.y() + disc.dy()[k], v.z(), true);
        }
        Piece near = covered.dilated(OPENING);
        near.forEach(i -> {
            Voxel v = Voxel.of(grid, i);
            if (!covered.get(v.x(), v.y(), v.z()) && !isCandidate(v.x(), v.y(), v.z())) {
                near.set(v.x(), v.y(), v.z(), false);
            }
        });
        return near;
    }

    private void visit(int x, int y, int z) {
        if (x < 0 || y < 0 || z < 0 || x >= grid.nx() || y >= grid.ny() || z >= grid.nz()) return;
        int i = grid.index(x, y, z);
        if (seen[i]) return;
        seen[i] = true;
        for (int k = 0; k < disc.size(); k++) {
            if (!isCandidate(x + disc.dx()[k], y + disc.dy()[k], z)) return;
        }
        if (count == reached.length) reached = Arrays.copyOf(reached, 2 * count);
        reached[count++] = i;
    }

    private boolean isCandidate(int x, int y, int z) {
        if (x < 0 || y < 0 || x >= grid.nx() || y >= grid.ny()) return false;
        int i = grid.index(x, y, z);
        float value = head.smooth(i);
        return value >= low && value <= high && head.isBrain(i) && isNear(new Voxel(x, y, z), seeds, grid, radius);
    }

    /** Whether a voxel lies within a radius of one of the seeds. */
    static boolean isNear(Voxel v, List<Voxel> seeds, VoxelGrid grid, double radius) {
        for (Voxel seed : seeds) {
            if (seed.squaredDistance(v, grid) <= radius * radius) return true;
        }
        return false;
    }
}
