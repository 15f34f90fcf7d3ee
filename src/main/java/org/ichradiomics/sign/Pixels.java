package org.ichradiomics.sign;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some pixels of a plane: f : {pixels} → inside or not; what lies beyond the plane is outside. Immutable. Kept as a
 * list of places, and as a map of the plane once somebody asks for a place: of thousands of specks, each is small.
 */
final class Pixels {

    private final Plane plane;
    private final int[] places;
    private boolean[] inside;

    private Pixels(Plane plane, int[] places, boolean[] inside) {
        this.plane = plane;
        this.places = places;
        this.inside = inside;
    }

    private static Pixels of(Plane plane, boolean[] inside) {
        return new Pixels(
                plane, IntStream.range(0, inside.length).filter(i -> inside[i]).toArray(), inside);
    }

    /** @param places ascending; handed over, not to be written to afterwards */
    static Pixels of(Plane plane, int[] places) {
        return new Pixels(plane, places, null);
    }

    /** @param rule asked once for every pixel in raster order */
    static Pixels of(Plane plane, IntPredicate rule) {
        boolean[] inside = new boolean[plane.size()];
        for (int i = 0; i < inside.length; i++) inside[i] = rule.test(i);
        return of(plane, inside);
    }

    Plane plane() {
        return plane;
    }

    boolean contains(int i) {
        return map()[i];
    }

    private boolean[] map() {
        if (inside == null) {
            boolean[] map = new boolean[plane.size()];
            for (int place : places) map[place] = true;
            inside = map;
        }
        return inside;
    }

    boolean contains(int x, int y) {
        return plane.holds(x, y) && map()[y * plane.nx() + x];
    }

    int count() {
        return places.length;
    }

    boolean isEmpty() {
        return places.length == 0;
    }

    /** mm². */
    double area() {
        return places.length * plane.pixelArea();
    }

    /** In raster order. */
    IntStream stream() {
        return IntStream.of(places);
    }

    Pixels where(IntPredicate rule) {
        return of(plane, IntStream.of(places).filter(rule).toArray());
    }

    Pixels without(Pixels others) {
        return where(i -> !others.contains(i));
    }

    boolean overlaps(Pixels others) {
        return stream().anyMatch(others::contains);
    }

    /** Those with an edge on a pixel outside. */
    Pixels edge() {
        return where(i -> !isInner(i));
    }

    /** Without its edge. */
    Pixels eroded() {
        return where(this::isInner);
    }

    private boolean isInner(int i) {
        int x = plane.x(i);
        int y = plane.y(i);
        return contains(x - 1, y) && contains(x + 1, y) && contains(x, y - 1) && contains(x, y + 1);
    }

    /** Whether a pixel shares an edge with one of these. */
    boolean isBeside(int i) {
        int x = plane.x(i);
        int y = plane.y(i);
        return contains(x - 1, y) || contains(x + 1, y) || contains(x, y - 1) || contains(x, y + 1);
    }

    /** With its holes: background from which no way over edges leads out of the plane. */
    Pixels filled() {
        Pixels others = of(plane, i -> !contains(i));
        Components background = Components.ofEdges(others);
        boolean[] open = new boolean[background.count()];
        others.stream().filter(this::isAtBorder).forEach(i -> open[background.label(i)] = true);
        return of(plane, i -> contains(i) || !open[background.label(i)]);
    }

    private boolean isAtBorder(int i) {
        return plane.x(i) == 0 || plane.y(i) == 0 || plane.x(i) == plane.nx() - 1 || plane.y(i) == plane.ny() - 1;
    }

    /** All pixels of the plane whose centre is at most so many mm from the centre of one of these. */
    Pixels within(double mm) {
        boolean[] near = map().clone();
        int[][] disc = disc(mm);
        edge().stream().forEach(i -> {
            for (int[] step : disc) {
                int x = plane.x(i) + step[0];
                int y = plane.y(i) + step[1];
                if (plane.holds(x, y)) near[y * plane.nx() + x] = true;
            }
        });
        return of(plane, near);
    }

    private int[][] disc(double mm) {
        int rx = (int) (mm / plane.dx()) + 1;
        int ry = (int) (mm / plane.dy()) + 1;
        return IntStream.rangeClosed(-ry, ry)
                .boxed()
                .flatMap(y -> IntStream.rangeClosed(-rx, rx).mapToObj(x -> new int[] {x, y}))
                .filter(step -> !Slack.exceeds(Math.hypot(step[0] * plane.dx(), step[1] * plane.dy()), mm))
                .toArray(int[][]::new);
    }

    /** Mean of some values over these pixels; NaN if there are none. */
    double mean(double[] values) {
        return stream().mapToDouble(i -> values[i]).sum() / places.length;
    }

    /** Largest distance of two centres, mm; 0 for one pixel. */
    double diameter() {
        int[] edge = edge().stream().toArray();
        double most = 0;
        for (int a = 0; a < edge.length; a++) {
            for (int b = a + 1; b < edge.length; b++) most = Math.max(most, plane.distance(edge[a], edge[b]));
        }
        return most;
    }
}
