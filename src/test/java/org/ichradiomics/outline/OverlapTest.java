package org.ichradiomics.outline;

import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OverlapTest {

    private static final VoxelGrid GRID = new VoxelGrid(6, 1, 1, new Spacing(0.5, 1, 5));

    @Test
    void twoBarsSideBySide() {
        // A at 0, 1, 2 and B at 2, 3 times 0.5 mm: distances 1, 0.5, 0 and 0, 0.5; the 95th percentile is 0.95 mm
        Overlap overlap = Overlap.of(bar(0, 3), bar(2, 4), GRID);
        assertEquals(0.4, overlap.dice(), 1e-15);
        assertEquals(50, overlap.volumeError(), 1e-12);
        assertEquals(0.95, overlap.hd95(), 1e-12);
    }

    @Test
    void nothingHasNoDistance() {
        assertTrue(Double.isNaN(Overlap.of(bar(0, 0), bar(2, 4), GRID).hd95()));
        assertEquals(0, Overlap.of(bar(0, 0), bar(2, 4), GRID).dice());
    }

    private static boolean[] bar(int from, int to) {
        boolean[] bar = new boolean[6];
        for (int i = from; i < to; i++) {
            bar[i] = true;
        }
        return bar;
    }
}
