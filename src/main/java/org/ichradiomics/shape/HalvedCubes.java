package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * The triangles in a cube as PyRadiomics has them. Of two kinds of cubes that are each other's inverse it knows one,
 * that whose corner (0, 1, 1) is outside, and takes the same triangles for the other; so on a face with two diagonal
 * corners inside one cube may cut off the corners inside and its neighbour those outside, and the mesh has a hole.
 *
 * <p>A polygon of five corners and more is fanned out from the corner from which no cut lies in a side of the cube, and
 * most go through its middle; one of seven corners from that from which the fewest do. (This gives the surfaces of all
 * 127 kinds.)
 */
final class HalvedCubes {

    /** In half voxels, one triangle after the other: kind → triangle → corner → axis. */
    static final int[][][][] TRIANGLES = triangles();

    /** The corner that is outside in the cubes that are known, as bits x + 2y + 4z. */
    private static final int OUTSIDE = 6;

    private static final int EDGES_OF_SEVEN = 7;

    private HalvedCubes() {}

    private static int[][][][] triangles() {
        int all = MarchingCubes.KINDS - 1;
        int[][][][] triangles = new int[MarchingCubes.KINDS][][][];
        for (int kind = 0; kind <= all; kind++) {
            boolean isInverse = (kind >> OUTSIDE & 1) == 1;
            List<int[][]> found = new ArrayList<>();
            int known = isInverse ? kind ^ all : kind;
            for (int[][] polygon : MarchingCubes.polygons(known)) cut(known, polygon, isInverse, found);
            triangles[kind] = found.toArray(int[][][]::new);
        }
        return triangles;
    }

    private static void cut(int kind, int[][] polygon, boolean isInverse, List<int[][]> triangles) {
        int[][] at = Mesh.places(polygon);
        boolean outwards = Mesh.outwards(kind, polygon, at) != isInverse;
        int n = at.length;
        int from = n < 5 ? 0 : best(at);
        for (int k = 1; k < n - 1; k++)
            triangles.add(Mesh.triangle(at[from], at[(from + k) % n], at[(from + k + 1) % n], outwards));
    }

    private static int best(int[][] at) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int from = 0; from < at.length; from++) {
            int worth = 0;
            for (int k = 2; k < at.length - 1; k++) {
                int[] to = at[(from + k) % at.length];
                if (isInSide(at[from], to)) worth += at.length;
                if (isThroughMiddle(at[from], to)) worth += at.length < EDGES_OF_SEVEN ? -1 : 1;
            }
            if (worth < least) {
                least = worth;
                best = from;
            }
        }
        return best;
    }

    private static boolean isInSide(int[] a, int[] b) {
        for (int axis = 0; axis < 3; axis++) if (a[axis] == b[axis] && a[axis] != 1) return true;
        return false;
    }

    private static boolean isThroughMiddle(int[] a, int[] b) {
        for (int axis = 0; axis < 3; axis++) if (a[axis] + b[axis] != 2) return false;
        return true;
    }
}
