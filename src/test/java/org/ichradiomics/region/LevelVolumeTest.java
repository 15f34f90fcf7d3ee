package org.ichradiomics.region;

import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Binning and LevelRegion. */
class LevelVolumeTest {

    @Test
    void holdsTheLevelsInsideAMarginOfOutside() {
        LevelVolume lesion = LevelVolume.of(new int[] {0, 4, 9, 4, 0, 0, 0, 0, 0, 0, 0, 2}, 3, 2, 2);
        assertEquals(4, lesion.size());
        assertEquals(9, lesion.count());
        assertEquals(3, lesion.codeCount());
        assertEquals(5 * 4 * 4, lesion.codes().length);
        StringBuilder levels = new StringBuilder();
        for (int place : lesion.voxels()) levels.append(lesion.level(lesion.codes()[place]));
        assertEquals("4942", levels.toString());
        assertEquals(0, lesion.level(lesion.codes()[lesion.voxels()[2] + lesion.step(-1, 0, 0)]));
        assertEquals(lesion.voxels()[0], lesion.step(2, 1, 1));
        assertEquals(List.of(new LevelVolume.Part(0, 3), new LevelVolume.Part(3, 4)), lesion.slices());
        assertEquals(3, lesion.longestLine());
    }

    @Test
    void theMorphologicalMaskMayBeLargerThanTheLesion() {
        LevelVolume lesion = LevelVolume.of(new int[] {0, 1, 0}, new boolean[] {true, true, false}, 3, 1, 1);
        int place = lesion.voxels()[0];
        assertTrue(lesion.inMask(place) && lesion.inMask(place - 1));
        assertFalse(lesion.inMask(place + 1) || lesion.inMask(place - 2));
        assertFalse(LevelVolume.of(new int[] {0, 1, 0}, 3, 1, 1).inMask(place - 1));
    }

    @Test
    void aRegionOfLevelsLiesOnTheBoxOfTheMorphologicalMask() throws Exception {
        Spacing mm = new Spacing(1, 1, 1);
        RandomAccessibleInterval<DoubleType> hu = ArrayImgs.doubles(new double[] {5, 500, 25, 99, 0, 5}, 6, 1, 1);
        Region mask =
                Region.of(hu, ArrayImgs.booleans(new boolean[] {false, true, true, true, true, false}, 6, 1, 1), mm);
        Region lesion =
                Region.of(hu, ArrayImgs.booleans(new boolean[] {false, false, true, true, true, false}, 6, 1, 1), mm);
        LevelVolume levels =
                LevelRegion.of(lesion, new Binning.FixedWidth(10), 0).within(mask);
        assertEquals(
                List.of(3, 10, 1),
                Arrays.stream(levels.voxels())
                        .mapToObj(place -> levels.level(levels.codes()[place]))
                        .toList());
        int first = levels.voxels()[0];
        assertTrue(levels.inMask(first - 1) && levels.codes()[first - 1] == 0);
        assertFalse(levels.inMask(first - 2));
        assertEquals(4, levels.longestLine());
    }

    @Test
    void refusesWhatIsNoLesion() {
        assertRefused("3 levels do not fill a box of 2 × 1 × 1", new int[3], null, 2);
        assertRefused("a lesion must have at least one voxel", new int[2], null, 2);
        assertRefused("a grey level must be from 1 to 65535, was -1", new int[] {-1, 1}, null, 2);
        assertRefused("a grey level must be from 1 to 65535, was 65536", new int[] {65536, 1}, null, 2);
        assertRefused("2 levels but a mask of 1 voxels", new int[] {1, 1}, new boolean[1], 2);
        assertRefused(
                "the lesion reaches beyond its morphological mask", new int[] {1, 1}, new boolean[] {true, false}, 2);
    }

    private static void assertRefused(String sentence, int[] levels, boolean[] mask, int nx) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> LevelVolume.of(levels, mask, nx, 1, 1));
        assertEquals(sentence, e.getMessage());
    }
}
