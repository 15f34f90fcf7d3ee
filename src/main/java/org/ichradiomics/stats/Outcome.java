package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/** The outcome of each case: whether the event happened. */
public final class Outcome {

    private static final int SHOWN = 5;

    private Outcome() {}

    /**
     * From 0 and 1.
     *
     * @param name how sentences call it
     * @throws InvalidInputException if a value is missing, there are others than 0 and 1, or all are the same
     */
    public static boolean[] of(String name, double[] values) throws InvalidInputException {
        requireFinite("The outcome \"" + name + "\" is missing", values, "fill it in or leave these cases out");
        if (Arrays.stream(values).anyMatch(v -> v != 0 && v != 1)) {
            double[] distinct = Arrays.stream(values).distinct().sorted().toArray();
            Stream<String> some = Arrays.stream(distinct).limit(SHOWN).mapToObj(NumberText::plain);
            throw new InvalidInputException("The outcome \"" + name + "\" has the values "
                    + some.collect(Collectors.joining(", ")) + (distinct.length > SHOWN ? ", …" : "")
                    + ": code it as 0 and 1.");
        }
        boolean[] events = new boolean[values.length];
        for (int i = 0; i < values.length; i++) events[i] = values[i] == 1;
        requireBoth(name, events);
        return events;
    }

    /** @throws IllegalArgumentException if there are not as many values as outcomes */
    static void requireEach(String noun, double[] values, boolean[] events) {
        if (values.length != events.length)
            throw new IllegalArgumentException(values.length + " " + noun + " but " + events.length + " outcomes");
    }

    /**
     * @param fault what is wrong with a value that is not finite, as "The score is missing"
     * @param mend what to do with such cases
     * @throws InvalidInputException if there is one
     */
    static void requireFinite(String fault, double[] values, String mend) throws InvalidInputException {
        int bad = values.length - Summary.finite(values).length;
        if (bad > 0)
            throw new InvalidInputException(fault + " in " + bad + " of " + values.length + " cases: " + mend + ".");
    }

    /** @throws InvalidInputException if there is no event, or nothing but events */
    static void requireBoth(String name, boolean[] events) throws InvalidInputException {
        int count = events(events);
        if (count == 0 || count == events.length) {
            throw new InvalidInputException("The outcome \"" + name + "\" is " + (count == 0 ? "0" : "1") + " in all "
                    + events.length + " cases: choose cases with and without the event.");
        }
    }

    static boolean[] select(boolean[] events, int[] cases) {
        boolean[] some = new boolean[cases.length];
        for (int i = 0; i < some.length; i++) some[i] = events[cases[i]];
        return some;
    }

    /** The values of the cases with the event, or of those without it. */
    static double[] only(boolean event, boolean[] events, double[] values) {
        return IntStream.range(0, events.length)
                .filter(i -> events[i] == event)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    static int events(boolean[] events) {
        int count = 0;
        for (boolean event : events) count += event ? 1 : 0;
        return count;
    }
}
