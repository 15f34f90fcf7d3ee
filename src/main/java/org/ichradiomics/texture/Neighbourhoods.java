package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * What the voxels of a lesion have around them, found in one pass: IBSI's NGTDM (IPET) and NGLDM (REK0).
 *
 * @param differences of the voxels' levels from the mean level of their neighbours in the lesion
 * @param dependences s(i, j): voxels of level i with j − 1 neighbours of the same level (or one that differs by α at
 *     the most)
 */
record Neighbourhoods(MatrixGrid<ToneDifferenceMatrix> differences, MatrixGrid<CountMatrix> dependences) {

    /** Of the nearest neighbours, with coarseness α = 0. */
    static Neighbourhoods of(LevelVolume lesion, Approach approach) {
        return of(lesion, approach, Neighbours.of(lesion, approach), 0, false);
    }

    /**
     * @param neighbours both of each opposite pair
     * @param countsAlone whether a voxel without a neighbour counts, as one that differs from none
     */
    static Neighbourhoods of(
            LevelVolume lesion, Approach approach, int[] neighbours, int coarseness, boolean countsAlone) {
        char[] codes = lesion.codes();
        int[] levels = new int[lesion.codeCount() + 1];
        // A neighbour's level and, in the upper half, that there is one: one sum adds both up. Outside is 0 and adds
        // nothing.
        long[] presence = new long[levels.length];
        for (int code = 1; code < levels.length; code++) {
            levels[code] = lesion.level(code);
            presence[code] = 1L << 32 | levels[code];
        }
        // Codes rise with their levels: those that are like a code lie between two others.
        int[] like = new int[levels.length];
        int[] unlike = new int[levels.length];
        for (int code = 1, from = 1, to = 1; code < levels.length; code++) {
            while (levels[code] - levels[from] > coarseness) from++;
            while (to < levels.length && levels[to] - levels[code] <= coarseness) to++;
            like[code] = from;
            unlike[code] = to;
        }
        List<ToneDifferenceMatrix> differences = new ArrayList<>();
        List<CountMatrix> dependences = new ArrayList<>();
        for (LevelVolume.Part part : approach.parts(lesion)) {
            Tally dependence = Tally.of(lesion.codeCount(), neighbours.length + 1);
            long[] n = new long[levels.length];
            double[] s = new double[levels.length];
            for (int v = part.from(); v < part.to(); v++) {
                int at = lesion.voxels()[v];
                int code = codes[at];
                int lowest = like[code];
                int highest = unlike[code];
                int same = 0;
                long around = 0;
                for (int step : neighbours) {
                    int other = codes[at + step];
                    around += presence[other];
                    same += other >= lowest && other < highest ? 1 : 0;
                }
                dependence.add(code, 1 + same);
                if (around != 0 || countsAlone) n[code]++;
                if (around == 0) continue;
                s[code] += Math.abs(levels[code] - (double) (int) around / (int) (around >>> 32));
            }
            differences.add(new ToneDifferenceMatrix(levels, n, s));
            dependences.add(new CountMatrix(dependence.cells(lesion), part.size()));
        }
        return new Neighbourhoods(MatrixGrid.plain(differences), MatrixGrid.plain(dependences));
    }
}
