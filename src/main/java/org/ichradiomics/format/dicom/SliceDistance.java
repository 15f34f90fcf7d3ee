package org.ichradiomics.format.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one distance from slice to slice, where there is one. */
final class SliceDistance {

    /** Steps may differ by this much, in mm, or by this part of themselves: headers are rounded. */
    static final double TOLERANCE = 0.01;

    private static final double RELATIVE_TOLERANCE = 0.01;

    /** 0.63 − 0.62 is more than 0.01 in binary. */
    private static final double ROUNDING = 1e-9;

    /** Above this part of long steps nobody lost slices: the series was taken that way. */
    private static final double MOST_GAPS = 0.1;

    private final String name;
    private final List<String> warnings;

    /** @param warnings gets a sentence where there is no single distance, or a doubtful one */
    SliceDistance(String name, List<String> warnings) {
        this.name = name;
        this.warnings = warnings;
    }

    /** Of the steps from slice to slice, in mm; NaN when there is no single one. */
    double of(double[] steps) {
        double mean = Arrays.stream(steps).sum() / steps.length;
        // To a nanometre: sums leave digits that no header holds, and 5 mm should be 5.
        if (Arrays.stream(steps).allMatch(step -> isSame(step, mean))) return checked(Math.rint(mean * 1e6) / 1e6);
        TreeMap<Double, Integer> counts = counts(steps);
        double usual = usual(counts);
        List<Integer> gaps = new ArrayList<>();
        boolean multiples = true;
        for (int i = 0; i < steps.length; i++) {
            if (isSame(steps[i], usual)) continue;
            double times = steps[i] / usual;
            multiples &= times > 1.5 && Math.abs(times - Math.rint(times)) <= RELATIVE_TOLERANCE * times;
            gaps.add(i);
        }
        if (multiples && gaps.size() <= Math.max(1, MOST_GAPS * steps.length)) {
            String places = gaps.stream()
                    .map(i -> "between slice " + (i + 1) + " and " + (i + 2) + " (" + HeaderWord.number(steps[i])
                            + " mm instead of " + HeaderWord.number(usual) + " mm)")
                    .collect(Collectors.joining(", "));
            warnings.add(name + " lacks slices " + places + ", so no single slice distance exists: complete the series,"
                    + " or give the spacing in mm to insist.");
        } else {
            String all = counts.entrySet().stream()
                    .map(e -> HeaderWord.number(e.getKey()) + " mm (" + e.getValue() + " ×)")
                    .collect(Collectors.joining(", "));
            warnings.add(name + " has a mixed slice distance, " + all + ", so no single slice distance exists:"
                    + " resample it to even slices, or give the spacing in mm to insist.");
        }
        return Double.NaN;
    }

    private double checked(double mm) {
        if (SliceHeader.isLength(mm)) return mm;
        warnings.add(
                name + " has slices " + HeaderWord.number(mm) + " mm apart, which cannot be: give the spacing in mm.");
        return Double.NaN;
    }

    /** Steps that agree within the tolerance are counted as one, under the first of them from below. */
    private static TreeMap<Double, Integer> counts(double[] steps) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double first = Double.NaN;
        for (double step : sorted) {
            if (!isSame(step, first)) first = step;
            counts.merge(first, 1, Integer::sum);
        }
        return counts;
    }

    private static double usual(TreeMap<Double, Integer> counts) {
        double usual = counts.firstKey();
        for (double step : counts.keySet()) if (counts.get(step) > counts.get(usual)) usual = step;
        return usual;
    }

    private static boolean isSame(double step, double other) {
        return Math.abs(step - other) <= Math.max(TOLERANCE, RELATIVE_TOLERANCE * other) + ROUNDING;
    }

    /** @param thicknesses of the slices that tell theirs */
    void compare(double[] thicknesses, double distance, boolean isOnly) {
        if (thicknesses.length == 0) return;
        TreeMap<Double, Integer> counts = counts(thicknesses);
        if (counts.size() > 1) {
            String all = counts.entrySet().stream()
                    .map(e -> HeaderWord.number(e.getKey()) + " mm (" + e.getValue() + " ×)")
                    .collect(Collectors.joining(", "));
            warnings.add(
                    name + " has slices of mixed thickness, " + all + ": features of such slices are not comparable.");
            return;
        }
        double thickness = counts.firstKey();
        if (Double.isNaN(distance) || isOnly || isSame(thickness, distance)) return;
        warnings.add(name + " has slices " + HeaderWord.number(thickness) + " mm thick and "
                + HeaderWord.number(distance) + " mm apart, so they "
                + (thickness > distance ? "overlap" : "leave gaps") + ": the distance was used.");
    }
}
