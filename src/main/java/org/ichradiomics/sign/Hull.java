package org.ichradiomics.sign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The outline of some connected pixels beside that of their convex hull. The outline goes through the middles of the
 * edges between inside and outside (marching squares), so that a disc has the perimeter of a disc and not that of its
 * steps.
 *
 * @param solidity area inside the outline as a part of the hull's, 0 to 1; of holes nothing is seen
 * @param perimeterRatio perimeter as a multiple of the hull's, 1 or more
 */
record Hull(double solidity, double perimeterRatio) {

    /** @param pixels without holes, not empty */
    static Hull of(Pixels pixels) {
        Plane plane = pixels.plane();
        List<double[]> middles = new ArrayList<>();
        double perimeter = 0;
        double area = 0;
        for (int y = -1; y < plane.ny(); y++) {
            for (int x = -1; x < plane.nx(); x++) {
                List<double[]> crossings = crossings(pixels, x, y);
                middles.addAll(crossings);
                for (int k = 0; k + 1 < crossings.size(); k += 2) {
                    perimeter += length(crossings.get(k), crossings.get(k + 1));
                }
                area += plane.pixelArea() * share(pixels, x, y);
            }
        }
        List<double[]> hull = hull(middles);
        double round = 0;
        double twice = 0;
        for (int k = 0; k < hull.size(); k++) {
            double[] a = hull.get(k);
            double[] b = hull.get((k + 1) % hull.size());
            round += length(a, b);
            twice += a[0] * b[1] - a[1] * b[0];
        }
        return new Hull(Math.min(1, area / (Math.abs(twice) / 2)), Math.max(1, perimeter / round));
    }

    private static double length(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    /**
     * Ends of the pieces of outline in the cell whose corners are four pixels, two for each piece; at a saddle inside
     * is joined.
     */
    private static List<double[]> crossings(Pixels pixels, int x, int y) {
        int[][] corners = {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}};
        List<double[]> crossings = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            int[] a = corners[k];
            int[] b = corners[(k + 1) % 4];
            if (pixels.contains(a[0], a[1]) == pixels.contains(b[0], b[1])) continue;
            crossings.add(new double[] {
                (a[0] + b[0]) / 2.0 * pixels.plane().dx(),
                (a[1] + b[1]) / 2.0 * pixels.plane().dy()
            });
        }
        // Edges 0 and 1 meet at corner 1: a piece goes round it where it is outside, else round corner 0.
        if (crossings.size() == 4 && !pixels.contains(x, y)) crossings.add(crossings.remove(0));
        return crossings;
    }

    /** What part of the cell lies inside the outline. */
    private static double share(Pixels pixels, int x, int y) {
        int corners = 0;
        for (int k = 0; k < 4; k++) if (pixels.contains(x + k % 2, y + k / 2)) corners++;
        boolean isSaddle = corners == 2 && pixels.contains(x, y) == pixels.contains(x + 1, y + 1);
        return new double[] {0, 1.0 / 8, isSaddle ? 3.0 / 4 : 1.0 / 2, 7.0 / 8, 1}[corners];
    }

    /** Andrew's monotone chain. */
    private static List<double[]> hull(List<double[]> points) {
        List<double[]> sorted = points.stream()
                .sorted(Comparator.<double[]>comparingDouble(p -> p[0]).thenComparingDouble(p -> p[1]))
                .toList();
        List<double[]> hull = new ArrayList<>();
        for (double[] p : sorted) push(hull, p, 2);
        int lower = hull.size() + 1;
        for (int k = sorted.size() - 2; k >= 0; k--) push(hull, sorted.get(k), lower);
        return hull.subList(0, hull.size() - 1);
    }

    private static void push(List<double[]> hull, double[] p, int keep) {
        while (hull.size() >= keep && turn(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
            hull.remove(hull.size() - 1);
        }
        hull.add(p);
    }

    private static double turn(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
