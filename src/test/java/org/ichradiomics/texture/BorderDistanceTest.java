package org.ichradiomics.texture;

import java.util.SplittableRandom;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BorderDistanceTest {

    private static final int NX = 13;
    private static final int NY = 11;
    private static final int NZ = 9;

    /** IBSI's definition, carried out: erode until nothing is left. */
    @ParameterizedTest
    @EnumSource
    void isTheNumberOfErosionsSurvivedAndOneMore(Approach approach) {
        SplittableRandom random = new SplittableRandom(5);
        int[] levels = new int[NX * NY * NZ];
        boolean[] mask = new boolean[levels.length];
        for (int i = 0; i < levels.length; i++) {
            mask[i] = random.nextInt(60) > 0;
            levels[i] = mask[i] && random.nextInt(3) > 0 ? 1 : 0;
        }
        LevelVolume lesion = LevelVolume.of(levels, mask, NX, NY, NZ);
        int[] distance = BorderDistance.of(lesion, approach);
        int most = 0;
        for (int erosions = 0; any(mask); erosions++) {
            boolean[] eroded = eroded(mask, approach);
            for (int i = 0; i < mask.length; i++) {
                if (!mask[i] || eroded[i]) continue;
                int place = lesion.step(i % NX + 1, i / NX % NY + 1, i / (NX * NY) + 1);
                assertEquals(erosions + 1, distance[place], "voxel " + i);
                most = erosions + 1;
            }
            mask = eroded;
        }
        assertTrue(most >= 4, "the mask is too ragged to tell: " + most);
    }

    private static boolean[] eroded(boolean[] mask, Approach approach) {
        boolean[] eroded = new boolean[mask.length];
        for (int z = 0, i = 0; z < NZ; z++) {
            for (int y = 0; y < NY; y++) {
                for (int x = 0; x < NX; x++, i++) {
                    eroded[i] = at(mask, x, y, z)
                            && at(mask, x - 1, y, z)
                            && at(mask, x + 1, y, z)
                            && at(mask, x, y - 1, z)
                            && at(mask, x, y + 1, z)
                            && (approach == Approach.IN_SLICES || at(mask, x, y, z - 1) && at(mask, x, y, z + 1));
                }
            }
        }
        return eroded;
    }

    private static boolean at(boolean[] mask, int x, int y, int z) {
        return x >= 0 && y >= 0 && z >= 0 && x < NX && y < NY && z < NZ && mask[(z * NY + y) * NX + x];
    }

    private static boolean any(boolean[] mask) {
        for (boolean m : mask) if (m) return true;
        return false;
    }
}
