package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConvexHullTest {

    private static final Spacing UNIT = new Spacing(1, 1, 1);

    @Test
    void ofAFullGridIsACube() {
        List<int[]> points = new ArrayList<>();
        for (int i = 0; i < 343; i++) points.add(new int[] {i % 7, i / 7 % 7, i / 49});
        ConvexHull hull = ConvexHull.of(points.toArray(int[][]::new), new Spacing(1, 2, 3));
        assertEquals(3 * 6 * 9, hull.volume(), 1e-12);
        assertEquals(2 * (3 * 6 + 6 * 9 + 9 * 3), hull.area(), 1e-12);
        assertEquals(Math.sqrt(9 + 36 + 81), hull.diameter(), 1e-14);
        assertEquals(3, hull.normals().length);
    }

    @Test
    void ofAConvexMeshIsTheMesh() throws Exception {
        Mesh mesh = Mesh.of(Masks.of(4, 5, 6, new Spacing(0.5, 0.7, 3), (x, y, z) -> true));
        ConvexHull hull = ConvexHull.of(mesh);
        assertEquals(mesh.volume(), hull.volume(), 1e-10);
        assertEquals(mesh.area(), hull.area(), 1e-10);
    }

    /** Few coordinates, so that most points share planes and lines with many others. */
    @RepeatedTest(200)
    void holdsEveryPointAndIsClosed(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int range = 2 + random.nextInt(12);
        List<int[]> points = new ArrayList<>(List.of(
                new int[] {0, 0, 0}, new int[] {range, 0, 1}, new int[] {0, range, 1}, new int[] {1, 1, range}));
        for (int i = random.nextInt(300); i > 0; i--) {
            int[] p = {random.nextInt(range), random.nextInt(range), random.nextInt(range)};
            if (points.stream().noneMatch(q -> Arrays.equals(p, q))) points.add(p);
        }
        ConvexHull hull = ConvexHull.of(points.toArray(int[][]::new), UNIT);
        double diameter = 0;
        for (int[] p : points) {
            for (int[] q : points)
                diameter = Math.max(
                        diameter, Math.sqrt(square(p[0] - q[0]) + square(p[1] - q[1]) + square(p[2] - q[2])) / 2);
        }
        assertEquals(diameter, hull.diameter(), 1e-12);
        assertTrue(hull.holds(points), "every point is inside");
        // Volume does not depend on where the origin lies if and only if the hull is closed.
        int[][] moved = points.stream()
                .map(p -> new int[] {p[0] + 100, p[1] - 40, p[2] + 7})
                .toArray(int[][]::new);
        assertEquals(hull.volume(), ConvexHull.of(moved, UNIT).volume(), 1e-12);
        assertTrue(hull.volume() > 0);
    }

    @RepeatedTest(60)
    void diameterAgreesWithAllPairsOfVertices(RepetitionInfo repetition) throws Exception {
        Spacing spacing = new Spacing(0.45, 0.6, 5);
        Region region = Masks.random(repetition.getCurrentRepetition(), spacing);
        List<double[]> vertices = new ArrayList<>();
        MarchingCubes.forEach(region, (kind, x, y, z) -> {
            for (int[][] t : Mesh.triangles(kind)) {
                for (int[] c : t)
                    vertices.add(new double[] {(c[0] / 2.0 + x) * 0.45, (c[1] / 2.0 + y) * 0.6, (c[2] / 2.0 + z) * 5});
            }
        });
        double expected = 0;
        for (double[] a : vertices) {
            for (double[] b : vertices)
                expected = Math.max(expected, square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
        }
        assertEquals(Math.sqrt(expected), ConvexHull.of(Mesh.of(region)).diameter(), 1e-12);
    }

    private static double square(double x) {
        return x * x;
    }
}
