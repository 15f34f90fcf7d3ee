package org.ichradiomics.region;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.view.Views;

/**
 * The pieces of a mask: voxels that share a face, an edge or a corner belong to one.
 *
 * @param count 0 of an empty mask
 * @param voxels of all pieces
 * @param inLargest voxels of the largest
 * @param largest the largest alone, of equals the one that comes first in raster order; in the interval of the mask
 */
public record Pieces(int count, int voxels, int inLargest, BoxMask largest) {

    /** @param mask three-dimensional, from 0 on */
    public static Pieces of(RandomAccessibleInterval<? extends BooleanType<?>> mask) {
        VoxelBox box = new VoxelBox(
                (int) mask.min(0),
                (int) mask.min(1),
                (int) mask.min(2),
                (int) mask.dimension(0),
                (int) mask.dimension(1),
                (int) mask.dimension(2));
        boolean[] left = new boolean[box.size()];
        Cursor<? extends BooleanType<?>> cursor = Views.flatIterable(mask).cursor();
        int voxels = 0;
        for (int i = 0; i < left.length; i++) if (left[i] = cursor.next().get()) voxels++;
        int[] queue = new int[voxels];
        int count = 0;
        int end = 0;
        int first = 0;
        int most = 0;
        for (int i = 0; i < left.length; i++) {
            if (!left[i]) continue;
            int begin = end;
            end = fill(left, box, i, queue, begin);
            if (end - begin > most) {
                first = begin;
                most = end - begin;
            }
            count++;
        }
        boolean[] largest = new boolean[left.length];
        for (int k = first; k < first + most; k++) largest[queue[k]] = true;
        return new Pieces(count, voxels, most, new BoxMask(box, largest));
    }

    /** Takes a piece out of what is left and puts its voxels into the queue; returns where they end. */
    private static int fill(boolean[] left, VoxelBox box, int seed, int[] queue, int begin) {
        int end = begin;
        left[seed] = false;
        queue[end++] = seed;
        for (int next = begin; next < end; next++) {
            int x = queue[next] % box.nx();
            int y = queue[next] / box.nx() % box.ny();
            int z = queue[next] / box.nx() / box.ny();
            for (int atZ = Math.max(0, z - 1); atZ <= Math.min(box.nz() - 1, z + 1); atZ++) {
                for (int atY = Math.max(0, y - 1); atY <= Math.min(box.ny() - 1, y + 1); atY++) {
                    for (int atX = Math.max(0, x - 1); atX <= Math.min(box.nx() - 1, x + 1); atX++) {
                        int i = (atZ * box.ny() + atY) * box.nx() + atX;
                        if (!left[i]) continue;
                        left[i] = false;
                        queue[end++] = i;
                    }
                }
            }
        }
        return end;
    }
}
