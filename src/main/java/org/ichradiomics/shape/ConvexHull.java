package org.ichradiomics.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.Spacing;

/**
 * The convex hull of a mesh: quickhull (Barber, Dobkin, Huhdanpaa, ACM Trans Math Softw 1996;22:469-483) on its
 * vertices in half voxels.
 *
 * <p>There they are integers, so that on which side of a face a point lies is decided exactly, and the many points in
 * one plane do no harm: a face is visible from strictly above only. Stretching the grid to mm changes no side, so the
 * hull in half voxels is the hull in mm.
 */
final class ConvexHull implements Solid {

    /**
     * A triangle, anticlockwise from outside; side k lies between corners k and k+1, and face {@code across[k]} behind
     * it.
     */
    private static final class Face {

        private final int[][] corner;
        private final Face[] across = new Face[3];
        private final long nx;
        private final long ny;
        private final long nz;
        private final long offset;
        private List<int[]> above = new ArrayList<>();
        private int[] farthest;
        private long distance;
        private boolean gone;

        Face(int[] a, int[] b, int[] c) {
            corner = new int[][] {a, b, c};
            long ux = b[0] - a[0];
            long uy = b[1] - a[1];
            long uz = b[2] - a[2];
            long vx = c[0] - a[0];
            long vy = c[1] - a[1];
            long vz = c[2] - a[2];
            nx = uy * vz - uz * vy;
            ny = uz * vx - ux * vz;
            nz = ux * vy - uy * vx;
            offset = nx * a[0] + ny * a[1] + nz * a[2];
        }

        /** Positive for a point on the outer side. */
        long height(int[] p) {
            return nx * p[0] + ny * p[1] + nz * p[2] - offset;
        }

        /** Takes a point if it lies above. */
        boolean take(int[] p) {
            long h = height(p);
            if (h <= 0) return false;
            above.add(p);
            if (h > distance) {
                distance = h;
                farthest = p;
            }
            return true;
        }

        int side(int[] from) {
            return corner[0] == from ? 0 : corner[1] == from ? 1 : 2;
        }
    }

    private final Spacing spacing;
    private final List<Face> faces;

    private ConvexHull(Spacing spacing, List<Face> faces) {
        this.spacing = spacing;
        this.faces = faces;
    }

    /** The hull of all vertices of a mesh. */
    public static ConvexHull of(Mesh mesh) {
        return of(mesh.outline(), mesh.spacing());
    }

    /**
     * @param points different points, not all in one plane, in half voxels
     * @param spacing of the voxels
     */
    static ConvexHull of(int[][] points, Spacing spacing) {
        List<Face> faces = simplex(points);
        Deque<Face> open = new ArrayDeque<>(faces);
        for (int[] p : points) assign(p, faces);
        while (!open.isEmpty()) {
            Face face = open.pop();
            if (face.gone || face.farthest == null) continue;
            List<Face> cone = grow(face);
            faces.addAll(cone);
            cone.forEach(open::push);
        }
        faces.removeIf(face -> face.gone);
        return new ConvexHull(spacing, faces);
    }

    private static void assign(int[] p, List<Face> faces) {
        for (Face face : faces) {
            if (face.take(p)) return;
        }
    }

    /** Adds the point farthest above a face: the faces it sees make way for a cone from their rim to the point. */
    private static List<Face> grow(Face start) {
        int[] apex = start.farthest;
        List<Face> seen = new ArrayList<>();
        Deque<Face> frontier = new ArrayDeque<>(List.of(start));
        start.gone = true;
        while (!frontier.isEmpty()) {
            Face face = frontier.pop();
            seen.add(face);
            for (Face next : face.across) {
                if (!next.gone && next.height(apex) > 0) {
                    next.gone = true;
                    frontier.push(next);
                }
            }
        }
        List<Face> cone = cone(apex, seen);
        for (Face face : seen) {
            for (int[] p : face.above) {
                if (p != apex) assign(p, cone);
            }
            face.above = null;
        }
        return cone;
    }

    /** Walks once around the rim of the faces that make way. */
    private static List<Face> cone(int[] apex, List<Face> seen) {
        Face inner = null;
        int side = 0;
        for (int i = 0; inner == null; i++) {
            for (int k = 0; k < 3; k++) {
                if (!seen.get(i).across[k].gone) {
                    inner = seen.get(i);
                    side = k;
                }
            }
        }
        int[] start = inner.corner[side];
        List<Face> cone = new ArrayList<>();
        do {
            int[] from = inner.corner[side];
            int[] to = inner.corner[(side + 1) % 3];
            Face outer = inner.across[side];
            Face face = new Face(from, to, apex);
            face.across[0] = outer;
            outer.across[outer.side(to)] = face;
            cone.add(face);
            // On to the next side of the rim, which begins where this one ends.
            side = (side + 1) % 3;
            while (inner.across[side].gone) {
                inner = inner.across[side];
                side = inner.side(to);
            }
        } while (inner.corner[side] != start);
        for (int k = 0; k < cone.size(); k++) {
            Face next = cone.get((k + 1) % cone.size());
            cone.get(k).across[1] = next;
            next.across[2] = cone.get(k);
        }
        return cone;
    }

    private static List<Face> simplex(int[][] points) {
        int[] a = points[0];
        int[] b = points[points.length - 1];
        int[] c = null;
        for (int i = 1; i < points.length - 1 && c == null; i++) {
            Face line = new Face(a, b, points[i]);
            if (line.nx != 0 || line.ny != 0 || line.nz != 0) c = points[i];
        }
        if (c == null) throw new IllegalArgumentException("the points lie on a line");
        Face plane = new Face(a, b, c);
        int[] d = Arrays.stream(points)
                .filter(p -> plane.height(p) != 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the points lie in a plane"));
        if (plane.height(d) > 0) {
            int[] swap = b;
            b = c;
            c = swap;
        }
        List<Face> faces =
                new ArrayList<>(List.of(new Face(a, b, c), new Face(b, a, d), new Face(c, b, d), new Face(a, c, d)));
        for (Face f : faces) {
            for (int k = 0; k < 3; k++) {
                for (Face g : faces) {
                    int from = Arrays.asList(g.corner).indexOf(f.corner[(k + 1) % 3]);
                    if (from >= 0 && g.corner[(from + 1) % 3] == f.corner[k]) f.across[k] = g;
                }
            }
        }
        return faces;
    }

    /** mm³. */
    @Override
    public double volume() {
        long six = 0;
        for (Face f : faces) six += f.offset; // a·(b × c) = a·n
        return six / 48.0 * spacing.voxelVolume();
    }

    /** mm². */
    @Override
    public double area() {
        double half = 0;
        for (Face f : faces) half += length(normal(f.nx, f.ny, f.nz));
        return half / 8; // the cross product is twice the area, and 2² half voxels to the voxel
    }

    /** The corners in mm, each once; corners that came to lie within a flat side may be among them. */
    public double[][] corners() {
        return faces.stream()
                .flatMap(f -> Arrays.stream(f.corner))
                .distinct()
                .map(p -> new double[] {p[0] / 2.0 * spacing.x(), p[1] / 2.0 * spacing.y(), p[2] / 2.0 * spacing.z()})
                .toArray(double[][]::new);
    }

    /** For each face its three corners, as numbers of {@link #corners}. */
    int[][] triangles() {
        Map<int[], Integer> numbers = new IdentityHashMap<>();
        for (Face f : faces) {
            for (int[] p : f.corner) numbers.putIfAbsent(p, numbers.size());
        }
        return faces.stream()
                .map(f -> Arrays.stream(f.corner).mapToInt(numbers::get).toArray())
                .toArray(int[][]::new);
    }

    /** For each face the three faces behind its sides, side k lying between corners k and k+1. */
    int[][] neighbours() {
        Map<Face, Integer> numbers = new IdentityHashMap<>();
        for (Face f : faces) numbers.put(f, numbers.size());
        return faces.stream()
                .map(f -> Arrays.stream(f.across).mapToInt(numbers::get).toArray())
                .toArray(int[][]::new);
    }

    /** For each face its normal, outwards, twice the face's area long, mm². */
    double[][] faceNormals() {
        return faces.stream()
                .map(f -> normal(f.nx / 4.0, f.ny / 4.0, f.nz / 4.0))
                .toArray(double[][]::new);
    }

    /** The directions of the flat sides, unit vectors in mm, each once whichever way it points. */
    double[][] normals() {
        return faces.stream()
                .map(ConvexHull::direction)
                .distinct()
                .map(n -> {
                    double[] mm = normal(n.get(0), n.get(1), n.get(2));
                    double length = length(mm);
                    return new double[] {mm[0] / length, mm[1] / length, mm[2] / length};
                })
                .toArray(double[][]::new);
    }

    /** A normal in half voxels, in mm². */
    private double[] normal(double nx, double ny, double nz) {
        return new double[] {
            nx * (spacing.y() * spacing.z()), ny * (spacing.z() * spacing.x()), nz * (spacing.x() * spacing.y())
        };
    }

    private static double length(double[] v) {
        return Math.sqrt(square(v[0]) + square(v[1]) + square(v[2]));
    }

    /**
     * The normal in lowest terms, its first number that is not 0 positive, so that equal directions are equal lists.
     */
    private static List<Long> direction(Face f) {
        long divisor = gcd(gcd(f.nx, f.ny), f.nz);
        if (f.nx < 0 || f.nx == 0 && (f.ny < 0 || f.ny == 0 && f.nz < 0)) divisor = -divisor;
        return List.of(f.nx / divisor, f.ny / divisor, f.nz / divisor);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? Math.abs(a) : gcd(b, a % b);
    }

    /** The largest distance between two corners, mm: that of the mesh, whose ends are always corners of its hull. */
    public double diameter() {
        double[][] corners = corners();
        double[] x = Arrays.stream(corners).mapToDouble(p -> p[0]).toArray();
        double[] y = Arrays.stream(corners).mapToDouble(p -> p[1]).toArray();
        double[] z = Arrays.stream(corners).mapToDouble(p -> p[2]).toArray();
        double best = 0;
        for (int i = 1; i < x.length; i++) best = Math.max(best, farthest(i, x, y, z));
        return Math.sqrt(best);
    }

    /** The largest squared distance between a corner and those before it. */
    private static double farthest(int i, double[] x, double[] y, double[] z) {
        double best = 0;
        for (int j = 0; j < i; j++) {
            double d = square(x[i] - x[j]) + square(y[i] - y[j]) + square(z[i] - z[j]);
            if (d > best) best = d;
        }
        return best;
    }

    /** Whether no point lies above a face; points in half voxels. */
    boolean holds(List<int[]> points) {
        return faces.stream().allMatch(f -> points.stream().allMatch(p -> f.height(p) <= 0));
    }

    private static double square(double x) {
        return x * x;
    }
}
