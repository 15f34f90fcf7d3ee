package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;

/** Andrew's monotone chain (Inform Process Lett 1979;9:216-219): the convex hull of points in a plane. */
final class Chain {

    /** On which side of the way from a to b a point c lies. */
    @FunctionalInterface
    interface Turn<P> {

        /** More than 0 if it lies inside of a hull that goes from a to b, 0 on the line. */
        double of(P a, P b, P c);
    }

    private Chain() {}

    /**
     * The corners of the hull, once around; points on its edges are left out.
     *
     * @param sorted at least 2, by one axis and then the other
     */
    static <P> List<P> around(List<P> sorted, Turn<P> turn) {
        List<P> hull = new ArrayList<>();
        for (P p : sorted) push(hull, p, 2, turn);
        int lower = hull.size() + 1;
        for (int i = sorted.size() - 2; i >= 0; i--) push(hull, sorted.get(i), lower, turn);
        return hull.subList(0, hull.size() - 1);
    }

    private static <P> void push(List<P> hull, P p, int keep, Turn<P> turn) {
        while (hull.size() >= keep && turn.of(hull.get(hull.size() - 2), hull.get(hull.size() - 1), p) <= 0) {
            hull.remove(hull.size() - 1);
        }
        hull.add(p);
    }
}
