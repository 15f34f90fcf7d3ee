package org.ichradiomics.text;

import java.util.concurrent.CancellationException;

/** Hears how far an extraction is. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (family, done) -> {};

    /**
     * Called before each family.
     *
     * @param done share of the work that is done, 0..1
     * @throws CancellationException to end the extraction
     */
    void at(String family, double done);

    /** The same listener for a part of the work, from one share of the whole to another. */
    default Progress between(double start, double end) {
        return (family, done) -> at(family, start + (end - start) * done);
    }
}
