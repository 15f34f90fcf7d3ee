package org.ichradiomics.growth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Volumes, groups and growth, above all exactly at a bound.
 *
 * <p>Covers VoxelVolume.
 */
class GrowthTest {

    /** 0.0012 mL and such: no binary number. */
    private static final Spacing CT = new Spacing(0.4883, 0.4883, 5);

    /** A voxel of 1 mm³ by numbers that have no binary form: their product is 1 only after rounding. */
    private static final Spacing CUBE = new Spacing(0.1, 2, 5);

    private static Growth growth(long before, Spacing there, long after, Spacing here) {
        return new Growth(new VoxelVolume(before, there), new VoxelVolume(after, here));
    }

    private static Spacing rounded(Spacing s) {
        return new Spacing((float) s.x(), (float) s.y(), (float) s.z());
    }

    @Test
    void volumeIsCountTimesVoxel() {
        Spacing spacing = new Spacing(0.5, 0.5, 5);
        assertEquals(1250.0 / 1000, new VoxelVolume(1000, spacing).millilitres());
        assertEquals(0, new VoxelVolume(0, spacing).millilitres());
        assertEquals(new VoxelVolume(3, spacing), VoxelVolume.of(Shapes.drawn(spacing, "#.#", "", "#")));
        assertThrows(IllegalArgumentException.class, () -> new VoxelVolume(-1, spacing));
    }

    @ParameterizedTest
    @CsvSource({"2999, < 3 mL", "3000, 3-10 mL", "9999, 3-10 mL", "10000, ≥ 10 mL", "1, < 3 mL", "200000, ≥ 10 mL"})
    void groups(long cubicMillimetres, String group) {
        assertEquals(
                group, VolumeGroup.of(new VoxelVolume(cubicMillimetres, CUBE)).text());
        assertEquals(
                group,
                VolumeGroup.of(new VoxelVolume(cubicMillimetres, rounded(CUBE))).text());
    }

    /** Counts that grow by exactly 33 %, one voxel less and one more; any voxel, so that no rounding can flip it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 24, 25, 251, 10_007, 5_000_000})
    void exactlyThirtyThreePercentOfVoxels(long hundreds) {
        for (Spacing spacing :
                new Spacing[] {CT, rounded(CT), CUBE, new Spacing(0.45, 0.45, 4.8), new Spacing(1.0 / 3, 1.0 / 3, 0.7)
                }) {
            assertEquals(
                    0, growth(100 * hundreds, spacing, 133 * hundreds, spacing).againstPercent(33));
            assertEquals(
                    -1,
                    growth(100 * hundreds, spacing, 133 * hundreds - 1, spacing).againstPercent(33));
            assertEquals(
                    1,
                    growth(100 * hundreds, spacing, 133 * hundreds + 1, spacing).againstPercent(33));
            assertEquals(
                    33, growth(100 * hundreds, spacing, 133 * hundreds, spacing).percent());
        }
    }

    /** The same in doubles would go wrong here: (V₁ − V₀) / V₀ < 0.33. */
    @Test
    void whereDoublesWouldFlip() {
        int flips = 0;
        for (long n = 1; n <= 400; n++) {
            Growth growth = growth(100 * n, CT, 133 * n, CT);
            double before = growth.before().millilitres();
            if ((growth.after().millilitres() - before) / before < 0.33) flips++;
            assertEquals(0, growth.againstPercent(33), n + " hundred voxels");
        }
        assertTrue(flips > 0, "this test says nothing");
    }

    /** 3 mL and 3.99 mL on other voxels, as written in decimals and as 32-bit numbers of a header. */
    @Test
    void exactlyThirtyThreePercentOfOtherVoxels() {
        Spacing first = new Spacing(0.5, 0.6, 5); // 2000 voxels = 3 mL
        Spacing second = new Spacing(0.4, 0.4, 2.5); // 9975 voxels = 3.99 mL
        for (Spacing before : new Spacing[] {first, rounded(first)}) {
            for (Spacing after : new Spacing[] {second, rounded(second)}) {
                assertEquals(0, growth(2000, before, 9975, after).againstPercent(33));
                assertEquals(-1, growth(2000, before, 9974, after).againstPercent(33));
                assertEquals(1, growth(2000, before, 9976, after).againstPercent(33));
                assertEquals(33, growth(2000, before, 9975, after).percent(), 1e-4);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 6000", "12.5, 12500", "1, 1000", "5.1, 5100"})
    void exactlySoManyMillilitres(double bound, long voxels) {
        for (Spacing spacing :
                new Spacing[] {CUBE, rounded(CUBE), new Spacing(0.2, 0.5, 10), rounded(new Spacing(0.2, 0.5, 10))}) {
            for (long before : new long[] {1, 7777, 123_456}) {
                assertEquals(
                        0, growth(before, spacing, before + voxels, spacing).againstMillilitres(bound));
                assertEquals(
                        -1,
                        growth(before, spacing, before + voxels - 1, spacing).againstMillilitres(bound));
                assertEquals(
                        1, growth(before, spacing, before + voxels + 1, spacing).againstMillilitres(bound));
            }
        }
        // Onto voxels of half the volume.
        Spacing half = rounded(new Spacing(0.1, 2, 2.5));
        assertEquals(0, growth(20_000, CUBE, 2 * (20_000 + voxels), half).againstMillilitres(bound));
        assertEquals(-1, growth(20_000, CUBE, 2 * (20_000 + voxels) - 1, half).againstMillilitres(bound));
        assertEquals(1, growth(20_000, CUBE, 2 * (20_000 + voxels) + 1, half).againstMillilitres(bound));
    }

    @Test
    void shrinkageAndNothingLeft() {
        Growth shrunk = growth(1000, CUBE, 400, CUBE);
        assertEquals(-0.6, shrunk.millilitres(), 1e-12);
        assertEquals(-60, shrunk.percent());
        assertEquals(-1, shrunk.againstPercent(33));
        assertEquals(-1, shrunk.againstMillilitres(0));
        Growth gone = growth(1000, CUBE, 0, CUBE);
        assertEquals(-100, gone.percent());
        assertEquals(-1, gone.millilitres(), 1e-12);
        Growth none = growth(1000, CUBE, 1000, CUBE);
        assertEquals(0, none.millilitres());
        assertEquals(0, none.againstMillilitres(0));
        // The same volume on other voxels is no growth.
        assertEquals(0, growth(1000, CUBE, 500, rounded(new Spacing(0.2, 2, 5))).againstMillilitres(0));
    }

    @Test
    void nothingBeforeHasNoPercentage() {
        Growth fresh = growth(0, CUBE, 10, CUBE);
        assertTrue(Double.isNaN(fresh.percent()));
        assertEquals(1, fresh.againstMillilitres(0));
        assertThrows(IllegalArgumentException.class, () -> fresh.againstPercent(33));
    }
}
