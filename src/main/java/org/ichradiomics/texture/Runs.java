package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * Runs of one grey level along a direction, only through voxels of the lesion: IBSI's GLRLM (TP0I). Unlike the AK
 * catalogue's {@link RunLengthMatrix} a run ends where the lesion does, and its length is a number of voxels.
 */
final class Runs {

    private Runs() {}

    static MatrixGrid<CountMatrix> grid(LevelVolume lesion, Approach approach) {
        int[] number = new int[lesion.codes().length];
        return MatrixGrid.directional(lesion, approach, (part, direction) -> of(lesion, part, direction, number));
    }

    /** @param number room for each voxel's number in its run; what an earlier direction left there is not read */
    static CountMatrix of(LevelVolume lesion, LevelVolume.Part part, Direction direction, int[] number) {
        char[] codes = lesion.codes();
        int[] voxels = lesion.voxels();
        // Raster order comes to a run's voxels one after the other, whichever way the direction points.
        int back = Math.abs(lesion.step(direction.dx(), direction.dy(), direction.dz()));
        Tally tally = Tally.of(lesion.codeCount(), lesion.longestLine());
        for (int n = part.from(); n < part.to(); n++) {
            int at = voxels[n];
            char code = codes[at];
            number[at] = codes[at - back] == code ? number[at - back] + 1 : 1;
            tally.add(code, number[at]);
        }
        return new CountMatrix(lengths(tally.cells(lesion)), part.size());
    }

    /**
     * As many runs have length j or more as voxels are the j-th of their run; those of length j are those that do not
     * go on.
     */
    private static Cells lengths(Cells numbers) {
        Cells.Builder lengths = new Cells.Builder();
        for (int c = 0; c < numbers.size(); c++) {
            boolean longer = c + 1 < numbers.size() && numbers.row(c + 1) == numbers.row(c);
            double count = numbers.count(c) - (longer ? numbers.count(c + 1) : 0);
            if (count != 0) lengths.add(numbers.row(c), numbers.column(c), count);
        }
        return lengths.cells();
    }
}
