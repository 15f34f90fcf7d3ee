package org.ichradiomics.pyradiomics;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelMask;

/** How many pieces a mask has in which voxels share a side, an edge or a corner. */
final class Pieces {

    private Pieces() {}

    static int count(VoxelMask mask) {
        VoxelBox box = mask.box();
        // A margin of outside, so that no neighbour needs a test for the border.
        int row = box.nx() + 2;
        int plane = row * (box.ny() + 2);
        boolean[] open = new boolean[plane * (box.nz() + 2)];
        for (int i = 0; i < box.size(); i++) {
            int y = i / box.nx() % box.ny();
            int z = i / (box.nx() * box.ny());
            open[(z + 1) * plane + (y + 1) * row + i % box.nx() + 1] = mask.contains(i);
        }
        int[] places = new int[mask.count()];
        int pieces = 0;
        for (int start = 0; start < open.length; start++) {
            if (!open[start]) continue;
            pieces++;
            flood(open, start, row, plane, places);
        }
        return pieces;
    }

    private static void flood(boolean[] open, int start, int row, int plane, int[] places) {
        open[start] = false;
        places[0] = start;
        for (int next = 0, end = 1; next < end; next++) {
            for (int step = 0; step < 27; step++) {
                int other = places[next] + (step / 9 - 1) * plane + (step / 3 % 3 - 1) * row + step % 3 - 1;
                if (!open[other]) continue;
                open[other] = false;
                places[end++] = other;
            }
        }
    }
}
