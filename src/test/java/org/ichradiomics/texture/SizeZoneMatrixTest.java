package org.ichradiomics.texture;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SizeZoneMatrixTest {

    @Test
    void countsTheZonesOfTheDrawnExample() throws Exception {
        SizeZoneMatrix zones = zones(new double[] {40, 40, 41, 40, 41, 41, 0, 0, 40}, 3, 3, 1, "111111001");
        assertEquals((1600 + 1681 + 1600) / 3.0, zones.mean((g, s) -> g * g), 1e-9);
        // (40, 3), (41, 3), (40, 1): 41 hangs together through the corner's two sides.
        assertEquals((9 + 9 + 1) / 3.0, zones.mean((g, s) -> s * s), 1e-12);
        assertEquals((4 + 1) / 3.0, zones.levelNonuniformity(), 1e-12);
        assertEquals((4 + 1) / 3.0, zones.sizeNonuniformity(), 1e-12);
        assertEquals(3 / 41.0, zones.zonesPerLevel(), 1e-15);
    }

    @Test
    void diagonalNeighboursAreTwoZones() throws Exception {
        SizeZoneMatrix zones = zones(new double[] {40, 7, 7, 40}, 2, 2, 1, "1001");
        assertEquals(1, zones.mean((g, s) -> s), 1e-15);
    }

    @Test
    void halvesAreRoundedAwayFromZeroAndLevelsBelowOneAreNoZones() throws Exception {
        assertEquals(3, zones(new double[] {2.5}, 1, 1, 1, "1").mean((g, s) -> g));
        assertEquals(1, zones(new double[] {0.5}, 1, 1, 1, "1").mean((g, s) -> g));
        assertTrue(
                Double.isNaN(zones(new double[] {-0.5, 0.4, -7}, 3, 1, 1, "111").zonesPerLevel()));
    }

    @Test
    void theLargestSliceCountsAndOfEqualsTheLowest() throws Exception {
        assertEquals(
                20,
                zones(new double[] {10, 0, 20, 20, 30, 30}, 2, 1, 3, "101111").mean((g, s) -> g));
    }

    private static SizeZoneMatrix zones(double[] values, int nx, int ny, int nz, String mask) throws Exception {
        boolean[] inside = new boolean[values.length];
        for (int i = 0; i < inside.length; i++) inside[i] = mask.charAt(i) == '1';
        return SizeZoneMatrix.of(
                Region.of(
                        ArrayImgs.doubles(values, nx, ny, nz),
                        ArrayImgs.booleans(inside, nx, ny, nz),
                        new Spacing(1, 1, 1)),
                Discretisation.AK);
    }
}
