package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.ichradiomics.measure.Provenance;
import org.ichradiomics.text.InvalidInputException;

/** What a batch writes beside its table. */
final class BatchFiles {

    private BatchFiles() {}

    static Path journal(Path csv) {
        return Provenance.beside(csv, ".journal");
    }

    static Path log(Path csv) {
        return Provenance.beside(csv, ".log");
    }

    /** The table and all beside it, absolute. */
    static Set<Path> all(Path csv) {
        Set<Path> all = new HashSet<>(beside(csv));
        all.add(absolute(csv));
        return all;
    }

    /** @throws InvalidInputException if the table has the name of a file beside it */
    static void check(Path csv) throws InvalidInputException {
        if (!beside(csv).contains(absolute(csv))) return;
        throw new InvalidInputException(
                "The table cannot be called " + csv.getFileName() + ", as a file beside it: name it .csv.");
    }

    private static Set<Path> beside(Path csv) {
        return Set.of(absolute(Provenance.beside(csv)), absolute(journal(csv)), absolute(log(csv)));
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
