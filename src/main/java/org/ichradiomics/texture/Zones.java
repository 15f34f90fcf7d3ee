package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * Zones of one grey level, joined over 26 neighbours (in slices 8), by size and by distance: IBSI's GLSZM (9SAK) and
 * GLDZM (VMDZ), which see the same zones.
 *
 * <pre>
 *   1 1 2      zones: level 1 of 4 voxels, level 2 of 2 (joined over the corner)
 *   1 2 ·             and level 1 of 1
 *   1 · 1
 * </pre>
 *
 * The voxels are kept zone after zone, and counted by size or by distance when that is asked for.
 *
 * @param places of the lesion's voxels, zone after zone, in the order of the zones' first voxels
 * @param starts where in {@code places} each zone begins, and where the last one ends
 */
record Zones(LevelVolume lesion, Approach approach, int[] places, int[] starts) {

    static Zones of(LevelVolume lesion, Approach approach) {
        return of(lesion, approach, Neighbours.of(lesion, approach));
    }

    /** @param neighbours over which zones are joined, both of each opposite pair, rising */
    static Zones of(LevelVolume lesion, Approach approach, int[] neighbours) {
        // The codes of voxels that no zone holds yet.
        char[] open = lesion.codes().clone();
        int[] places = new int[lesion.size()];
        int[] starts = new int[lesion.size() + 1];
        int zones = 0;
        int end = 0;
        for (int start : lesion.voxels()) {
            if (open[start] == 0) continue;
            end = flood(open, start, neighbours, places, end);
            starts[++zones] = end;
        }
        return new Zones(lesion, approach, places, Arrays.copyOf(starts, zones + 1));
    }

    /** s(i, j): zones of level i with j voxels. */
    MatrixGrid<CountMatrix> sizes() {
        return count(part -> part.size(), zone -> starts[zone + 1] - starts[zone]);
    }

    /** s(i, j): zones of level i whose voxel nearest the border of the morphological mask has distance j. */
    MatrixGrid<CountMatrix> distances() {
        int[] distance = BorderDistance.of(lesion, approach);
        return count(part -> lesion.longestLine(), zone -> {
            int nearest = distance[places[starts[zone]]];
            for (int v = starts[zone] + 1; v < starts[zone + 1]; v++) nearest = Math.min(nearest, distance[places[v]]);
            return nearest;
        });
    }

    private MatrixGrid<CountMatrix> count(ToIntFunction<LevelVolume.Part> highest, IntUnaryOperator measure) {
        List<CountMatrix> matrices = new ArrayList<>();
        int zone = 0;
        for (LevelVolume.Part part : approach.parts(lesion)) {
            Tally tally = Tally.of(lesion.codeCount(), highest.applyAsInt(part));
            // A zone does not leave its part, so parts too follow one another.
            for (; starts[zone] < part.to(); zone++)
                tally.add(lesion.codes()[places[starts[zone]]], measure.applyAsInt(zone));
            matrices.add(new CountMatrix(tally.cells(lesion), part.size()));
        }
        return MatrixGrid.plain(matrices);
    }

    /** Takes a zone out of the open voxels, lists its places from an index on, and tells where the list ends. */
    private static int flood(char[] open, int start, int[] neighbours, int[] places, int from) {
        char code = open[start];
        open[start] = 0;
        places[from] = start;
        int end = from + 1;
        // The neighbours before the first voxel belong to zones found earlier.
        int first = neighbours.length / 2;
        for (int next = from; next < end; next++) {
            int at = places[next];
            for (int k = first; k < neighbours.length; k++) {
                int other = at + neighbours[k];
                if (open[other] != code) continue;
                open[other] = 0;
                places[end++] = other;
            }
            first = 0;
        }
        return end;
    }
}
