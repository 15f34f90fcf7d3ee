package org.ichradiomics.region;

import java.util.Arrays;

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
        BoxMask all = mask instanceof BoxMask own ? own : copy(mask);
        Runs runs = new Runs(all);
        int largest = 0;
        int count = 0;
        int voxels = 0;
        for (int run = 0; run < runs.count; run++) {
            voxels += runs.to[run] - runs.from[run];
            if (runs.piece(run) != run) continue;
            count++;
            if (runs.voxels[run] > runs.voxels[largest]) largest = run;
        }
        return count < 2
                ? new Pieces(count, voxels, voxels, all)
                : new Pieces(count, voxels, runs.voxels[largest], runs.mask(largest));
    }

    private static BoxMask copy(RandomAccessibleInterval<? extends BooleanType<?>> mask) {
        VoxelBox box = new VoxelBox(
                (int) mask.min(0),
                (int) mask.min(1),
                (int) mask.min(2),
                (int) mask.dimension(0),
                (int) mask.dimension(1),
                (int) mask.dimension(2));
        boolean[] inside = new boolean[box.size()];
        Cursor<? extends BooleanType<?>> cursor = Views.flatIterable(mask).cursor();
        for (int i = 0; i < inside.length; i++) inside[i] = cursor.next().get();
        return new BoxMask(box, inside);
    }

    /** Neighbours in a row, in raster order; each piece goes by its first. */
    private static final class Runs {

        private final BoxMask mask;
        private final int[] begins;
        private int[] from = new int[64];
        private int[] to = new int[64];
        private int[] joined = new int[64];
        private int[] voxels = new int[64];
        private int count;

        Runs(BoxMask mask) {
            this.mask = mask;
            VoxelBox box = mask.box();
            begins = new int[box.ny() * box.nz() + 1];
            for (int row = 0; row < box.ny() * box.nz(); row++) {
                find(row * box.nx(), (row + 1) * box.nx());
                begins[row + 1] = count;
                int y = row % box.ny();
                if (y > 0) join(row, row - 1);
                if (row < box.ny()) continue;
                for (int other = Math.max(0, y - 1); other <= Math.min(box.ny() - 1, y + 1); other++)
                    join(row, row - box.ny() - y + other);
            }
            for (int run = 0; run < count; run++) voxels[piece(run)] += to[run] - from[run];
        }

        private void find(int begin, int end) {
            for (int i = begin; i < end; i++) {
                if (!mask.isInside(i)) continue;
                if (count == from.length) {
                    from = Arrays.copyOf(from, 2 * count);
                    to = Arrays.copyOf(to, 2 * count);
                    joined = Arrays.copyOf(joined, 2 * count);
                    voxels = Arrays.copyOf(voxels, 2 * count);
                }
                from[count] = i;
                while (i < end && mask.isInside(i)) i++;
                to[count] = i;
                joined[count] = count++;
            }
        }

        /** Joins runs of two rows that touch, be it at a corner. */
        private void join(int row, int other) {
            int shift = (row - other) * mask.box().nx();
            for (int a = begins[row], b = begins[other]; a < begins[row + 1] && b < begins[other + 1]; ) {
                if (from[a] <= to[b] + shift && from[b] + shift <= to[a]) {
                    int one = piece(a);
                    int two = piece(b);
                    joined[Math.max(one, two)] = Math.min(one, two);
                }
                if (to[a] < to[b] + shift) a++;
                else b++;
            }
        }

        int piece(int run) {
            int first = run;
            while (joined[first] != first) first = joined[first];
            return joined[run] = first;
        }

        BoxMask mask(int piece) {
            boolean[] inside = new boolean[mask.box().size()];
            for (int run = 0; run < count; run++)
                if (piece(run) == piece) Arrays.fill(inside, from[run], to[run], true);
            return new BoxMask(mask.box(), inside);
        }
    }
}
