package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.grey.LevelVolume;

/**
 * Zones of one grey level, joined over 26 neighbours (in slices 8), by size and by distance: IBSI's GLSZM (9SAK) and GLDZM
 * (VMDZ), which see the same zones.
 *
 * <pre>
 *   1 1 2      zones: level 1 of 4 voxels, level 2 of 2 (joined over the corner)
 *   1 2 ·             and level 1 of 1
 *   1 · 1
 * </pre>
 *
 * @param sizes     s(i, j): zones of level i with j voxels
 * @param distances s(i, j): zones of level i whose voxel nearest the border of the morphological mask has distance j
 */
record Zones(MatrixGrid<CountMatrix> sizes, MatrixGrid<CountMatrix> distances) {

    static Zones of(LevelVolume lesion, Approach approach) {
        // The codes of voxels that no zone holds yet.
        char[] open = lesion.codes().clone();
        int[] zone = new int[lesion.size()];
        int[] neighbours = Neighbours.of(lesion, approach);
        int[] distance = BorderDistance.of(lesion, approach);
        List<CountMatrix> sizes = new ArrayList<>();
        List<CountMatrix> distances = new ArrayList<>();
        for (LevelVolume.Part part : approach.parts(lesion)) {
            Tally bySize = Tally.of(lesion.codeCount(), part.size());
            Tally byDistance = Tally.of(lesion.codeCount(), lesion.longestLine());
            for (int n = part.from(); n < part.to(); n++) {
                int start = lesion.voxels()[n];
                char code = open[start];
                if (code == 0) continue;
                int size = flood(open, start, neighbours, zone);
                int nearest = distance[start];
                for (int v = 1; v < size; v++) nearest = Math.min(nearest, distance[zone[v]]);
                bySize.add(code, size);
                byDistance.add(code, nearest);
            }
            sizes.add(new CountMatrix(bySize.cells(lesion), part.size()));
            distances.add(new CountMatrix(byDistance.cells(lesion), part.size()));
        }
        return new Zones(MatrixGrid.plain(sizes), MatrixGrid.plain(distances));
    }

    /** Takes a zone out of the open voxels, lists its places, and tells how many there are. */
    private static int flood(char[] open, int start, int[] neighbours, int[] zone) {
        char code = open[start];
        open[start] = 0;
        zone[0] = start;
        int size = 1;
        for (int next = 0; next < size; next++) {
            int at = zone[next];
            for (int step : neighbours) {
                if (open[at + step] != code) continue;
                open[at + step] = 0;
                zone[size++] = at + step;
            }
        }
        return size;
    }
}
