package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.Key;

/** Who trains and who tests. */
public sealed interface SplitRule {

    /**
     * A column of the clinical table says it.
     *
     * @param training the word for those who train; empty for the usual ones
     * @param test the word for those who test; empty for the usual ones
     * @param tests words of several tests, each a part of its own; none where one is enough
     * @param leftOut words of those who do neither and take no part
     */
    record Column(
            String column,
            Optional<String> training,
            Optional<String> test,
            @Key(cells = true) List<String> leftOut,
            @Key(cells = true, late = true) List<String> tests)
            implements SplitRule {

        /** @throws IllegalArgumentException if there are both a test and several */
        public Column {
            training = training.filter(word -> !word.isEmpty());
            test = test.filter(word -> !word.isEmpty());
            leftOut = List.copyOf(leftOut);
            tests = List.copyOf(tests);
            if (test.isPresent() && !tests.isEmpty())
                throw new IllegalArgumentException("split names both \"test\" and \"tests\", where one must do");
        }

        /** With an empty word for a usual one. */
        public Column(String column, String training, String test) {
            this(column, Optional.of(training), Optional.of(test), List.of(), List.of());
        }
    }

    /**
     * Drawn by the seed of the plan.
     *
     * @param share of the training, above 0 and below 1
     * @param stratified whether events and others are shared out by themselves: ⌊share · n⌋ of each
     */
    record Random(double share, boolean stratified) implements SplitRule {

        /** 7:3, which of 44 and 269 cases gives 30 and 188 as in the paper. */
        public static final Random AS_PUBLISHED = new Random(0.7, true);

        /** @throws IllegalArgumentException unless the share is between 0 and 1 */
        public Random {
            if (!(share > 0 && share < 1))
                throw new IllegalArgumentException("the share of the training must be between 0 and 1, was " + share);
        }
    }

    /** Everybody trains. */
    record None() implements SplitRule {}
}
