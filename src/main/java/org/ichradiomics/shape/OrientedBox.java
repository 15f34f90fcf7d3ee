package org.ichradiomics.shape;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The smallest box around a convex hull among those that lie flat on one of its sides: for each side the hull is projected along the side's
 * normal, and the smallest rectangle around the projection has an edge along an edge of the projection (Freeman and Shapira, CACM
 * 1975;18:409-413). The smallest box of all may lie on two edges instead (O'Rourke 1985) and be a little smaller; IBSI names both ways.
 *
 * @param length mm
 * @param width  mm
 * @param height mm, along the normal of the side
 */
record OrientedBox(double length, double width, double height) {

    static OrientedBox of(ConvexHull hull) {
        double[][] corners = hull.corners();
        OrientedBox best = null;
        for (double[] normal : hull.normals()) {
            OrientedBox box = along(normal, corners);
            if (best == null || box.volume() < best.volume()) best = box;
        }
        return best;
    }

    /** mm³. */
    double volume() {
        return length * width * height;
    }

    /** mm². */
    double area() {
        return 2 * (length * width + width * height + height * length);
    }

    private static OrientedBox along(double[] n, double[][] corners) {
        double[] u = perpendicular(n);
        double[] v = {n[1] * u[2] - n[2] * u[1], n[2] * u[0] - n[0] * u[2], n[0] * u[1] - n[1] * u[0]};
        double[][] flat = new double[corners.length][];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < flat.length; i++) {
            flat[i] = new double[] {dot(u, corners[i]), dot(v, corners[i])};
            double h = dot(n, corners[i]);
            low = Math.min(low, h);
            high = Math.max(high, h);
        }
        double[][] outline = outline(flat);
        OrientedBox best = null;
        for (int k = 0; k < outline.length; k++) {
            OrientedBox box = along(outline[k], outline[(k + 1) % outline.length], outline, high - low);
            if (best == null || box.volume() < best.volume()) best = box;
        }
        return best;
    }

    /** The rectangle with a side along an edge of the outline. */
    private static OrientedBox along(double[] a, double[] b, double[][] outline, double height) {
        double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
        double cos = (b[0] - a[0]) / length;
        double sin = (b[1] - a[1]) / length;
        double minX = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (double[] p : outline) {
            double x = cos * p[0] + sin * p[1];
            double y = cos * p[1] - sin * p[0];
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        return new OrientedBox(maxX - minX, maxY - minY, height);
    }

    /** Andrew's monotone chain; rounding may keep a point that lies on an edge, which does no harm. */
    private static double[][] outline(double[][] points) {
        Arrays.sort(points, Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]));
        double[][] hull = new double[2 * points.length][];
        int size = 0;
        for (int pass = 0; pass < 2; pass++) {
            int keep = size + 2 - pass;
            for (int i = pass; i < points.length; i++) {
                double[] p = points[pass == 0 ? i : points.length - 1 - i];
                while (size >= keep && turn(hull[size - 2], hull[size - 1], p) <= 0) size--;
                if (size == 0 || hull[size - 1][0] != p[0] || hull[size - 1][1] != p[1]) hull[size++] = p;
            }
        }
        return Arrays.copyOf(hull, size - 1);
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }

    /** A unit vector perpendicular to a unit vector: its cross product with the axis from which it is farthest. */
    private static double[] perpendicular(double[] n) {
        int axis = Math.abs(n[0]) <= Math.abs(n[1]) && Math.abs(n[0]) <= Math.abs(n[2]) ? 0 : Math.abs(n[1]) <= Math.abs(n[2]) ? 1 : 2;
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
