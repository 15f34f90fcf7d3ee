package org.ichradiomics.batch;

import java.nio.file.Path;
import java.util.Set;

import org.ichradiomics.report.Provenance;

/** What a batch writes beside its table. */
final class BatchFiles {

    private BatchFiles() {
    }

    static Path journal(Path csv) {
        return beside(csv, ".journal");
    }

    static Path log(Path csv) {
        return beside(csv, ".log");
    }

    /** The table and all beside it, absolute. */
    static Set<Path> all(Path csv) {
        return Set.of(absolute(csv), absolute(Provenance.beside(csv)), absolute(journal(csv)), absolute(log(csv)));
    }

    private static Path beside(Path csv, String ending) {
        Path record = Provenance.beside(csv);
        return record.resolveSibling(record.getFileName().toString().replaceFirst("\\.json$", ending));
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
