package org.ichradiomics.format.dicom;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A closed line in the plane of a slice, in voxels; the centre of a voxel is a point of whole numbers. By the even-odd
 * rule, and what lies on the line is inside: a channel of no width to a hole needs nothing of its own.
 */
final class Polygon {

    /** As near as this to the line is on it, in voxels: contours are written with a few decimals. */
    private static final double ON = 1e-6;

    private final double[] at;

    /** @param at x, y, x, y, … */
    Polygon(double[] at) {
        this.at = at;
    }

    private double x(int i) {
        return at[2 * (i % (at.length / 2))];
    }

    private double y(int i) {
        return at[2 * (i % (at.length / 2)) + 1];
    }

    /** Whether it could hold a centre beyond a slice. */
    boolean isBeyond(int columns, int rows) {
        for (int i = 0; i < at.length / 2; i++)
            if (x(i) < -0.5 || y(i) < -0.5 || x(i) > columns - 0.5 || y(i) > rows - 0.5) return true;
        return false;
    }

    /** The voxels inside, counted row by row, as far as they lie in a slice. */
    BitSet pixels(int columns, int rows) {
        BitSet inside = new BitSet(columns * rows);
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < at.length / 2; i++) {
            top = Math.min(top, y(i));
            bottom = Math.max(bottom, y(i));
        }
        int last = (int) Math.min(rows - 1, Math.floor(bottom + ON));
        for (int y = (int) Math.max(0, Math.ceil(top - ON)); y <= last; y++) {
            double[] crossings = crossings(y);
            for (int i = 0; i + 1 < crossings.length; i += 2) fill(inside, columns, y, crossings[i], crossings[i + 1]);
            for (int i = 0; i < at.length / 2; i++) touch(inside, columns, y, i);
        }
        return inside;
    }

    /** Where edges pass a row, from left to right; one that ends on it counts at its upper end alone. */
    private double[] crossings(int y) {
        double[] crossings = new double[at.length / 2];
        int n = 0;
        for (int i = 0; i < at.length / 2; i++) {
            double from = y(i) - y;
            double to = y(i + 1) - y;
            if (from <= 0 == to <= 0) continue;
            crossings[n++] = x(i) + (x(i + 1) - x(i)) * (from / (from - to));
        }
        double[] sorted = Arrays.copyOf(crossings, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /** What of an edge lies on a row. */
    private void touch(BitSet inside, int columns, int y, int i) {
        double from = y(i) - y;
        double to = y(i + 1) - y;
        if (Math.abs(from) > ON) return;
        if (Math.abs(to) <= ON) fill(inside, columns, y, Math.min(x(i), x(i + 1)), Math.max(x(i), x(i + 1)));
        else fill(inside, columns, y, x(i), x(i));
    }

    private static void fill(BitSet inside, int columns, int y, double from, double to) {
        int first = (int) Math.max(0, Math.ceil(from - ON));
        int last = (int) Math.min(columns - 1, Math.floor(to + ON));
        if (first <= last) inside.set(y * columns + first, y * columns + last + 1);
    }
}
