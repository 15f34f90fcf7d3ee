package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.PlaneDistance;
import org.ichradiomics.region.Spacing;

/**
 * Slices filled in between drawn ones, by shape: for each drawn slice the signed distance to the outline in mm (between
 * pixel centres, less half a pixel, positive inside, holes kept); a slice at a fraction t of the way is where (1 − t) A
 * + t B ≥ 0 (Raya and Udupa 1990; Herman, Zheng and Bucholtz 1992). As such straight lines cut the rounded sides of a
 * bleed short, the mean is taken of the line and of the polynomial through the neighbouring drawn slices too, four at
 * most (the cubic interpolation of the latter paper); what lies in both drawn slices is always inside. Drawn slices
 * stay as they are; nothing is added before the first and behind the last.
 */
final class Between {

    private Between() {}

    /**
     * Fills every empty slice between two drawn ones.
     *
     * @param drawn the mask, one slice of the box after another
     * @param barriers by slice of the box, true where an empty slice is meant to be empty and is not filled across
     */
    static Piece fill(Piece drawn, boolean[] barriers) {
        Piece filled = drawn.copy();
        List<Integer> run = new ArrayList<>();
        for (int k = 0; k < drawn.box().depth(); k++) {
            if (barriers[k]) {
                fill(drawn, filled, run);
                run.clear();
            } else if (Piece.any(drawn.slice(k))) {
                run.add(k);
            }
        }
        fill(drawn, filled, run);
        return filled;
    }

    private static void fill(Piece drawn, Piece filled, List<Integer> run) {
        Map<Integer, double[]> distances = new HashMap<>();
        for (int i = 0; i + 1 < run.size(); i++) {
            if (run.get(i + 1) - run.get(i) > 1) {
                List<Integer> near = run.subList(Math.max(0, i - 1), Math.min(run.size(), i + 3));
                for (int k : near)
                    distances.computeIfAbsent(
                            k,
                            slice -> signed(
                                    drawn.slice(slice),
                                    drawn.box(),
                                    drawn.grid().spacing()));
                for (int k = run.get(i) + 1; k < run.get(i + 1); k++) {
                    fill(filled.slice(k), k, run.get(i), run.get(i + 1), near, distances);
                }
            }
        }
    }

    private static void fill(boolean[] slice, int k, int from, int to, List<Integer> near, Map<Integer, double[]> d) {
        double[] weights = near.stream().mapToDouble(at -> weight(k, at, near)).toArray();
        double[] a = d.get(from);
        double[] b = d.get(to);
        double t = (double) (k - from) / (to - from);
        for (int p = 0; p < slice.length; p++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) sum += weights[i] * d.get(near.get(i))[p];
            double line = (1 - t) * a[p] + t * b[p];
            slice[p] = sum + line >= 0 || a[p] >= 0 && b[p] >= 0;
        }
    }

    /** Lagrange's weight of one slice in the polynomial through several. */
    private static double weight(int k, int at, List<Integer> near) {
        double weight = 1;
        for (int other : near) {
            if (other != at) weight *= (double) (k - other) / (at - other);
        }
        return weight;
    }

    private static double[] signed(boolean[] slice, Box box, Spacing spacing) {
        double half = Math.min(spacing.x(), spacing.y()) / 2;
        double[] toOutside = PlaneDistance.squared(slice, false, box.width(), box.height(), spacing);
        double[] toInside = PlaneDistance.squared(slice, true, box.width(), box.height(), spacing);
        double[] signed = new double[slice.length];
        for (int p = 0; p < slice.length; p++) {
            signed[p] = slice[p] ? Math.sqrt(toOutside[p]) - half : half - Math.sqrt(toInside[p]);
        }
        return signed;
    }
}
