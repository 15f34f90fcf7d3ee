package org.ichradiomics.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.ichradiomics.region.Spacing;

/**
 * The two diameters that a reader draws on a slice, from the outer border of one pixel to that of another.
 *
 * @param longest the largest distance between two points, mm
 * @param perpendicular the longest line across at a right angle to it, from border to border; holes and bays do not
 *     shorten it, mm
 */
record Diameters(double longest, double perpendicular) {

    /** Two diameters that differ by less are one length, computed in another order. */
    private static final double ROUNDING = 1e-12;

    /** How far off a corner may lie and still be touched, mm. */
    private static final double TOUCH = 1e-9;

    /**
     * Several directions may be the longest, as in a square: then the one with the longest line across, so that no
     * mirror changes the result.
     */
    static Diameters of(Section section, Spacing spacing) {
        double[][] ends = ends(section, spacing);
        double longest = 0;
        for (double[] a : ends) {
            for (double[] b : ends) longest = Math.max(longest, distance(a, b));
        }
        List<int[]> outline = section.outline();
        double perpendicular = 0;
        for (int i = 0; i < ends.length; i++) {
            for (int j = 0; j < i; j++) {
                double length = distance(ends[i], ends[j]);
                if (length < longest * (1 - ROUNDING)) continue;
                double ux = (ends[i][0] - ends[j][0]) / length;
                double uy = (ends[i][1] - ends[j][1]) / length;
                perpendicular = Math.max(perpendicular, across(outline, spacing, ux, uy));
            }
        }
        return new Diameters(longest, perpendicular);
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }

    /**
     * The outermost corner points of pixels on each line between rows, in mm: among them are the ends of every longest
     * diameter.
     */
    private static double[][] ends(Section section, Spacing spacing) {
        List<double[]> ends = new ArrayList<>();
        int[] left = new int[section.ny() + 1];
        int[] right = new int[section.ny() + 1];
        Arrays.fill(left, Integer.MAX_VALUE);
        Arrays.fill(right, -1);
        for (int[] pixel : section.outline()) {
            for (int line = pixel[1]; line <= pixel[1] + 1; line++) {
                left[line] = Math.min(left[line], pixel[0]);
                right[line] = Math.max(right[line], pixel[0] + 1);
            }
        }
        for (int line = 0; line < left.length; line++) {
            if (right[line] < 0) continue;
            ends.add(new double[] {left[line] * spacing.x(), line * spacing.y()});
            ends.add(new double[] {right[line] * spacing.x(), line * spacing.y()});
        }
        return ends.toArray(new double[0][]);
    }

    /**
     * The longest line perpendicular to the direction (ux, uy). Its length changes linearly between the corners of
     * pixels, so the longest one goes through a corner. Along the direction all pixels are equally wide: in their
     * order, those that a line meets are neighbours.
     */
    private static double across(List<int[]> outline, Spacing spacing, double ux, double uy) {
        double stepX = spacing.x() * ux;
        double stepY = spacing.y() * uy;
        double nearest = Math.min(0, stepX) + Math.min(0, stepY);
        double width = Math.abs(stepX) + Math.abs(stepY);
        List<int[]> pixels = new ArrayList<>(outline);
        pixels.sort(Comparator.comparingDouble(pixel -> pixel[0] * stepX + pixel[1] * stepY));
        double[] starts = pixels.stream()
                .mapToDouble(pixel -> pixel[0] * stepX + pixel[1] * stepY + nearest)
                .toArray();
        double[] lines = new double[4 * starts.length];
        for (int i = 0; i < starts.length; i++) {
            for (int corner = 0; corner < 4; corner++) {
                lines[4 * i + corner] = starts[i] - nearest + (corner & 1) * stepX + (corner >> 1) * stepY;
            }
        }
        Arrays.sort(lines);
        double longest = 0;
        int first = 0;
        int end = 0;
        for (double t : lines) {
            while (starts[first] + width < t - TOUCH) first++;
            while (end < starts.length && starts[end] <= t + TOUCH) end++;
            longest = Math.max(longest, chord(pixels.subList(first, end), spacing, ux, uy, t));
        }
        return longest;
    }

    /** Length of the line {p : p · u = t} between the first and the last of some pixels that it meets, mm. */
    private static double chord(List<int[]> pixels, Spacing spacing, double ux, double uy, double t) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int[] pixel : pixels) {
            // Points of the line are t·u + s·(−uy, ux); s is clipped to the pixel.
            double[] x = clip(pixel[0] * spacing.x(), (pixel[0] + 1) * spacing.x(), t * ux, -uy);
            double[] y = clip(pixel[1] * spacing.y(), (pixel[1] + 1) * spacing.y(), t * uy, ux);
            double low = Math.max(x[0], y[0]);
            double high = Math.min(x[1], y[1]);
            if (low > high + TOUCH) continue;
            from = Math.min(from, low);
            to = Math.max(to, high);
        }
        return Math.max(0, to - from);
    }

    /** The range of s for which at + s·step lies within [low, high]; empty as {∞, −∞}. */
    private static double[] clip(double low, double high, double at, double step) {
        if (Math.abs(step) < ROUNDING) {
            boolean meets = at >= low - TOUCH && at <= high + TOUCH;
            return meets
                    ? new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}
                    : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        }
        double a = (low - at) / step;
        double b = (high - at) / step;
        return new double[] {Math.min(a, b), Math.max(a, b)};
    }
}
