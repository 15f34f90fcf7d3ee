package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.List;

/** Round values along an axis. */
final class Ticks {

    /** Steps within a decade; the first that gives few enough ticks is taken. */
    private static final double[] STEPS = {1, 2, 5, 10};

    private static final double[][] DECADES = {{1, 2, 5}, {1, 3}, {1}};
    private static final double FUZZ = 1e-9;

    private Ticks() {}

    /** At most so many multiples of 1, 2 or 5 times a power of ten, all with the same decimals. */
    static List<Axis.Tick> linear(double low, double high, int most) {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / most)));
        int s = 0;
        while (s < STEPS.length - 1 && count(low, high, STEPS[s] * decade) > most) s++;
        double step = STEPS[s] * decade;
        int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + FUZZ));
        List<Axis.Tick> ticks = new ArrayList<>();
        long first = first(low, step);
        for (long i = first; i < first + count(low, high, step); i++) {
            // Divided, as 3 · 0.1 is not 0.3.
            double value = step < 1 ? i * STEPS[s] / Math.rint(1 / decade) : i * step;
            boolean isLong = decimals > 4 || Math.abs(value) >= 1e6;
            ticks.add(new Axis.Tick(value, isLong ? Numeral.digits(value, 4) : Numeral.fixed(value, decimals)));
        }
        return ticks;
    }

    private static long first(double low, double step) {
        return (long) Math.ceil(low / step - FUZZ);
    }

    private static long count(double low, double high, double step) {
        return (long) Math.floor(high / step + FUZZ) - first(low, step) + 1;
    }

    /** 1, 2 and 5, or 1 and 3, or 1 times the powers of ten, or some of these, so that there are at most so many. */
    static List<Axis.Tick> logarithmic(double low, double high, int most) {
        int from = (int) Math.floor(StrictMath.log10(low));
        int to = (int) Math.ceil(StrictMath.log10(high));
        List<Axis.Tick> ticks = List.of();
        for (double[] decade : DECADES) {
            ticks = logarithmic(low, high, from, to, decade, 1);
            if (ticks.size() <= most) return ticks;
        }
        for (int every = 2; ticks.size() > most; every++)
            ticks = logarithmic(low, high, from, to, new double[] {1}, every);
        return ticks;
    }

    private static List<Axis.Tick> logarithmic(double low, double high, int from, int to, double[] decade, int every) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int exponent = from; exponent <= to; exponent++) {
            if (Math.floorMod(exponent, every) != 0) continue;
            for (double digit : decade) {
                double value = Double.parseDouble(digit + "e" + exponent);
                if (value >= low * (1 - FUZZ) && value <= high * (1 + FUZZ))
                    ticks.add(new Axis.Tick(value, Numeral.digits(value, 3)));
            }
        }
        return ticks;
    }
}
