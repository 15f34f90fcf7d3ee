package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.function.IntConsumer;

import org.ichradiomics.region.Spacing;
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

    /** Hands out the numbers in the grid of the voxels inside, rising. */
    void forEach(IntConsumer index) {
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
        Piece eroded = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) {
            if (any(slices[k])) {
                double[] out = distanceOutwards(k);
                for (int p = 0; p < out.length; p++) eroded.slices[k][p] = out[p] > mm * mm + 1e-9;
            }
        }
        return eroded;
    }

    /** With all pixels that are no farther than this in their own slice. */
    Piece dilated(double mm) {
        Piece dilated = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) {
            if (any(slices[k])) {
                double[] near = distanceTo(k);
                for (int p = 0; p < near.length; p++) dilated.slices[k][p] = near[p] <= mm * mm + 1e-9;
            }
        }
        return dilated;
    }

    Piece and(Piece other) {
        Piece both = copy();
        for (int k = 0; k < slices.length; k++) {
            for (int p = 0; p < slices[k].length; p++) both.slices[k][p] &= other.slices[k][p];
        }
        return both;
    }

    Piece minus(Piece other) {
        Piece left = copy();
        for (int k = 0; k < slices.length; k++) {
            for (int p = 0; p < slices[k].length; p++) left.slices[k][p] &= !other.slices[k][p];
        }
        return left;
    }

    Piece or(Piece other) {
        Piece either = copy();
        for (int k = 0; k < slices.length; k++) {
            for (int p = 0; p < slices[k].length; p++) either.slices[k][p] |= other.slices[k][p];
        }
        return either;
    }

    /** The holes: what, in its own slice, cannot be left by steps along rows and columns. */
    Piece holes() {
        Piece holes = new Piece(grid, box);
        for (int k = 0; k < slices.length; k++) {
            if (any(slices[k])) holes.slices[k] = Holes.of(slices[k], box.width(), box.height());
        }
        return holes;
    }

    private double[] distanceTo(int k) {
        return Distance.squared(slices[k], true, box.width(), box.height(), spacing());
    }

    /** Distance to the nearest pixel outside, with a rim of such pixels round the box, mm². */
    private double[] distanceOutwards(int k) {
        int w = box.width();
        int h = box.height();
        boolean[] rimmed = new boolean[(w + 2) * (h + 2)];
        for (int y = 0; y < h; y++) System.arraycopy(slices[k], y * w, rimmed, (y + 1) * (w + 2) + 1, w);
        double[] d = Distance.squared(rimmed, false, w + 2, h + 2, spacing());
        double[] out = new double[w * h];
        for (int y = 0; y < h; y++) System.arraycopy(d, (y + 1) * (w + 2) + 1, out, y * w, w);
        return out;
    }

    private Spacing spacing() {
        return grid.spacing();
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
