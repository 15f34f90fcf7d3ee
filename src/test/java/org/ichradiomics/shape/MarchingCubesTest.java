package org.ichradiomics.shape;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MarchingCubesTest {

    private static final Spacing UNIT = new Spacing(1, 1, 1);

    @Test
    void oneVoxelIsAnOctahedron() throws Exception {
        assertEquals(Math.sqrt(3), MarchingCubes.area(region("1", 1, 1, 1, UNIT)), 1e-14);
    }

    @Test
    void twoVoxelsThatShareAnEdgeAreTwoOctahedra() throws Exception {
        assertEquals(2 * Math.sqrt(3), MarchingCubes.area(region("1001", 2, 2, 1, UNIT)), 1e-14);
    }

    @Test
    void aSlabHasItsFacesAndBevels() throws Exception {
        // n × n × 1 voxels: two squares of side n − 1, a bevel of width √½ along 4 (n − 1) edges above and below,
        // corners √3/8 each.
        int n = 5;
        double expected = 2 * (n - 1) * (n - 1) + 8 * (n - 1) * Math.sqrt(0.5) + 8 * Math.sqrt(3) / 8;
        assertEquals(expected, MarchingCubes.area(region("1".repeat(n * n), n, n, 1, UNIT)), 1e-12);
    }

    @Test
    void areaGrowsWithTheSquareOfTheSpacing() throws Exception {
        String mask = "110100111010110101";
        double one = MarchingCubes.area(region(mask, 3, 3, 2, new Spacing(0.5, 0.7, 3)));
        assertEquals(9 * one, MarchingCubes.area(region(mask, 3, 3, 2, new Spacing(1.5, 2.1, 9))), 1e-11);
    }

    @Test
    void complementaryCubesWithoutAmbiguousFacesHaveOneSurface() {
        for (int kind = 0; kind < 256; kind++) {
            if (Integer.bitCount(kind) == 1)
                assertEquals(MarchingCubes.area(kind, UNIT), MarchingCubes.area(255 - kind, UNIT), 1e-15);
        }
        assertEquals(0, MarchingCubes.area(0, UNIT));
        assertEquals(0, MarchingCubes.area(255, UNIT));
    }

    @Test
    void areasOfTheKindsAreThoseOfItk() {
        // ITK 5.2.1 BinaryMask3DMeshSource on single cubes' contributions, spacing 1: a corner, an edge, three corners
        // of a face, a face,
        // and two diagonal corners left out of a face.
        assertEquals(Math.sqrt(3) / 8, MarchingCubes.area(0b00000001, UNIT), 1e-15);
        assertEquals(Math.sqrt(0.5), MarchingCubes.area(0b00000011, UNIT), 1e-15);
        assertEquals(1, MarchingCubes.area(0b00001111, UNIT), 1e-15);
        assertEquals(2 * Math.sqrt(3) / 8, MarchingCubes.area(0b00001001, UNIT), 1e-15);
    }

    private static Region region(String mask, int nx, int ny, int nz, Spacing spacing) throws Exception {
        boolean[] inside = new boolean[mask.length()];
        for (int i = 0; i < inside.length; i++) inside[i] = mask.charAt(i) == '1';
        return Region.of(
                ArrayImgs.doubles(new double[inside.length], nx, ny, nz),
                ArrayImgs.booleans(inside, nx, ny, nz),
                spacing);
    }
}
