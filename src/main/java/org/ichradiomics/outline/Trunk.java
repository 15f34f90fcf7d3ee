package org.ichradiomics.outline;

import java.util.Optional;

/**
 * The trunk of a piece round one point: on the point's slice the widest disc that fits in near it, and every disc
 * nearly as wide that can be reached by rolling; then the same on the next slice, from the middle of the last one on.
 * What hangs on a bleed by less than its own width, such as blood in a ventricle, is not in its trunk.
 *
 * @param share how wide a disc must be to count, as a share of the widest of its slice
 */
record Trunk(Piece piece, double[][] depths, double share) {

    /** The middle of the next slice lies no farther from the last one than this share of its radius. */
    private static final double STEADY = 0.7;

    private record Middle(Voxel at, double radius) {}

    static Trunk of(Piece piece, double share) {
        return new Trunk(piece, piece.depths(), share);
    }

    /** The trunk round a point of the piece; empty where the point is not in it. */
    Piece round(Voxel point) {
        Piece trunk = new Piece(piece.grid(), piece.box());
        if (!piece.has(point)) return trunk;
        Middle middle = climbed(point);
        cover(trunk, middle);
        for (int step = -1; step <= 1; step += 2) {
            Optional<Middle> last = Optional.of(middle);
            while (last.isPresent()) {
                last = next(last.get(), trunk, step);
                last.ifPresent(found -> cover(trunk, found));
            }
        }
        return trunk;
    }

    private double depth(Voxel v) {
        Box box = piece.box();
        if (!piece.holds(v.x(), v.y(), v.z())) return 0;
        return depths[v.z() - box.z0()][(v.y() - box.y0()) * box.width() + v.x() - box.x0()];
    }

    /** Up to where no deeper place lies within half of the disc. */
    private Middle climbed(Voxel from) {
        Voxel at = from;
        while (true) {
            Voxel best = deepest(at, depth(at) / 2, at);
            if (best.equals(at)) return new Middle(at, depth(at));
            at = best;
        }
    }

    private Voxel deepest(Voxel middle, double mm, Voxel first) {
        Voxel[] best = {first};
        Disc.of(mm, piece.grid().spacing()).around(middle).forEach(v -> {
            if (depth(v) > depth(best[0])) best[0] = v;
        });
        return best[0];
    }

    private Optional<Middle> next(Middle last, Piece trunk, int step) {
        Voxel start = new Voxel(last.at.x(), last.at.y(), last.at.z() + step);
        Voxel best = deepest(start, STEADY * last.radius, start);
        double pixel =
                Math.max(piece.grid().spacing().x(), piece.grid().spacing().y());
        return depth(best) > pixel ? Optional.of(new Middle(best, depth(best))) : Optional.empty();
    }

    /** Adds the discs of a slice that are reached from its widest. */
    private void cover(Piece trunk, Middle middle) {
        double mm = share * middle.radius;
        Disc disc = Disc.of(mm, piece.grid().spacing());
        boolean[] seen = new boolean[piece.box().width() * piece.box().height()];
        Places todo = new Places();
        todo.add(middle.at.index(piece.grid()));
        while (todo.size() > 0) {
            Voxel v = Voxel.of(piece.grid(), todo.takeLast());
            int p = (v.y() - piece.box().y0()) * piece.box().width()
                    + v.x()
                    - piece.box().x0();
            if (seen[p]) continue;
            seen[p] = true;
            disc.around(v).forEach(covered -> trunk.set(covered, piece.has(covered)));
            for (int n = 0; n < 9; n++) {
                Voxel to = new Voxel(v.x() + n % 3 - 1, v.y() + n / 3 - 1, v.z());
                if (depth(to) > mm) todo.add(to.index(piece.grid()));
            }
        }
    }
}
