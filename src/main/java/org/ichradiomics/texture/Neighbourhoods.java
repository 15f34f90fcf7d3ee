package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * What the voxels of a lesion have around them, found in one pass: IBSI's NGTDM (IPET) and NGLDM (REK0).
 *
 * @param differences of the voxels' levels from the mean level of their neighbours in the lesion
 * @param dependences s(i, j): voxels of level i with j − 1 neighbours of the same level (coarseness α = 0)
 */
record Neighbourhoods(MatrixGrid<ToneDifferenceMatrix> differences, MatrixGrid<CountMatrix> dependences) {

    static Neighbourhoods of(LevelVolume lesion, Approach approach) {
        char[] codes = lesion.codes();
        int[] neighbours = Neighbours.of(lesion, approach);
        int[] levels = new int[lesion.codeCount() + 1];
        // A neighbour's level and, in the upper half, that there is one: one sum adds both up. Outside is 0 and adds
        // nothing.
        long[] presence = new long[levels.length];
        for (int code = 1; code < levels.length; code++) {
            levels[code] = lesion.level(code);
            presence[code] = 1L << 32 | levels[code];
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
                int same = 0;
                long around = 0;
                for (int step : neighbours) {
                    int other = codes[at + step];
                    around += presence[other];
                    same += other == code ? 1 : 0;
                }
                dependence.add(code, 1 + same);
                if (around == 0) continue;
                n[code]++;
                s[code] += Math.abs(levels[code] - (double) (int) around / (int) (around >>> 32));
            }
            differences.add(new ToneDifferenceMatrix(levels, n, s));
            dependences.add(new CountMatrix(dependence.cells(lesion), part.size()));
        }
        return new Neighbourhoods(MatrixGrid.plain(differences), MatrixGrid.plain(dependences));
    }
}
