package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import org.ichradiomics.region.VoxelGrid;

/**
 * A piece parted in two: the trunk round the first seed, see {@link Trunk}, and what hangs on it where the points
 * against are. What is in neither is parted by who is nearer along the piece.
 *
 * <p>Where a point against lies far within the trunk, the smallest disc is sought that, rolled inside the piece from
 * the seeds, no longer covers it, and what it covers is the seeds' own. Where no disc parts them, each voxel goes to
 * the nearest point.
 */
record Cut(Piece piece, List<Voxel> seeds, List<Voxel> against) {

    /** How wide a disc of the trunk must be to the widest of its slice. */
    private static final double SHARE = 0.85;

    private static final double SHARE_STEP = 0.05;
    /** How far a point against may lie within the trunk and yet mean what is beside it, mm. */
    private static final double STROKE = 8;

    private static final double STEP = 0.25;
    private static final double WIDEST = 25;
    /**
     * By how much the disc is widened, as the neck is not equally narrow in all slices; but not beyond the body's own.
     */
    private static final double WIDER = 1.3;

    private static final double WITHIN = 0.8;
    private static final byte OWN = 1;
    private static final byte OTHER = 2;

    /** What belongs to the seeds. */
    static Piece between(Piece piece, List<Voxel> seeds, List<Voxel> against) {
        return new Cut(piece, seeds, against).own();
    }

    private VoxelGrid grid() {
        return piece.grid();
    }

    /** Radius of the widest disc that covers a seed, to a millimetre. */
    private double widest() {
        double widest = 0;
        for (double mm = Flood.OPENING;
                mm <= 2 * WIDEST && rolled(piece, mm, seeds).size() > 0;
                mm += 4 * STEP) widest = mm;
        return widest;
    }

    private Piece own() {
        for (double share = SHARE; share < 1; share += SHARE_STEP) {
            Piece trunk = Trunk.of(piece, share).round(seeds.get(0));
            Optional<List<Voxel>> beside = beside(trunk);
            if (beside.isEmpty()) continue;
            for (Voxel v : seeds) if (!trunk.has(v)) dab(trunk, v, true);
            for (Voxel v : against) dab(trunk, v, false);
            for (Voxel v : seeds) trunk.set(v, piece.has(v));
            return new Cut(piece, seeds, beside.get()).parted(trunk);
        }
        return byDisc();
    }

    private void dab(Piece to, Voxel at, boolean in) {
        Disc.of(Flood.OPENING, grid().spacing()).around(at).forEach(v -> to.set(v, in && piece.has(v)));
    }

    /** The points against, those within a trunk moved to what is left beside it; empty if one lies far within. */
    private Optional<List<Voxel>> beside(Piece trunk) {
        Piece left = piece.minus(trunk).eroded(pixel());
        List<Voxel> beside = new ArrayList<>();
        for (Voxel v : against) {
            Optional<Voxel> there = trunk.has(v) ? left.nearest(v, STROKE) : Optional.of(v);
            if (there.isEmpty()) return Optional.empty();
            beside.add(there.get());
        }
        return Optional.of(beside);
    }

    private double pixel() {
        return Math.max(grid().spacing().x(), grid().spacing().y());
    }

    private Piece byDisc() {
        for (double mm = Flood.OPENING; mm <= WIDEST; mm += STEP) {
            Piece body = rolled(piece, mm, seeds);
            if (body.size() == 0) break;
            if (against.stream().noneMatch(body::has)) {
                Piece wide = rolled(piece, Math.max(mm, Math.min(WIDER * mm, WITHIN * widest())), seeds);
                return parted(wide.size() == 0 ? body : wide);
            }
        }
        return nearest();
    }

    /** What a disc covers that is rolled within a piece from where it covers one of the points. */
    private Piece rolled(Piece in, double mm, List<Voxel> points) {
        Piece centres = in.eroded(mm);
        Piece reached = new Piece(grid(), piece.box());
        Places todo = new Places();
        Consumer<Voxel> take = v -> {
            if (!centres.has(v) || reached.has(v)) return;
            reached.set(v, true);
            todo.add(v.index(grid()));
        };
        points.stream().flatMap(Disc.of(mm, grid().spacing())::around).forEach(take);
        while (todo.size() > 0) Voxel.of(grid(), todo.takeLast()).forEachNeighbour(take);
        return reached.dilated(mm).and(in);
    }

    private Piece parted(Piece body) {
        Piece left = piece.minus(body);
        Piece other = rolled(left, pixel(), against);
        for (Voxel v : against) other.set(v, piece.has(v));
        return new Spread(body, other).own();
    }

    private Piece nearest() {
        Piece own = piece.copy();
        piece.forEach(v -> own.set(v, nearest(against, v) >= nearest(seeds, v)));
        return own;
    }

    private double nearest(List<Voxel> points, Voxel v) {
        return points.stream()
                .mapToDouble(p -> p.squaredDistance(v, grid()))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private record Front(double mm, int index, byte side) {

        private static final Comparator<Front> NEAREST_FIRST = Comparator.comparingDouble(Front::mm)
                .thenComparingInt(Front::side)
                .thenComparingInt(Front::index);
    }

    /** Two bodies that spread over a piece, along steps to the six neighbours, mm. */
    private final class Spread {

        private final Piece reached = new Piece(grid(), piece.box());
        private final PriorityQueue<Front> fronts = new PriorityQueue<>(Front.NEAREST_FIRST);

        Spread(Piece own, Piece other) {
            own.forEachPlace(i -> fronts.add(new Front(0, i, OWN)));
            other.forEachPlace(i -> fronts.add(new Front(0, i, OTHER)));
        }

        Piece own() {
            Piece own = new Piece(grid(), piece.box());
            while (!fronts.isEmpty()) {
                Front front = fronts.poll();
                Voxel v = Voxel.of(grid(), front.index);
                if (piece.has(v) && !reached.has(v)) {
                    reached.set(v, true);
                    own.set(v, front.side == OWN);
                    spread(v, front);
                }
            }
            return own;
        }

        private void spread(Voxel v, Front front) {
            for (int step = -1; step <= 1; step += 2) {
                go(v.x() + step, v.y(), v.z(), front, grid().spacing().x());
                go(v.x(), v.y() + step, v.z(), front, grid().spacing().y());
                go(v.x(), v.y(), v.z() + step, front, grid().spacing().z());
            }
        }

        private void go(int x, int y, int z, Front front, double mm) {
            if (piece.get(x, y, z)) fronts.add(new Front(front.mm + mm, grid().index(x, y, z), front.side));
        }
    }
}
