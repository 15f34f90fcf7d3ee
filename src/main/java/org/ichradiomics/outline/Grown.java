package org.ichradiomics.outline;

import java.util.function.IntConsumer;

import org.ichradiomics.region.VoxelGrid;

/** A bleed that was grown, with the limits that were used. */
public final class Grown {

    private final Piece piece;
    private final double low;
    private final double high;
    private final String how;

    Grown(Piece piece, double low, double high, String how) {
        this.how = how;
        this.piece = piece;
        this.low = low;
        this.high = high;
    }

    /** Lower limit that was used, HU of the scan smoothed by 0.7 mm. */
    public double low() {
        return low;
    }

    /** Upper limit that was used, HU of the scan smoothed by 0.7 mm. */
    public double high() {
        return high;
    }

    /** Number of voxels, at least 1. */
    public int voxels() {
        return piece.size();
    }

    /** Volume in mL. */
    public double millilitres() {
        return voxels() * grid().spacing().voxelVolume() / 1000;
    }

    /** The grid of the scan. */
    public VoxelGrid grid() {
        return piece.grid();
    }

    /** Hands out the voxels in raster order, by their place in it. */
    public void forEach(IntConsumer index) {
        piece.forEachPlace(index);
    }

    /** From which points, between which limits and how far, in words; points as the file counts them. */
    public String how() {
        return how;
    }

    Piece piece() {
        return piece;
    }
}
