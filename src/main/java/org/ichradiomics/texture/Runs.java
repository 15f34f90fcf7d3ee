package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.grey.LevelVolume;

/**
 * Runs of one grey level along a direction, only through voxels of the lesion: IBSI's GLRLM (TP0I). Unlike the AK catalogue's
 * {@link RunLengthMatrix} a run ends where the lesion does, and its length is a number of voxels.
 */
final class Runs {

    private Runs() {
    }

    static MatrixGrid<CountMatrix> grid(LevelVolume lesion, Approach approach) {
        return MatrixGrid.directional(lesion, approach, (part, direction) -> of(lesion, part, direction));
    }

    private static CountMatrix of(LevelVolume lesion, LevelVolume.Part part, Direction direction) {
        char[] codes = lesion.codes();
        int[] voxels = lesion.voxels();
        int ahead = lesion.step(direction.dx(), direction.dy(), direction.dz());
        Tally tally = Tally.of(lesion.codeCount(), lesion.longestLine());
        for (int n = part.from(); n < part.to(); n++) {
            int at = voxels[n];
            char code = codes[at];
            // The run was counted where it began.
            if (codes[at - ahead] == code) continue;
            int length = 1;
            for (at += ahead; codes[at] == code; at += ahead) length++;
            tally.add(code, length);
        }
        return new CountMatrix(tally.cells(lesion), part.size());
    }
}
