package org.ichradiomics.outline;

import java.util.Collections;
import java.util.List;

/**
 * A stroke of a round brush on one slice: the pixels whose centres lie within the radius of the line through its
 * points.
 *
 * @param z slice, from 0
 * @param x columns of its points, pixels, fractions allowed, at least one
 * @param y rows of its points, as many
 * @param radius mm, above 0
 */
public record Stroke(int z, List<Double> x, List<Double> y, double radius) {

    /** @throws IllegalArgumentException if there is no point, or the radius is not above 0 */
    public Stroke {
        x = List.copyOf(x);
        y = List.copyOf(y);
        if (x.isEmpty() || x.size() != y.size()) {
            throw new IllegalArgumentException("a stroke has at least one point, and a row for each column");
        }
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The brush must have a radius above 0 mm, was " + radius + ".");
        }
    }

    /** A dab on one pixel. */
    public static Stroke dab(Voxel at, double radius) {
        return new Stroke(at.z(), List.of((double) at.x()), List.of((double) at.y()), radius);
    }

    /** Whether the stroke covers the centre of a pixel. */
    boolean covers(int px, int py, double dx, double dy) {
        for (int i = 0; i < x.size(); i++) {
            int j = Math.min(i + 1, x.size() - 1);
            double ax = (px - x.get(i)) * dx;
            double ay = (py - y.get(i)) * dy;
            double bx = (x.get(j) - x.get(i)) * dx;
            double by = (y.get(j) - y.get(i)) * dy;
            double length = bx * bx + by * by;
            double t = length > 0 ? Math.max(0, Math.min(1, (ax * bx + ay * by) / length)) : 0;
            double qx = ax - t * bx;
            double qy = ay - t * by;
            if (qx * qx + qy * qy <= radius * radius + 1e-9) return true;
        }
        return false;
    }

    /** The box on a grid that holds it; null where it lies wholly outside. */
    Box box(int nx, int ny, double dx, double dy) {
        double rx = radius / dx;
        double ry = radius / dy;
        int x0 = (int) Math.max(0, Math.floor(Collections.min(x) - rx));
        int y0 = (int) Math.max(0, Math.floor(Collections.min(y) - ry));
        int x1 = (int) Math.min(nx - 1, Math.ceil(Collections.max(x) + rx));
        int y1 = (int) Math.min(ny - 1, Math.ceil(Collections.max(y) + ry));
        return x0 > x1 || y0 > y1 ? null : new Box(x0, y0, z, x1, y1, z);
    }
}
