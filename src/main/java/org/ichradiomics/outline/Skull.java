package org.ichradiomics.outline;

import java.util.Arrays;

import org.ichradiomics.region.PlaneDistance;
import org.ichradiomics.region.VoxelGrid;

/**
 * What lies inside the skull, slice by slice: bone is 150 HU and more, closed by one voxel; inside is what cannot be
 * left without crossing it. Where a slice has no closed skull, inside is what is 2 mm off the bone.
 */
final class Skull {

    static final double BONE = 150;
    private static final double AIR = -50;
    private static final double CLOSED = 400;
    private static final double OFF_BONE = 2;

    private Skull() {}

    /** Marks the voxels of one slice, which starts at a place of both arrays. */
    static void inside(float[] hu, boolean[] brain, int start, VoxelGrid grid) {
        int w = grid.nx();
        int h = grid.ny();
        boolean[] bone = new boolean[w * h];
        for (int p = 0; p < bone.length; p++) bone[p] = hu[start + p] >= BONE;
        boolean[] enclosed = grown(Holes.of(grown(bone, w, h), w, h), w, h);
        int pixels = 0;
        for (int p = 0; p < bone.length; p++) {
            enclosed[p] &= !bone[p];
            pixels += enclosed[p] ? 1 : 0;
        }
        if (pixels * grid.spacing().x() * grid.spacing().y() < CLOSED) offBone(bone, enclosed, grid);
        for (int p = 0; p < bone.length; p++) brain[start + p] = enclosed[p] && hu[start + p] > AIR;
    }

    private static void offBone(boolean[] bone, boolean[] inside, VoxelGrid grid) {
        if (!Piece.any(bone)) {
            Arrays.fill(inside, true);
            return;
        }
        double[] off = PlaneDistance.squared(bone, true, grid.nx(), grid.ny(), grid.spacing());
        for (int p = 0; p < inside.length; p++) inside[p] = off[p] > OFF_BONE * OFF_BONE;
    }

    /** With all eight neighbours of each pixel. */
    private static boolean[] grown(boolean[] set, int w, int h) {
        boolean[] grown = new boolean[set.length];
        for (int p = 0; p < set.length; p++) {
            if (set[p]) {
                for (int y = Math.max(0, p / w - 1); y <= Math.min(h - 1, p / w + 1); y++) {
                    int x0 = Math.max(0, p % w - 1);
                    Arrays.fill(grown, y * w + x0, y * w + Math.min(w - 1, p % w + 1) + 1, true);
                }
            }
        }
        return grown;
    }
}
