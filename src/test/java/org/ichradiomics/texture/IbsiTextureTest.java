package org.ichradiomics.texture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.region.LevelVolume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IbsiTextureTest {

    private static final Path REFERENCE = Path.of("src/test/resources/ibsi/digital_phantom.csv");
    private static final IbsiTexture BOTH = IbsiTexture.of(EnumSet.allOf(Approach.class));

    @Test
    void hasExactlyTheFeaturesOfTheReferenceUnderTheirCodes() throws Exception {
        Set<String> families = Set.of("GLCM", "GLRLM", "GLSZM", "GLDZM", "NGTDM", "NGLDM");
        Set<String> reference = new HashSet<>();
        for (String line : Files.readAllLines(REFERENCE)) {
            String[] cells = line.split(",");
            if (!families.contains(cells[1])) continue;
            assertTrue(reference.add(String.join(" ", cells[1], cells[4], cells[5], cells[6], cells[7])), line);
        }
        assertEquals(408, reference.size());
        Set<String> declared = new HashSet<>();
        for (IbsiFeature f : BOTH.features()) {
            assertTrue(
                    declared.add(String.join(
                            " ",
                            f.family().text(),
                            f.id(),
                            f.tag(),
                            f.aggregation().text(),
                            f.aggregation().id())),
                    f.toString());
            assertEquals(f.tag() + "_" + f.aggregation().text(), f.column());
            assertFalse(f.name().isBlank() || f.formula().isBlank(), f.tag());
        }
        assertEquals(reference, declared);
    }

    @Test
    void anApproachAloneGivesTheSameBitsAsBothTogether() {
        Map<String, Double> both = measured(DigitalPhantom.lesion());
        int alone = 0;
        for (Approach approach : Approach.values()) {
            IbsiTexture one = IbsiTexture.of(EnumSet.of(approach));
            alone += one.features().size();
            measured(one, DigitalPhantom.lesion())
                    .forEach((name, value) -> assertSameBits(both.get(name), value, name));
        }
        assertEquals(both.size(), alone);
    }

    @Test
    void aFamilyAloneGivesTheSameBitsAsAllTogether() {
        Map<String, Double> all = measured(DigitalPhantom.lesion());
        int alone = 0;
        for (TextureFamily<?> family : TextureFamily.ALL) {
            IbsiTexture one = IbsiTexture.of(EnumSet.allOf(Approach.class), EnumSet.of(family.family()));
            alone += one.features().size();
            measured(one, DigitalPhantom.lesion()).forEach((name, value) -> assertSameBits(all.get(name), value, name));
        }
        assertEquals(all.size(), alone);
    }

    @Test
    void aWiderBoxAndAnotherThreadChangeNoBit() {
        LevelVolume lesion = random(11, 9, 5, 7, 1);
        Map<String, Double> alone = measured(lesion);
        int[] wide = new int[13 * 12 * 8];
        int[] narrow = levels(11, 9, 5, 7, 1);
        for (int i = 0; i < narrow.length; i++)
            wide[((i / 99 + 2) * 12 + i / 11 % 9 + 1) * 13 + i % 11 + 1] = narrow[i];
        assertSame(alone, measured(LevelVolume.of(wide, 13, 12, 8)));
        IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> measured(lesion))
                .toList()
                .forEach(m -> assertSame(alone, m));
    }

    /** 700 levels are more than a tally holds whole. */
    @Test
    void manyLevelsAreCountedAsWellAsFew() {
        int[] fine = levels(12, 12, 6, 700, 2);
        double contrast = 0;
        int pairs = 0;
        for (int i = 0; i < fine.length; i++) {
            if (i % 12 == 11 || fine[i] == 0 || fine[i + 1] == 0) continue;
            contrast += (double) (fine[i] - fine[i + 1]) * (fine[i] - fine[i + 1]);
            pairs++;
        }
        LevelVolume lesion = LevelVolume.of(fine, 12, 12, 6);
        PairMatrix along =
                PairMatrix.grid(lesion, Approach.IN_VOLUME).rows().get(0).get(0);
        assertEquals(contrast / pairs, along.sum((i, j, p) -> (i - j) * (i - j) * p), 1e-9 * contrast / pairs);
        assertEquals(1, along.sum((i, j, p) -> p), 1e-12);
        assertEquals(1, measured(lesion).get("ngl_dc_perc_3D"));
    }

    @Test
    void aSingleVoxelHasNoPairsAndNoNeighboursButARunAndAZone() {
        measured(LevelVolume.of(new int[] {3}, 1, 1, 1)).forEach((name, value) -> {
            boolean pairOrNeighbour = name.startsWith("cm_") || name.startsWith("ngt_");
            assertEquals(pairOrNeighbour, Double.isNaN(value), name);
            if (name.startsWith("rlm_hgre") || name.startsWith("szm_hgze")) assertEquals(9, value, name);
            if (name.endsWith("_entr_3D") && !pairOrNeighbour) assertSameBits(0.0, value, name);
        });
    }

    @Test
    void oneLevelHasTheValuesThatTheManualOrWeGive() {
        int[] levels = new int[27];
        Arrays.fill(levels, 2);
        Map<String, Double> measured = measured(LevelVolume.of(levels, 3, 3, 3));
        measured.forEach((name, value) -> assertTrue(Double.isFinite(value), name));
        assertEquals(1, measured.get("cm_corr_3D_avg"));
        assertSameBits(0.0, measured.get("cm_info_corr1_3D_mrg"), "cm_info_corr1");
        assertSameBits(0.0, measured.get("cm_info_corr2_3D_mrg"), "cm_info_corr2");
        assertSameBits(0.0, measured.get("cm_joint_entr_2D_avg"), "cm_joint_entr");
        assertEquals(1e6, measured.get("ngt_coarseness_3D"));
        for (String zero : List.of("ngt_contrast_3D", "ngt_busyness_3D", "ngt_complexity_2D", "ngt_strength_2.5D")) {
            assertEquals(0, measured.get(zero), zero);
        }
        assertEquals(27 * 27, measured.get("szm_lze_3D"));
        assertEquals(1, measured.get("dzm_sde_3D"));
    }

    @Test
    void oneSliceHasTheSameZonesAndNeighboursInTheSliceAsInTheVolume() {
        Map<String, Double> measured = measured(random(9, 8, 1, 4, 3));
        measured.forEach((name, value) -> {
            assertTrue(Double.isFinite(value), name);
            if (!name.endsWith("_3D") || name.startsWith("dzm_")) return;
            String stem = name.substring(0, name.length() - "_3D".length());
            assertSameBits(measured.get(stem + "_2D"), value, name);
            assertSameBits(measured.get(stem + "_2.5D"), value, name);
        });
        // In the volume every voxel of a single slice lies on the border.
        assertEquals(1, measured.get("dzm_lde_3D"));
        assertTrue(measured.get("dzm_lde_2D") > 1);
        assertSameBits(
                measured.get("cm_contrast_2D_smrg"),
                measured.get("cm_contrast_3D_mrg"),
                "merged over 4 of 13 directions that have pairs");
    }

    @Test
    void slicesWithoutAVoxelTakeNoPart() {
        int[] one = levels(6, 5, 1, 4, 4);
        int[] apart = new int[6 * 5 * 3];
        System.arraycopy(one, 0, apart, 0, 30);
        System.arraycopy(one, 0, apart, 60, 30);
        Map<String, Double> single = measured(LevelVolume.of(one, 6, 5, 1));
        Map<String, Double> twice = measured(LevelVolume.of(apart, 6, 5, 3));
        single.forEach((name, value) -> {
            if (name.endsWith("_2D") || name.contains("_2D_"))
                assertEquals(value, twice.get(name), 1e-15 * Math.abs(value), name);
        });
    }

    private static Map<String, Double> measured(LevelVolume lesion) {
        return measured(BOTH, lesion);
    }

    private static Map<String, Double> measured(IbsiTexture texture, LevelVolume lesion) {
        Map<String, Double> measured = new LinkedHashMap<>();
        List<Double> values = new ArrayList<>();
        texture.measure(lesion, values::add);
        assertEquals(texture.features().size(), values.size());
        for (int i = 0; i < values.size(); i++)
            measured.put(texture.features().get(i).column(), values.get(i));
        return measured;
    }

    private static LevelVolume random(int nx, int ny, int nz, int count, long seed) {
        return LevelVolume.of(levels(nx, ny, nz, count, seed), nx, ny, nz);
    }

    /** Levels 1..count, one place in eight outside. */
    private static int[] levels(int nx, int ny, int nz, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, nx * ny * nz)
                .map(i -> random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(count))
                .toArray();
    }

    private static void assertSame(Map<String, Double> expected, Map<String, Double> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, value) -> assertSameBits(value, actual.get(name), name));
    }

    private static void assertSameBits(double expected, double actual, String name) {
        assertEquals(
                Double.doubleToRawLongBits(expected),
                Double.doubleToRawLongBits(actual),
                name + ": " + expected + " and " + actual);
    }
}
