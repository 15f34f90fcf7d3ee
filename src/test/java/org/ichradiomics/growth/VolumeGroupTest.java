package org.ichradiomics.growth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** {@link VolumeGroup} and {@link OuterLayer}. */
class VolumeGroupTest {

    /** Voxels of 0.1 × 0.1 × 1 mm, which no binary number is: exactly 3 and 10 mL belong above. */
    @ParameterizedTest
    @CsvSource({"299999, < 3 mL", "300000, 3-10 mL", "999999, 3-10 mL", "1000000, ≥ 10 mL"})
    void theLimitsAreExact(long voxels, String group) {
        assertEquals(
                group,
                VolumeGroup.of(new VoxelVolume(voxels, new Spacing(0.1, 0.1, 1)))
                        .text());
    }

    /** Of 5 × 5 voxels on a slice 16 lie outermost; of a ring all, with those round its hole. */
    @Test
    void theOuterLayerIsCountedSliceBySlice() {
        Spacing mm = new Spacing(1, 1, 5);
        assertEquals(
                16, OuterLayer.of(Shapes.of(5, 5, 1, mm, (x, y, z) -> true)).voxels());
        assertEquals(
                32, OuterLayer.of(Shapes.of(5, 5, 2, mm, (x, y, z) -> true)).voxels());
        assertEquals(
                8,
                OuterLayer.of(Shapes.of(3, 3, 1, mm, (x, y, z) -> x != 1 || y != 1))
                        .voxels());
    }
}
