package org.ichradiomics.text;

import java.nio.file.Path;

/**
 * Files that lie elsewhere than on the disks of this machine, such as those of {@code hdfs:} and {@code s3a:}. A jar
 * that reaches them names its class to Java's {@link java.util.ServiceLoader}.
 */
public interface Storage {

    /**
     * A path there, for all that {@link java.nio.file.Files} does.
     *
     * @param text with a scheme, as in {@code hdfs://name-node:8020/cohort}
     * @throws InvalidInputException if there is no such storage, or it cannot be reached
     */
    Path path(String text) throws InvalidInputException;

    /** Whether a path lies in a storage, and not on a disk of this machine. */
    static boolean holds(Path path) {
        return !path.toUri().getScheme().equals("file");
    }
}
