package org.ichradiomics.scan;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.ichradiomics.text.InvalidInputException;

/** Takes the values of a mask in raster order, finds its labels and counts their voxels. */
public final class LabelTally {

    /** From here on, neighbouring integers are one and the same double. */
    private static final double EXACT = 1L << 53;

    /** What the rounding of a slope may make of a label, as a part of it, and at most. */
    private static final double ROUNDED = 1e-6;

    private static final double MOST_ROUNDED = 1e-3;

    /** Whoever sees such a value wonders where the border lies. */
    private static final double NEARLY = 1e-2;

    /** A mask with more is an image that was taken for one. */
    private static final int MOST_LABELS = 4096;

    private final String name;
    private final int[] size;
    private final LabelVoxels voxels;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private long[] counts = new long[8];
    private int at;
    private double last;
    private int number;
    private double rounded;

    /**
     * @param name what to call the mask in sentences
     * @param size columns, rows and slices of its grid, in the order in which the values come
     */
    public LabelTally(String name, int... size) {
        this.name = name;
        this.size = size.clone();
        this.voxels = new LabelVoxels(this.size);
    }

    /** Passes over voxels of background. */
    public void skip(int background) {
        last = 0;
        number = 0;
        at += background;
    }

    /**
     * Takes in the first {@code n} values.
     *
     * @throws InvalidInputException if one is fractional, negative, NaN or beyond 2⁵³, or if there are so many that it
     *     cannot be a mask
     */
    public void add(double[] values, int n) throws InvalidInputException {
        for (int i = 0; i < n; i++, at++) {
            // Neighbours mostly have the same one.
            if (values[i] != last) change(values[i]);
            if (number == 0) continue;
            counts[number]++;
            voxels.add(at, number);
        }
    }

    private void change(double value) throws InvalidInputException {
        double whole = whole(value);
        if (numbers.size() > MOST_LABELS) {
            throw new InvalidInputException(name + " holds more than " + MOST_LABELS
                    + " different values, so it is an image and no mask: open the mask that was made "
                    + "for this scan.");
        }
        if (whole != value && rounded == 0) rounded = value;
        last = value;
        number = whole == 0 ? 0 : numbers.computeIfAbsent((long) whole, label -> numbers.size() + 1);
        if (number >= counts.length) counts = Arrays.copyOf(counts, 2 * number);
    }

    /** The first value that is no whole number but was taken for one; 0 if there is none. */
    public double rounded() {
        return rounded;
    }

    /** What was found, once all values are in. */
    LabelVoxels voxels() {
        voxels.close();
        return voxels;
    }

    /** The number of each label in {@link #voxels}. */
    Map<Long, BitSet> numbers() {
        Map<Long, BitSet> all = new HashMap<>();
        numbers.forEach(
                (label, number) -> all.computeIfAbsent(label, k -> new BitSet()).set(number));
        return all;
    }

    /** Label → voxels, in ascending order. */
    Map<Long, Long> counts() {
        Map<Long, Long> all = new TreeMap<>();
        numbers.forEach((label, k) -> all.put(label, counts[k]));
        return all;
    }

    private double whole(double value) throws InvalidInputException {
        double whole = Math.rint(value);
        if (Math.abs(value - whole) <= Math.min(ROUNDED * Math.max(1, Math.abs(whole)), MOST_ROUNDED)
                && whole >= 0
                && whole < EXACT) return whole;
        String place = " at column " + at % size[0] + ", row " + at / size[0] % size[1] + ", slice "
                + (at / size[0] / size[1] + 1);
        if (!Double.isFinite(value)) {
            throw new InvalidInputException(name + " holds " + value + place + ": replace it by 0 or by a label.");
        }
        if (value != whole) {
            String border = Math.abs(value - whole) > NEARLY
                    ? ""
                    : " What a slope's rounding leaves, up to 1e-6 from one, would be taken.";
            throw new InvalidInputException(name + " is a fractional mask, it holds " + text(value) + place
                    + ": threshold it first (at 0.5, say), so that it holds whole numbers only." + border);
        }
        throw new InvalidInputException(name + " holds " + (long) value + place + ", which is no label: "
                + (value == -1
                        ? "if it was 255 before it was saved with a sign, save the mask as unsigned 8 bit; else "
                        : "")
                + "open a mask, whose labels are 1, 2, 3 and so on, not a scan.");
    }

    /** A float32 in its own digits, 0.9999 rather than 0.9998999834060669. */
    static String text(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }
}
