package org.ichradiomics.texture;

import java.util.Map;
import java.util.TreeMap;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/**
 * Zones of one grey level in the lesion's largest slice: 4-connected, levels are HU rounded half away from zero, levels
 * below 1 are no zones. Among slices of the same area the lowest counts.
 *
 * <pre>
 *   40 40 41      zones (g, s):  (40, 3), (41, 3), (40, 1)
 *   40 41 41
 *    ·  · 40
 * </pre>
 *
 * Chosen so that it fits the published values of the vendor kit, which show one slice, raw intensities and
 * 4-neighbourhood.
 */
public final class SizeZoneMatrix {

    /** A term of a sum over the zones: grey level g and size s, both at least 1. */
    @FunctionalInterface
    interface Term {

        double of(double g, double s);
    }

    private record Zone(long level, long size) implements Comparable<Zone> {

        @Override
        public int compareTo(Zone o) {
            return level != o.level ? Long.compare(level, o.level) : Long.compare(size, o.size);
        }
    }

    private final TreeMap<Zone, Long> counts = new TreeMap<>();
    private long zones;

    private SizeZoneMatrix() {}

    /** The zones of a lesion; the grey bins play no part. */
    public static SizeZoneMatrix of(Region region, Discretisation grey) {
        int nx = region.box(0);
        int ny = region.box(1);
        int slice = largestSlice(region);
        long[] level = new long[nx * ny];
        for (int i = 0; i < region.size(); i++) {
            int p = region.position(i);
            if (p / (nx * ny) == slice) level[p % (nx * ny)] = Math.max(0, round(region.hu(i)));
        }
        SizeZoneMatrix matrix = new SizeZoneMatrix();
        int[] queue = new int[nx * ny];
        for (int start = 0; start < level.length; start++) {
            if (level[start] == 0) continue;
            long g = level[start];
            int size = 1;
            queue[0] = start;
            level[start] = 0;
            for (int next = 0; next < size; next++) {
                int at = queue[next];
                int x = at % nx;
                size = visit(level, g, at - 1, x > 0, queue, size);
                size = visit(level, g, at + 1, x < nx - 1, queue, size);
                size = visit(level, g, at - nx, at >= nx, queue, size);
                size = visit(level, g, at + nx, at + nx < level.length, queue, size);
            }
            matrix.counts.merge(new Zone(g, size), 1L, Long::sum);
            matrix.zones++;
        }
        return matrix;
    }

    /** Σ over the zones of the term, divided by their number; NaN without zones. */
    double mean(Term term) {
        double sum = 0;
        for (Map.Entry<Zone, Long> e : counts.entrySet()) {
            sum += e.getValue() * term.of(e.getKey().level, e.getKey().size);
        }
        return sum / zones;
    }

    /** Σ_g (Σ_s Z)² / n; NaN without zones. */
    double levelNonuniformity() {
        TreeMap<Long, Long> perLevel = new TreeMap<>();
        counts.forEach((zone, count) -> perLevel.merge(zone.level, count, Long::sum));
        return sumOfSquares(perLevel) / zones;
    }

    /** Σ_s (Σ_g Z)² / n; NaN without zones. */
    double sizeNonuniformity() {
        TreeMap<Long, Long> perSize = new TreeMap<>();
        counts.forEach((zone, count) -> perSize.merge(zone.size, count, Long::sum));
        return sumOfSquares(perSize) / zones;
    }

    /** Number of zones per grey level up to the highest, n / max g; NaN without zones. */
    double zonesPerLevel() {
        return zones == 0 ? Double.NaN : (double) zones / counts.lastKey().level;
    }

    private static double sumOfSquares(TreeMap<Long, Long> counts) {
        double sum = 0;
        for (long count : counts.values()) sum += (double) count * count;
        return sum;
    }

    private static int visit(long[] level, long g, int at, boolean inside, int[] queue, int size) {
        if (!inside || level[at] != g) return size;
        level[at] = 0;
        queue[size] = at;
        return size + 1;
    }

    private static int largestSlice(Region region) {
        int plane = region.box(0) * region.box(1);
        int[] area = new int[region.box(2)];
        for (int i = 0; i < region.size(); i++) area[region.position(i) / plane]++;
        int slice = 0;
        for (int z = 1; z < area.length; z++) if (area[z] > area[slice]) slice = z;
        return slice;
    }

    /**
     * Half away from zero, as C's {@code lround}; {@code Math.round} would take −0.5 to 0 and 0.49999999999999994 is 0
     * in both.
     */
    private static long round(double x) {
        return x < 0 ? -Math.round(-x) : Math.round(x);
    }
}
