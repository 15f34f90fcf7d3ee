package org.ichradiomics.study;

import java.util.stream.IntStream;

/**
 * An outcome of each case of a cohort.
 *
 * @param values by case: 1 the event, 0 none, NaN not known
 */
public record Endpoint(OutcomeRule rule, double[] values) {

    /** Those of some cases whose outcome is known, in their order. */
    public int[] known(int[] cases) {
        return IntStream.of(cases).filter(i -> !Double.isNaN(values[i])).toArray();
    }

    /** Whether the event happened, by case; the outcome of all of them is known. */
    public boolean[] events(int[] cases) {
        boolean[] events = new boolean[cases.length];
        for (int i = 0; i < cases.length; i++) events[i] = values[cases[i]] == 1;
        return events;
    }

    /** How many of the cases had the event. */
    public int count(int[] cases) {
        return (int) IntStream.of(cases).filter(i -> values[i] == 1).count();
    }

    /** Those of some cases with the event, or without; others are not among either. */
    public int[] with(int[] cases, boolean event) {
        return IntStream.of(cases).filter(i -> values[i] == (event ? 1 : 0)).toArray();
    }
}
