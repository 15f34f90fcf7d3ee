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

    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Head head;
    private final VoxelGrid grid;
    private final List<Voxel> seeds;
    private final double low;
    private final double high;
    private final double radius;
    private final Disc disc;
    private final boolean[] seen;
    private final byte[] candidates;
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
        this.candidates = new byte[grid.size()];
    }

    /**
     * The voxels that the disc covers, and those within its radius that are of the same HU; empty box of one seed if
     * none.
     */
    Piece reach(int most) {
        for (Voxel seed : seeds) disc.around(seed).forEach(v -> visit(v.x(), v.y(), v.z()));
        for (int next = 0; next < reached.size() && reached.size() <= most; next++) {
            Voxel v = Voxel.of(grid, reached.get(next));
            for (int n = 0; n < 27; n++) visit(v.x() + n % 3 - 1, v.y() + n / 3 % 3 - 1, v.z() + n / 9 - 1);
        }
        IntStream first = IntStream.of(seeds.get(0).index(grid));
        return reached.size() == 0 ? new Piece(grid, Box.round(grid, first)) : covered();
    }

    /** Whether more was reached than was allowed. */
    boolean isBeyond(int most) {
        return reached.size() > most;
    }

    private Piece covered() {
        Box box = Box.round(grid, reached.stream()).padded(grid, Surroundings.FAR + 2 * OPENING);
        Piece middles = new Piece(grid, box);
        for (int i = 0; i < reached.size(); i++) middles.set(Voxel.of(grid, reached.get(i)), true);
        Piece covered = middles.dilated(OPENING);
        Piece near = covered.dilated(OPENING);
        near.minus(covered).forEach(v -> near.set(v, isCandidate(v.x(), v.y(), v.z())));
        return near;
    }

    private void visit(int x, int y, int z) {
        if (x < 0 || x >= grid.nx() || y < 0 || y >= grid.ny() || z < 0 || z >= grid.nz()) return;
        int i = grid.index(x, y, z);
        if (seen[i]) return;
        seen[i] = true;
        for (int k = 0; k < disc.dx().length; k++) if (!isCandidate(x + disc.dx()[k], y + disc.dy()[k], z)) return;
        reached.add(i);
    }

    private boolean isCandidate(int x, int y, int z) {
        if (x < 0 || x >= grid.nx() || y < 0 || y >= grid.ny()) return false;
        int i = grid.index(x, y, z);
        if (candidates[i] == UNKNOWN) {
            float value = head.smooth(i);
            boolean is =
                    value >= low && value <= high && head.isBrain(i) && isNear(new Voxel(x, y, z), seeds, grid, radius);
            candidates[i] = is ? YES : NO;
        }
        return candidates[i] == YES;
    }

    /** Whether a voxel lies within a radius of one of the seeds. */
    static boolean isNear(Voxel v, List<Voxel> seeds, VoxelGrid grid, double radius) {
        for (Voxel seed : seeds) {
            if (seed.squaredDistance(v, grid) <= radius * radius) return true;
        }
        return false;
    }
}
