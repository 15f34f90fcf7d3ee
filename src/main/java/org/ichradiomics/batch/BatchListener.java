package org.ichradiomics.batch;

import org.ichradiomics.text.Countdown;

/** Hears how far a batch is, and may end it. Called by one thread at a time. */
public interface BatchListener {

    /** Nobody listens. */
    BatchListener NONE = (id, status, reason, countdown) -> {};

    /**
     * Before the first case.
     *
     * @param cases all of the list
     * @param left those that are to be measured
     */
    default void begun(int cases, int left) {}

    /** The run is there already, finished, of the same list, settings and inputs; nothing is done. */
    default void unchanged() {}

    /** A case is finished and safe on the disk. */
    void finished(String id, String status, String reason, Countdown countdown);

    /** The page of one case more is written, or it has none. */
    default void reported(int done, int total) {}

    /** Whether the run shall end; asked several times a second. */
    default boolean isCanceled() {
        return false;
    }
}
