package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import org.ichradiomics.region.PlaneDistance;
import org.ichradiomics.region.VoxelGrid;

/**
 * A set of voxels within a box of a grid, worked on slice by slice in mm. What lies outside the box is not in the set.
 */
final class Piece {

    private final VoxelGrid grid;
    private final Box box;
    private final boolean[][] slices;

    Piece(VoxelGrid grid, Box box) {
        this.grid = grid;
        this.box = box;
        this.slices = new boolean[box.depth()][box.width() * box.height()];
    }

    VoxelGrid grid() {
        return grid;
    }

    Box box() {
        return box;
    }

    Piece copy() {
        Piece copy = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) System.arraycopy(slices[k], 0, copy.slices[k], 0, slices[k].length);
        return copy;
    }

    /** One slice of the box, counted from its own first; x running fastest. */
    boolean[] slice(int k) {
        return slices[k];
    }

    boolean holds(int x, int y, int z) {
        return x >= box.x0() && x <= box.x1() && y >= box.y0() && y <= box.y1() && z >= box.z0() && z <= box.z1();
    }

    boolean get(int x, int y, int z) {
        return holds(x, y, z) && slices[z - box.z0()][pixel(x, y)];
    }

    void set(int x, int y, int z, boolean in) {
        if (holds(x, y, z)) slices[z - box.z0()][pixel(x, y)] = in;
    }

    boolean has(Voxel v) {
        return get(v.x(), v.y(), v.z());
    }

    void set(Voxel v, boolean in) {
        set(v.x(), v.y(), v.z(), in);
    }

    private int pixel(int x, int y) {
        return (y - box.y0()) * box.width() + x - box.x0();
    }

    int size() {
        int size = 0;
        for (boolean[] slice : slices) {
            for (boolean in : slice) size += in ? 1 : 0;
        }
        return size;
    }

    /** Hands out the voxels inside, in raster order. */
    void forEach(Consumer<Voxel> voxel) {
        forEachPlace(i -> voxel.accept(Voxel.of(grid, i)));
    }

    /** Hands out the numbers in the grid of the voxels inside, rising. */
    void forEachPlace(IntConsumer index) {
        for (int k = 0; k < slices.length; k++) {
            for (int p = 0; p < slices[k].length; p++) {
                if (slices[k][p]) index.accept(index(k, p));
            }
        }
    }

    /** The number in the grid of a pixel of a slice of the box. */
    int index(int k, int p) {
        return grid.index(box.x0() + p % box.width(), box.y0() + p / box.width(), box.z0() + k);
    }

    /** What is left when a disc of this radius must lie inside, in its own slice. The edge of the box is an edge. */
    Piece eroded(double mm) {
        return bySlice(slice -> within(mm, false, distanceOutwards(slice)));
    }

    /** The voxel inside that is nearest to one, the first of several; empty if none is as near as a distance. */
    Optional<Voxel> nearest(Voxel to, double mm) {
        Voxel[] nearest = {null};
        double[] least = {mm * mm};
        forEach(v -> {
            double squared = v.squaredDistance(to, grid);
            if (squared > least[0] || nearest[0] != null && squared == least[0]) return;
            nearest[0] = v;
            least[0] = squared;
        });
        return Optional.ofNullable(nearest[0]);
    }

    /** Distance of each pixel inside to the nearest outside in its own slice, mm, by slice of the box; 0 outside. */
    double[][] depths() {
        double[][] depths = new double[slices.length][];
        for (int k = 0; k < slices.length; k++)
            depths[k] =
                    Arrays.stream(distanceOutwards(slices[k])).map(Math::sqrt).toArray();
        return depths;
    }

    /** With all pixels that are no farther than this in their own slice. */
    Piece dilated(double mm) {
        return bySlice(slice ->
                within(mm, true, PlaneDistance.squared(slice, true, box.width(), box.height(), grid.spacing())));
    }

    /** The holes: what, in its own slice, cannot be left by steps along rows and columns. */
    Piece holes() {
        return bySlice(slice -> Holes.of(slice, box.width(), box.height()));
    }

    private Piece bySlice(UnaryOperator<boolean[]> change) {
        Piece changed = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) {
            if (any(slices[k])) changed.slices[k] = change.apply(slices[k]);
        }
        return changed;
    }

    /** The pixels whose squared distance is at most that of a radius, or those where it is not. */
    private static boolean[] within(double mm, boolean wanted, double[] squared) {
        boolean[] within = new boolean[squared.length];
        for (int p = 0; p < within.length; p++) within[p] = squared[p] <= mm * mm + 1e-9 == wanted;
        return within;
    }

    private interface Rule {
        boolean of(boolean here, boolean there);
    }

    Piece and(Piece other) {
        return joined(other, (here, there) -> here && there);
    }

    Piece minus(Piece other) {
        return joined(other, (here, there) -> here && !there);
    }

    Piece or(Piece other) {
        return joined(other, (here, there) -> here || there);
    }

    /** @param other in the same box */
    private Piece joined(Piece other, Rule rule) {
        Piece joined = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) {
            boolean[] here = slices[k];
            boolean[] there = other.slices[k];
            for (int p = 0; p < here.length; p++) joined.slices[k][p] = rule.of(here[p], there[p]);
        }
        return joined;
    }

    /** Distance to the nearest pixel outside, with a rim of such pixels round the box, mm². */
    private double[] distanceOutwards(boolean[] slice) {
        int w = box.width();
        int h = box.height();
        boolean[] rimmed = new boolean[(w + 2) * (h + 2)];
        for (int y = 0; y < h; y++) System.arraycopy(slice, y * w, rimmed, (y + 1) * (w + 2) + 1, w);
        double[] d = PlaneDistance.squared(rimmed, false, w + 2, h + 2, grid.spacing());
        double[] out = new double[w * h];
        for (int y = 0; y < h; y++) System.arraycopy(d, (y + 1) * (w + 2) + 1, out, y * w, w);
        return out;
    }

    static boolean any(boolean[] slice) {
        for (boolean in : slice) {
            if (in) return true;
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Piece piece && piece.box.equals(box) && Arrays.deepEquals(piece.slices, slices);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(slices);
    }
}
