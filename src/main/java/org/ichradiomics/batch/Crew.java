package org.ichradiomics.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;

/** Who measures the cases of a run. */
interface Crew {

    /** Hears of each case when its row is safe; called by one thread at a time. */
    @FunctionalInterface
    interface Finished {
        void hear(String id, String status, String reason);
    }

    /** Whether rows are written by other machines, into a folder that all can reach. */
    default boolean isElsewhere() {
        return false;
    }

    /** {@link InputHash} of each case, by its id. */
    default Map<String, String> inputs(List<BatchCase> cases) throws InvalidInputException {
        Map<String, String> inputs = new HashMap<>();
        for (BatchCase one : cases) inputs.put(one.id(), InputHash.of(one));
        return inputs;
    }

    /**
     * Measures cases and puts their rows into the journal.
     *
     * @throws InvalidInputException if that cannot go on
     * @throws java.util.concurrent.CancellationException if the listener wants the end
     */
    void measure(List<BatchCase> left, Journal journal, Finished finished, BatchListener listener)
            throws InvalidInputException;
}
