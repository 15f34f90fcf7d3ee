package org.ichradiomics.shape;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The smallest box around a convex hull among those that lie flat on one of its sides: for each side the hull is
 * projected along the side's normal, and the smallest rectangle around the projection has an edge along an edge of the
 * projection (Freeman and Shapira, CACM 1975;18:409-413). The smallest box of all may lie on two edges instead
 * (O'Rourke 1985) and be a little smaller; IBSI names both ways.
 *
 * @param length mm
 * @param width mm
 * @param height mm, along the normal of the side
 */
record OrientedBox(double length, double width, double height) implements Solid {

    /** Rounding of a place, as a share of the extent. */
    private static final double ROUNDING = 1e-12;

    static OrientedBox of(ConvexHull hull) {
        double[][] corners = hull.corners();
        Silhouette silhouette = new Silhouette(hull);
        OrientedBox best = null;
        for (double[] normal : hull.normals()) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] corner : corners) {
                double h = dot(normal, corner);
                if (h < low) low = h;
                if (h > high) high = h;
            }
            OrientedBox box = around(shadow(normal, silhouette.from(normal)), high - low);
            if (best == null || box.volume() < best.volume()) best = box;
        }
        return best;
    }

    /** mm³. */
    @Override
    public double volume() {
        return length * width * height;
    }

    /** mm². */
    @Override
    public double area() {
        return 2 * (length * width + width * height + height * length);
    }

    /** The outline of the points' projection along a unit vector. */
    private static double[][] shadow(double[] n, double[][] points) {
        double[] u = perpendicular(n);
        double[] v = {n[1] * u[2] - n[2] * u[1], n[2] * u[0] - n[0] * u[2], n[0] * u[1] - n[1] * u[0]};
        double[][] flat = new double[points.length][];
        for (int i = 0; i < flat.length; i++) flat[i] = new double[] {dot(u, points[i]), dot(v, points[i])};
        return outline(flat);
    }

    /**
     * On the smallest rectangle with a side along an edge of the outline: the corners that touch the other three sides
     * only move on as the rectangle turns from edge to edge (Toussaint's rotating calipers).
     */
    private static OrientedBox around(double[][] outline, double height) {
        OrientedBox best = null;
        int right = 0;
        int top = 0;
        int left = 0;
        for (int k = 0; k < outline.length; k++) {
            double[] a = outline[k];
            double[] b = outline[(k + 1) % outline.length];
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            double cos = (b[0] - a[0]) / length;
            double sin = (b[1] - a[1]) / length;
            right = farthest(outline, Math.max(right, k), cos, sin);
            top = farthest(outline, Math.max(top, right), -sin, cos);
            left = farthest(outline, Math.max(left, top), -cos, -sin);
            OrientedBox box = new OrientedBox(
                    along(outline, right, cos, sin) - along(outline, left, cos, sin),
                    along(outline, top, -sin, cos) - along(outline, k, -sin, cos),
                    height);
            if (best == null || box.volume() < best.volume()) best = box;
        }
        return best;
    }

    /**
     * From a corner on to the one that lies farthest in a direction; a step back as small as rounding is no reason to
     * stop.
     */
    private static int farthest(double[][] outline, int from, double x, double y) {
        double slack = ROUNDING * (Math.abs(along(outline, from, x, y)) + 1);
        int i = from;
        while (i < from + outline.length && along(outline, i + 1, x, y) > along(outline, i, x, y) - slack) i++;
        return i;
    }

    private static double along(double[][] outline, int corner, double x, double y) {
        double[] p = outline[corner % outline.length];
        return p[0] * x + p[1] * y;
    }

    /** Rounding may keep a point that lies on an edge, which does no harm. */
    private static double[][] outline(double[][] points) {
        Arrays.sort(points, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        return Chain.around(Arrays.asList(points), OrientedBox::turn).toArray(double[][]::new);
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /** A unit vector perpendicular to a unit vector: its cross product with the axis from which it is farthest. */
    private static double[] perpendicular(double[] n) {
        int axis = Math.abs(n[0]) <= Math.abs(n[1]) && Math.abs(n[0]) <= Math.abs(n[2])
                ? 0
                : Math.abs(n[1]) <= Math.abs(n[2]) ? 1 : 2;
        double[] u = new double[3];
        u[(axis + 1) % 3] = n[(axis + 2) % 3];
        u[(axis + 2) % 3] = -n[(axis + 1) % 3];
        double length = Math.sqrt(dot(u, u));
        for (int d = 0; d < 3; d++) u[d] /= length;
        return u;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
