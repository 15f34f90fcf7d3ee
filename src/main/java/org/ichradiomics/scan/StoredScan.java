package org.ichradiomics.scan;

import java.util.List;

import org.ichradiomics.text.InvalidInputException;

/** A scan or a mask in its file or folder, found by its headers: voxels are read when they are asked for. */
public interface StoredScan {

    /**
     * What the headers say, once the file is long enough for it.
     *
     * @throws InvalidInputException as {@link #scan}, as far as the headers tell
     */
    Header header() throws InvalidInputException;

    /**
     * Turned to LPS.
     *
     * @throws InvalidInputException if it cannot be read, or is not exactly one volume of numbers
     */
    Scan scan() throws InvalidInputException;

    /**
     * As {@link #scan}, of a mask, whose values need not be HU.
     *
     * @throws InvalidInputException as {@link #scan}
     */
    default Scan labels() throws InvalidInputException {
        return scan();
    }

    /** All scans that are there, the one that is read first; in words to choose by. */
    List<String> series();
}
