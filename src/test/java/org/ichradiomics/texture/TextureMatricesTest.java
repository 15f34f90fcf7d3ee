package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.region.LevelVolume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The examples drawn above the matrix classes, and formulas on matrices small enough to work out by hand. */
class TextureMatricesTest {

    @Test
    void pairsOfTheDrawnExample() {
        PairMatrix m =
                slice(3, 3, 1, 2, 2, 1, 2, 3, 0, 3, 3).pairs().rows().get(0).get(0);
        assertEquals(Map.of("1 2", 2L, "2 2", 1L, "2 3", 1L, "3 3", 1L), cells(m.triangle()));
        assertEquals(0.2, m.max());
        // p(1) = 0.2, p(2) = 0.5, p(3) = 0.3; |i − j| is 0 in 4 and 1 in 6 of 10.
        assertEquals(2.1, value(PairDescriptors.ALL, "cm_joint_avg", m), 1e-15);
        assertEquals(0.49, value(PairDescriptors.ALL, "cm_joint_var", m), 1e-15);
        assertEquals(0.6, value(PairDescriptors.ALL, "cm_contrast", m), 1e-15);
        assertEquals(0.24, value(PairDescriptors.ALL, "cm_diff_var", m), 1e-15);
        assertEquals(0.4 + 0.6 / (1 + 1 / 3.0), value(PairDescriptors.ALL, "cm_inv_diff_norm", m), 1e-15);
        assertEquals(0.6, value(PairDescriptors.ALL, "cm_inv_var", m), 1e-15);
    }

    @Test
    void theNormalisedDifferencesKnowTheHighestLevelOfTheWholeLesion() {
        PairMatrix low = TextureMatrices.of(LevelVolume.of(new int[] {1, 2, 9, 9}, 2, 1, 2), Approach.IN_SLICES)
                .pairs()
                .rows()
                .get(0)
                .get(0);
        assertEquals(1 / (1 + 1 / 9.0), value(PairDescriptors.ALL, "cm_inv_diff_norm", low), 1e-15);
    }

    @Test
    void theInformationOfPairsThatTellAllIsOneBit() {
        // p(1, 2) = p(2, 1) = 1/2: HX = 1, HXY = 1.
        PairMatrix m = slice(2, 1, 1, 2).pairs().rows().get(0).get(0);
        assertEquals(-1, value(PairDescriptors.ALL, "cm_info_corr1", m), 1e-15);
        assertEquals(Math.sqrt(1 - Math.exp(-2)), value(PairDescriptors.ALL, "cm_info_corr2", m), 1e-15);
        assertEquals(-1, value(PairDescriptors.ALL, "cm_corr", m), 1e-15);
    }

    @Test
    void runsOfTheDrawnExample() {
        CountMatrix m = slice(3, 2, 1, 1, 2, 2, 1, 0).runs().rows().get(0).get(0);
        assertEquals(Map.of("1 1", 1L, "1 2", 1L, "2 1", 2L), cells(m.cells()));
        assertEquals((1 + 1 / 4.0 + 2) / 4, value(CountFormula.RUN_LENGTH, "rlm_sre", m), 1e-15);
        assertEquals((4 + 4) / 4.0, value(CountFormula.RUN_LENGTH, "rlm_glnu", m), 1e-15);
        assertEquals((9 + 1) / 16.0, value(CountFormula.RUN_LENGTH, "rlm_rlnu_norm", m), 1e-15);
        assertEquals(4 / 5.0, value(CountFormula.RUN_LENGTH, "rlm_r_perc", m), 1e-15);
        assertEquals(1.5, value(CountFormula.RUN_LENGTH, "rlm_rl_entr", m), 1e-15);
    }

    @Test
    void aRunEndsWhereTheLesionDoes() {
        assertEquals(
                Map.of("7 1", 1L, "7 2", 1L),
                cells(slice(4, 1, 7, 0, 7, 7).runs().rows().get(0).get(0).cells()));
    }

    @Test
    void zonesOfTheDrawnExample() {
        TextureMatrices m = slice(3, 3, 1, 1, 2, 1, 2, 0, 1, 0, 1);
        assertEquals(
                Map.of("1 1", 1L, "1 4", 1L, "2 2", 1L),
                cells(m.zoneSizes().rows().get(0).get(0).cells()));
        assertEquals(
                Map.of("1 1", 2L, "2 1", 1L),
                cells(m.zoneDistances().rows().get(0).get(0).cells()));
    }

    @Test
    void zonesHangTogetherThroughTheVolumeButNotThroughSlices() {
        LevelVolume corners = LevelVolume.of(new int[] {5, 0, 0, 0, 0, 0, 0, 5}, 2, 2, 2);
        assertEquals(
                Map.of("5 2", 1L),
                cells(TextureMatrices.of(corners, Approach.IN_VOLUME)
                        .zoneSizes()
                        .rows()
                        .get(0)
                        .get(0)
                        .cells()));
        assertEquals(
                Map.of("5 1", 1L),
                cells(TextureMatrices.of(corners, Approach.IN_SLICES)
                        .zoneSizes()
                        .rows()
                        .get(1)
                        .get(0)
                        .cells()));
    }

    @Test
    void theDistanceIsThatFromTheMorphologicalMask() {
        // M has 5 × 5 voxels, R its middle alone.
        int[] levels = new int[25];
        levels[12] = 4;
        boolean[] mask = new boolean[25];
        Arrays.fill(mask, true);
        CountMatrix wide = TextureMatrices.of(LevelVolume.of(levels, mask, 5, 5, 1), Approach.IN_SLICES)
                .zoneDistances()
                .rows()
                .get(0)
                .get(0);
        CountMatrix narrow = TextureMatrices.of(LevelVolume.of(levels, 5, 5, 1), Approach.IN_SLICES)
                .zoneDistances()
                .rows()
                .get(0)
                .get(0);
        assertEquals(Map.of("4 3", 1L), cells(wide.cells()));
        assertEquals(Map.of("4 1", 1L), cells(narrow.cells()));
    }

    @Test
    void neighboursOfTheDrawnExample() {
        TextureMatrices m = slice(2, 2, 1, 1, 3, 0);
        ToneDifferenceMatrix tone = m.differences().rows().get(0).get(0);
        assertEquals(List.of(1, 3), List.of(tone.level(0), tone.level(1)));
        assertEquals(List.of(2L, 1L), List.of(tone.voxels(0), tone.voxels(1)));
        assertEquals(List.of(2.0, 2.0), List.of(tone.difference(0), tone.difference(1)));
        assertEquals(
                Map.of("1 2", 2L, "3 1", 1L),
                cells(m.dependences().rows().get(0).get(0).cells()));
        // p(1) = 2/3, p(3) = 1/3, Σ p s = 2, and 1 · 2/3 and 3 · 1/3 differ by 1/3, in both orders.
        assertEquals(0.5, value(ToneDifferenceDescriptors.ALL, "ngt_coarseness", tone), 1e-15);
        assertEquals(2 / (2 / 3.0), value(ToneDifferenceDescriptors.ALL, "ngt_busyness", tone), 1e-15);
        assertEquals(
                2 * (2 / 9.0) * 4 / 2 * (4 / 3.0), value(ToneDifferenceDescriptors.ALL, "ngt_contrast", tone), 1e-15);
        assertEquals(2 * 2 * 2 / 3.0, value(ToneDifferenceDescriptors.ALL, "ngt_complexity", tone), 1e-15);
        assertEquals(2 * 4 / 4.0, value(ToneDifferenceDescriptors.ALL, "ngt_strength", tone), 1e-15);
    }

    @Test
    void busynessHasNoValueWhereNothingChanges() {
        // i n(i) is 3 for level 1 and for level 3; in shares, 0.75 and 3 · 0.25.
        ToneDifferenceMatrix tone = new ToneDifferenceMatrix(new int[] {1, 3}, new long[] {3, 1}, new double[] {1, 1});
        assertTrue(Double.isNaN(value(ToneDifferenceDescriptors.ALL, "ngt_busyness", tone)));
    }

    @Test
    void aVoxelWithoutNeighboursIsNoToneButADependence() {
        TextureMatrices m = slice(4, 1, 2, 0, 5, 5);
        assertEquals(1, m.differences().rows().get(0).get(0).levels());
        assertEquals(
                Map.of("2 1", 1L, "5 2", 2L),
                cells(m.dependences().rows().get(0).get(0).cells()));
    }

    @Test
    void thereAreThirteenDirectionsAndNoTwoAreOpposite() {
        List<String> ends = new ArrayList<>();
        for (Direction d : Direction.IN_SPACE) {
            ends.add(d.dx() + " " + d.dy() + " " + d.dz());
            ends.add(-d.dx() + " " + -d.dy() + " " + -d.dz());
        }
        assertEquals(13, Direction.IN_SPACE.size());
        assertEquals(26, ends.stream().distinct().count());
    }

    private static TextureMatrices slice(int nx, int ny, int... levels) {
        return TextureMatrices.of(LevelVolume.of(levels, nx, ny, 1), Approach.IN_SLICES);
    }

    private static <M> double value(List<IbsiDescriptor<M>> descriptors, String tag, M matrix) {
        return descriptors.stream()
                .filter(d -> d.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .of(matrix);
    }

    private static Map<String, Long> cells(Cells cells) {
        Map<String, Long> map = new TreeMap<>();
        for (int c = 0; c < cells.size(); c++) map.put(cells.row(c) + " " + cells.column(c), (long) cells.count(c));
        return map;
    }
}
