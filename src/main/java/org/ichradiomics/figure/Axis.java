package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis: from data to the length of the panel, with ticks and a label.
 *
 * @param label may be empty
 * @param low the value at the left or lower end
 * @param high above {@code low}
 * @param ticks ascending; where their labels would overlap, some are left out when the figure is drawn
 */
public record Axis(String label, Scale scale, double low, double high, List<Tick> ticks, Look look) {

    private static final int MOST = 6;
    private static final double PADDING = 0.04;

    /** How values lie along an axis. */
    public enum Scale {
        /** Values lie as they are. */
        LINEAR,
        /** Values are positive and lie by their logarithm. */
        LOGARITHMIC,
        /** Values are 0, 1, 2, …, each of which has a name. */
        NAMES
    }

    /** What of an axis is drawn. */
    public enum Look {
        /** Line, ticks and labels. */
        FULL,
        /** Labels alone. */
        LABELS,
        /** Nothing. */
        NONE
    }

    /** A labelled value; a line break in the label begins a new line. */
    public record Tick(double value, String label) {}

    /**
     * @throws IllegalArgumentException if the limits are not finite and ascending, or not positive on a logarithmic
     *     axis
     */
    public Axis {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "the limits of an axis must be finite and ascending, were " + low + " and " + high);
        }
        if (scale == Scale.LOGARITHMIC && !(low > 0))
            throw new IllegalArgumentException("a logarithmic axis cannot begin at " + low);
        ticks = List.copyOf(ticks);
    }

    /** Linear with these limits and ticks at round values. */
    public static Axis linear(String label, double low, double high) {
        return new Axis(label, Scale.LINEAR, low, high, Ticks.linear(low, high, MOST), Look.FULL);
    }

    /** Linear around all finite values, with a little room at both ends; from 0 to 1 if there is none. */
    public static Axis around(String label, double[]... values) {
        double[] finite = finite(values);
        if (finite.length == 0) return linear(label, 0, 1);
        double low = Arrays.stream(finite).min().orElseThrow();
        double high = Arrays.stream(finite).max().orElseThrow();
        double room = high > low ? PADDING * (high - low) : high == 0 ? 1 : Math.abs(high) / 10;
        return linear(label, low - room, high + room);
    }

    /** Logarithmic around all finite positive values; from 0.1 to 10 if there is none. */
    public static Axis logarithmic(String label, double[]... values) {
        double[] positive = Arrays.stream(finite(values)).filter(v -> v > 0).toArray();
        double low = StrictMath.log10(Arrays.stream(positive).min().orElse(0.1));
        double high = StrictMath.log10(Arrays.stream(positive).max().orElse(10));
        double room = Math.max(PADDING * (high - low), 0.05);
        double from = StrictMath.pow(10, Math.max(-300, low - room));
        double to = StrictMath.pow(10, Math.min(300, high + room));
        return new Axis(label, Scale.LOGARITHMIC, from, to, Ticks.logarithmic(from, to, MOST), Look.FULL);
    }

    /** Names at 0, 1, 2, … from the left, or from below. */
    public static Axis names(String label, List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) ticks.add(new Tick(i, names.get(i)));
        return new Axis(label, Scale.NAMES, -0.5, Math.max(1, names.size()) - 0.5, ticks, Look.FULL);
    }

    /** One with the same limits, drawn in full. */
    Axis opposite(String other, List<Tick> others) {
        return new Axis(other, scale, low, high, others, Look.FULL);
    }

    /** The same with another look. */
    public Axis looking(Look other) {
        return new Axis(label, scale, low, high, ticks, other);
    }

    /** Where a value lies: 0 at {@code low}, 1 at {@code high}; NaN or infinite where it has no place. */
    public double along(double value) {
        if (scale != Scale.LOGARITHMIC) return (value - low) / (high - low);
        double from = StrictMath.log(low);
        return (StrictMath.log(value) - from) / (StrictMath.log(high) - from);
    }

    private static double[] finite(double[]... values) {
        return Arrays.stream(values)
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .toArray();
    }
}
