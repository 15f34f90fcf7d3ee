package org.ichradiomics.batch;

import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/** Other machines that work on single cases. What they are told and what they answer is text, which can be sent. */
public interface Machines {

    /** What is done to each case. */
    enum Step {
        /** Its headers are read: what would fail, and how much memory it needs. */
        HEADERS,
        /** Its files are hashed. */
        INPUTS,
        /** It is measured, and its row written. */
        MEASURE
    }

    /** Hears what came of a case. */
    @FunctionalInterface
    interface Answer {

        /** @param at of the case in its list */
        void hear(int at, String answer);
    }

    /** How many cases one of them has in memory at a time. */
    int atOnce();

    /** Bytes that each of them may use. */
    long memory();

    /**
     * Has a step done to each case with {@link Errands}, wherever and however often, until it is done.
     *
     * @param rows where rows are written, as text of a path; empty if none are
     * @param cases in the order in which they are begun
     * @param answer called once for each, by one thread at a time
     * @param listener asked whether the run shall end
     * @throws InvalidInputException if they cannot go on
     * @throws java.util.concurrent.CancellationException if the listener wants the end
     */
    void each(Step step, String rows, List<String> cases, Answer answer, BatchListener listener)
            throws InvalidInputException;
}
