package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * The marching-cubes surface of a mask at level 0.5, the mask padded by one voxel: closed, its faces turned outwards.
 *
 * <p>Polygons are those of {@link MarchingCubes}. All vertices lie in the middle of a cube's edge or in its centre, so
 * in half voxels they are integers, and with them is everything that does not depend on angles: 6 V is a sum of
 * determinants a·(b × c), an integer in half voxels, and moving a face by o adds o·(a×b + b×c + c×a). So the volume,
 * too, is a sum over 256 kinds of cubes, and exact.
 *
 * @param volume V, mm³
 * @param area A, mm²
 * @param low of the vertices along each axis, in half voxels
 * @param high of the vertices along each axis, in half voxels
 * @param vertices those that may be corners of the convex hull, in half voxels
 */
record Mesh(Spacing spacing, double volume, double area, int[] low, int[] high, Outline vertices) {

    /** In half voxels, one triangle after the other: kind → triangle → corner → axis. */
    private static final int[][][][] TRIANGLES = triangles();

    /** The surface of a region. */
    static Mesh of(Region region) {
        return of(region, TRIANGLES);
    }

    /** @param triangles of each kind of cube, as {@link #triangles(int)} has them */
    static Mesh of(Region region, int[][][][] triangles) {
        Outline outline = new Outline(2 * region.box(1) + 2, 2 * region.box(2) + 2);
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        long[] six = {0};
        long[] count = new long[MarchingCubes.KINDS];
        MarchingCubes.forEach(region, (kind, x, y, z) -> {
            count[kind]++;
            for (int[][] t : triangles[kind]) {
                six[0] += Math.addExact(determinant(t), 2L * (x * normal(t, 0) + y * normal(t, 1) + z * normal(t, 2)));
                for (int[] corner : t) {
                    int[] at = {corner[0] + 2 * x, corner[1] + 2 * y, corner[2] + 2 * z};
                    outline.add(at[0], at[1], at[2]);
                    for (int d = 0; d < 3; d++) {
                        low[d] = Math.min(low[d], at[d]);
                        high[d] = Math.max(high[d], at[d]);
                    }
                }
            }
        });
        double volume = six[0] / 48.0 * region.spacing().voxelVolume(); // 6 V, and 2³ half voxels to the voxel
        return new Mesh(region.spacing(), volume, area(count, triangles, region.spacing()), low, high, outline);
    }

    private static double area(long[] count, int[][][][] triangles, Spacing spacing) {
        double area = 0;
        for (int kind = 0; kind < count.length; kind++) {
            if (count[kind] > 0) area += count[kind] * area(triangles[kind], spacing);
        }
        return area;
    }

    /** Area of the surface in one cube of a kind, mm². */
    static double area(int kind, Spacing spacing) {
        return area(TRIANGLES[kind], spacing);
    }

    private static double area(int[][][] triangles, Spacing spacing) {
        double area = 0;
        for (int[][] t : triangles)
            area += MarchingCubes.triangle(mm(t[0], spacing), mm(t[1], spacing), mm(t[2], spacing));
        return area;
    }

    private static double[] mm(int[] at, Spacing spacing) {
        return new double[] {at[0] / 2.0 * spacing.x(), at[1] / 2.0 * spacing.y(), at[2] / 2.0 * spacing.z()};
    }

    /** Distance between the outermost vertices along an axis (0, 1, 2), mm. */
    double extent(int axis) {
        return (high[axis] - low[axis]) / 2.0 * spacing.along(axis);
    }

    /** The vertices that may be corners of the convex hull, in half voxels. */
    int[][] outline() {
        return vertices.points();
    }

    /**
     * The triangles of a kind of cube whose first corner lies at the origin, in half voxels, seen anticlockwise from
     * outside.
     */
    static int[][][] triangles(int kind) {
        return TRIANGLES[kind];
    }

    private static int[][][][] triangles() {
        int[][][][] triangles = new int[MarchingCubes.KINDS][][][];
        for (int kind = 0; kind < MarchingCubes.KINDS; kind++) {
            int[][][] polygons = MarchingCubes.polygons(kind);
            List<int[][]> all = new ArrayList<>();
            for (int[][] polygon : polygons) cut(kind, polygon, all);
            triangles[kind] = all.toArray(int[][][]::new);
        }
        return triangles;
    }

    /**
     * Cuts a polygon into triangles. Three and four corners lie in a plane. Five lie in two that meet in a line through
     * the cube's centre, so that they can be fanned out from there. The six around a chain of four voxels are cut into
     * the triangle of every second corner and three at its sides, as the usual tables have it; which of the two such
     * triangles changes neither area nor volume. Other polygons of six and more, where a face is ambiguous, are fanned
     * out from the centre, and so divide what those tables join.
     */
    private static void cut(int kind, int[][] polygon, List<int[][]> triangles) {
        int corners = polygon.length;
        int[][] at = places(polygon);
        boolean outwards = outwards(kind, polygon, at);
        if (corners == 6 && Integer.bitCount(kind) == 4) {
            triangles.add(triangle(at[0], at[2], at[4], outwards));
            for (int k = 0; k < corners; k += 2)
                triangles.add(triangle(at[k], at[k + 1], at[(k + 2) % corners], outwards));
            return;
        }
        int[] from = corners <= 4 ? at[0] : new int[] {1, 1, 1};
        for (int k = corners <= 4 ? 1 : 0; k < (corners <= 4 ? corners - 1 : corners); k++) {
            triangles.add(triangle(from, at[k], at[(k + 1) % corners], outwards));
        }
    }

    /** The middles of a polygon's edges, in half voxels. */
    static int[][] places(int[][] polygon) {
        int[][] at = new int[polygon.length][3];
        for (int k = 0; k < at.length; k++) {
            for (int d = 0; d < 3; d++) at[k][d] = (polygon[k][0] >> d & 1) + (polygon[k][1] >> d & 1);
        }
        return at;
    }

    static int[][] triangle(int[] a, int[] b, int[] c, boolean outwards) {
        return outwards ? new int[][] {a, b, c} : new int[][] {a, c, b};
    }

    /** Whether the polygon's normal (Newell) points the way its edges go from inside to outside. */
    static boolean outwards(int kind, int[][] polygon, int[][] at) {
        int sum = 0;
        for (int k = 0; k < polygon.length; k++) {
            int[] a = at[k];
            int[] b = at[(k + 1) % polygon.length];
            for (int[] edge : polygon) {
                int in = (kind >> edge[0] & 1) == 1 ? edge[0] : edge[1];
                int out = in == edge[0] ? edge[1] : edge[0];
                for (int d = 0; d < 3; d++) {
                    int u = (d + 1) % 3;
                    int v = (d + 2) % 3;
                    sum += ((out >> d & 1) - (in >> d & 1)) * (a[u] * b[v] - a[v] * b[u]);
                }
            }
        }
        return sum > 0;
    }

    /** a·(b × c). */
    private static long determinant(int[][] t) {
        long sum = 0;
        for (int d = 0; d < 3; d++) {
            int u = (d + 1) % 3;
            int v = (d + 2) % 3;
            sum += (long) t[0][d] * (t[1][u] * t[2][v] - t[1][v] * t[2][u]);
        }
        return sum;
    }

    /** A component of a×b + b×c + c×a, twice the triangle's area along an axis. */
    private static int normal(int[][] t, int axis) {
        int u = (axis + 1) % 3;
        int v = (axis + 2) % 3;
        return (t[1][u] - t[0][u]) * (t[2][v] - t[0][v]) - (t[1][v] - t[0][v]) * (t[2][u] - t[0][u]);
    }
}
