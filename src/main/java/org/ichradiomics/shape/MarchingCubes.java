package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * The area of the marching-cubes surface of a mask at level 0.5, the mask padded by one voxel (Lorensen and Cline
 * 1987).
 *
 * <p>On a 0/1 mask all vertices lie in the middle of the cube's edges, so a cube's area depends on nothing but which of
 * its eight corners are inside and the spacing. The surface is therefore Σ (number of cubes of a kind) × (area of that
 * kind), over 256 kinds; no triangle is kept, and the order of the sum is always the same.
 *
 * <p>A cube's polygons follow from its faces: on each face, the middles of two edges are joined where the surface cuts
 * it; on an ambiguous face (two diagonal corners inside) each inside corner is cut off by itself, which leaves no holes
 * between cubes. Polygons of five and more corners are fanned out from the cube's centre. This gives the areas of ITK
 * 5.2.1 {@code BinaryMask3DMeshSource} for all 256 kinds.
 */
final class MarchingCubes {

    static final int KINDS = 256;

    /**
     * For each kind of cube its polygons; a polygon is a list of edges, an edge a pair of corners as bits x + 2y + 4z.
     */
    private static final int[][][][] POLYGONS = polygons();

    private MarchingCubes() {}

    /** mm². */
    static double area(Region region) {
        long[] count = new long[KINDS];
        forEach(region, (kind, x, y, z) -> count[kind]++);
        double area = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            if (count[kind] > 0) area += count[kind] * area(kind, region.spacing());
        }
        return area;
    }

    /** Area of the surface in one cube of a kind (bit x + 2y + 4z set: that corner is inside), mm². */
    static double area(int kind, Spacing spacing) {
        double area = 0;
        for (int[][] polygon : POLYGONS[kind]) {
            int n = polygon.length;
            double[] from = n <= 4
                    ? middle(polygon[0], spacing)
                    : new double[] {spacing.x() / 2, spacing.y() / 2, spacing.z() / 2};
            for (int k = 0; k < n; k++)
                area += triangle(from, middle(polygon[k], spacing), middle(polygon[(k + 1) % n], spacing));
        }
        return area;
    }

    /** The polygons of a kind; a polygon is a list of edges, an edge a pair of corners as bits x + 2y + 4z. */
    static int[][][] polygons(int kind) {
        return POLYGONS[kind];
    }

    /** What hears of every cube that the surface cuts. */
    @FunctionalInterface
    interface CubeConsumer {

        /** The cube's first corner is the voxel (x − 1, y − 1, z − 1) of the box. */
        void accept(int kind, int x, int y, int z);
    }

    /** Visits the cubes that the surface cuts, in raster order. */
    static void forEach(Region region, CubeConsumer consumer) {
        int nx = region.box(0) + 2;
        int ny = region.box(1) + 2;
        byte[] below = new byte[nx * ny];
        byte[] above = new byte[nx * ny];
        int next = 0;
        for (int z = 0; z <= region.box(2); z++) {
            Arrays.fill(above, (byte) 0);
            next = plane(region, z, next, above, nx);
            for (int y = 0; y < ny - 1; y++) {
                int left = 0; // the corners with x = 0 of the next cube are those with x = 1 of this one
                for (int x = 0, i = y * nx + 1; x < nx - 1; x++, i++) {
                    int right = below[i] | below[i + nx] << 2 | above[i] << 4 | above[i + nx] << 6;
                    int kind = left | right << 1;
                    left = right;
                    if (kind > 0 && kind < KINDS - 1) consumer.accept(kind, x, y, z);
                }
            }
            byte[] swap = below;
            below = above;
            above = swap;
        }
    }

    /** Sets the voxels of one slice of the box in a padded plane; returns the first voxel of the next slice. */
    private static int plane(Region region, int slice, int first, byte[] plane, int nx) {
        int begin = slice * region.box(0) * region.box(1);
        int end = begin + region.box(0) * region.box(1);
        int margin = nx + 1 - begin;
        int rowEnd = begin + region.box(0);
        int i = first;
        for (; i < region.size() && region.position(i) < end; i++) {
            int p = region.position(i);
            for (; p >= rowEnd; rowEnd += region.box(0)) margin += 2;
            plane[p + margin] = 1;
        }
        return i;
    }

    private static double[] middle(int[] edge, Spacing spacing) {
        double[] middle = new double[3];
        for (int d = 0; d < 3; d++) middle[d] = ((edge[0] >> d & 1) + (edge[1] >> d & 1)) / 2.0 * spacing.along(d);
        return middle;
    }

    /** Area of a triangle. */
    static double triangle(double[] a, double[] b, double[] c) {
        double ux = b[0] - a[0];
        double uy = b[1] - a[1];
        double uz = b[2] - a[2];
        double vx = c[0] - a[0];
        double vy = c[1] - a[1];
        double vz = c[2] - a[2];
        double x = uy * vz - uz * vy;
        double y = uz * vx - ux * vz;
        double z = ux * vy - uy * vx;
        return Math.sqrt(x * x + y * y + z * z) / 2;
    }

    private static int[][][][] polygons() {
        int[][][][] polygons = new int[KINDS][][][];
        for (int kind = 0; kind < KINDS; kind++) polygons[kind] = joined(segments(kind));
        return polygons;
    }

    /** The segments in which the surface cuts the six faces of a cube, each from edge to edge. */
    private static List<int[][]> segments(int kind) {
        List<int[][]> segments = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            int u = 1 << (axis + 1) % 3;
            int v = 1 << (axis + 2) % 3;
            for (int side = 0; side < 2; side++) {
                int corner = side << axis;
                int[] around = {corner, corner | u, corner | u | v, corner | v};
                List<int[]> cuts = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    int[] edge = {around[k], around[(k + 1) % 4]};
                    if ((kind >> edge[0] & 1) != (kind >> edge[1] & 1)) cuts.add(edge);
                }
                if (cuts.size() == 2) segments.add(new int[][] {cuts.get(0), cuts.get(1)});
                if (cuts.size() == 4) {
                    for (int k = 0; k < 4; k++) {
                        if ((kind >> around[k] & 1) == 1)
                            segments.add(new int[][] {cuts.get((k + 3) % 4), cuts.get(k)});
                    }
                }
            }
        }
        return segments;
    }

    /** Segments joined to closed polygons. */
    private static int[][][] joined(List<int[][]> segments) {
        List<int[][]> polygons = new ArrayList<>();
        while (!segments.isEmpty()) {
            int[][] first = segments.remove(0);
            List<int[]> polygon = new ArrayList<>(List.of(first[0]));
            int[] end = first[1];
            while (!same(end, first[0])) {
                polygon.add(end);
                int[][] next = null;
                for (int[][] s : segments) {
                    if (same(s[0], end) || same(s[1], end)) next = s;
                }
                segments.remove(next);
                end = same(next[0], end) ? next[1] : next[0];
            }
            polygons.add(polygon.toArray(int[][]::new));
        }
        return polygons.toArray(int[][][]::new);
    }

    private static boolean same(int[] a, int[] b) {
        return a[0] == b[0] && a[1] == b[1] || a[0] == b[1] && a[1] == b[0];
    }
}
