package org.ichradiomics.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the lines of a journal lie: the run's, then one for each finished case. */
interface JournalPlace extends Closeable {

    /**
     * The whole lines that were not there when this was asked before; the first of all is the run's.
     *
     * @throws IOException if they cannot be read
     */
    List<String> lines() throws IOException;

    /**
     * Writes the line of the run, before there is any other.
     *
     * @throws IOException if it cannot be written
     */
    void begin(String run) throws IOException;

    /**
     * Adds the line of a case; it is on the disk when this returns.
     *
     * @throws IOException if it cannot be written
     */
    void add(String id, String line) throws IOException;

    @Override
    void close();
}
