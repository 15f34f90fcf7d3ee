package org.ichradiomics.region;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@link VoxelGrid} and {@link Spacing}. */
class VoxelGridTest {

    @Test
    void rowsThenColumnsThenSlices() {
        VoxelGrid grid = new VoxelGrid(4, 3, 2, new Spacing(0.45, 0.5, 5));
        assertEquals(24, grid.size());
        assertEquals(0, grid.index(0, 0, 0));
        assertEquals(1, grid.index(1, 0, 0));
        assertEquals(4, grid.index(0, 1, 0));
        assertEquals(12, grid.index(0, 0, 1));
        assertEquals(23, grid.index(3, 2, 1));
        assertEquals(0.5, grid.spacing(1));
        assertEquals(1.125, grid.spacing().voxelVolume(), 1e-15);
    }

    /** NaN, too: no comparison with it is true. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 0.00009, 10001})
    void aDistanceThatNoScanHasIsRefused(double mm) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> new Spacing(0.5, mm, 5))
                .getMessage();
        assertTrue(sentence.contains("1.0E-4 to 10000.0"), sentence);
    }

    @Test
    void moreVoxelsThanAnArrayHoldsAreRefused() {
        Spacing mm = new Spacing(1, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new VoxelGrid(2048, 1024, 1024, mm));
        assertThrows(IllegalArgumentException.class, () -> new VoxelGrid(1, 0, 1, mm));
    }
}
