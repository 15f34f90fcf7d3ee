package org.ichradiomics.shape;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MeshTest {

    private static final Spacing UNIT = new Spacing(1, 1, 1);

    @Test
    void oneVoxelIsAnOctahedron() throws Exception {
        Mesh mesh = Mesh.of(Masks.of(1, 1, 1, new Spacing(2, 3, 5), (x, y, z) -> true));
        assertEquals(2 * 3 * 5 / 6.0, mesh.volume(), 1e-14);
        assertEquals(2, mesh.extent(0));
        assertEquals(3, mesh.extent(1));
        assertEquals(5, mesh.extent(2));
    }

    @Test
    void aBoxIsItsVoxelsWithoutTheBevels() throws Exception {
        // n × n × n voxels: each of 12 edges loses a prism of half 1/2 × 1/2 along n − 1, each of 8 corners 1/8 − 1/48
        // of a cube.
        int n = 4;
        double expected = n * n * n - 12 * (n - 1) / 8.0 - 8 * (1 / 8.0 - 1 / 48.0);
        assertEquals(
                expected, Mesh.of(Masks.of(n, n, n, UNIT, (x, y, z) -> true)).volume(), 1e-12);
    }

    @Test
    void aBallHasTheVolumeOfABall() throws Exception {
        Mesh mesh = Mesh.of(Masks.ball(20, UNIT));
        assertEquals(4 * Math.PI * 20 * 20 * 20 / 3, mesh.volume(), 0.005 * mesh.volume());
        assertEquals(40.9, mesh.extent(0), 0.2);
    }

    @Test
    void sixCornersAroundAChainOfFourAreATriangleAndItsEars() {
        // A chain that turns twice, (0, 0, 1) – (0, 0, 0) – (1, 0, 0) – (1, 1, 0): the triangle 3√3/8, the ears √3/8,
        // √½/2 and √½/2.
        assertEquals(Math.sqrt(3) / 2 + Math.sqrt(0.5), Mesh.area(0b00011011, UNIT), 1e-15);
        // A voxel with its three neighbours: a hexagon in one plane.
        assertEquals(6 * Math.sqrt(3) / 8, Mesh.area(0b00010111, UNIT), 1e-15);
    }

    @RepeatedTest(40)
    void facesAreClosedAndTurnedOutwards(RepetitionInfo repetition) throws Exception {
        Region region = Masks.random(repetition.getCurrentRepetition(), UNIT);
        Map<String, Integer> edges = new HashMap<>();
        double[] six = {0};
        MarchingCubes.forEach(region, (kind, x, y, z) -> {
            for (int[][] t : Mesh.triangles(kind)) {
                int[][] at = Arrays.stream(t)
                        .map(c -> new int[] {c[0] + 2 * x, c[1] + 2 * y, c[2] + 2 * z})
                        .toArray(int[][]::new);
                for (int k = 0; k < 3; k++) {
                    String from = Arrays.toString(at[k]);
                    String to = Arrays.toString(at[(k + 1) % 3]);
                    boolean forward = from.compareTo(to) < 0;
                    edges.merge(forward ? from + to : to + from, forward ? 1 : -1, Integer::sum);
                }
                six[0] += at[0][0] * (at[1][1] * at[2][2] - at[1][2] * at[2][1])
                        + at[0][1] * (at[1][2] * at[2][0] - at[1][0] * at[2][2])
                        + at[0][2] * (at[1][0] * at[2][1] - at[1][1] * at[2][0]);
            }
        });
        assertTrue(edges.values().stream().allMatch(n -> n == 0), "each edge is walked as often one way as the other");
        assertTrue(six[0] > 0);
        assertEquals(six[0] / 48, Mesh.of(region).volume(), 1e-12);
    }
}
