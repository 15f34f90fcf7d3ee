package org.ichradiomics.casework;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FilesTogether;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.TextFile;
import org.ichradiomics.text.WriteLock;

/** Saves a case in one step: mask, ROIs, picture, report, row and state, or nothing. */
public final class CaseSaving {

    /** Writes one file. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Writes it.
         *
         * @param file the name has its ending
         * @throws InvalidInputException if it cannot be written
         */
        void write(Path file) throws InvalidInputException;
    }

    private final CaseHome home;
    private final Map<Path, Writer> files = new LinkedHashMap<>();

    /** Nothing is to be written yet. */
    public CaseSaving(CaseHome home) {
        this.home = home;
    }

    /** One file more. */
    public CaseSaving with(Path file, Writer writer) {
        files.put(file, writer);
        return this;
    }

    /** What a later scan is, from now on, besides. */
    public CaseSaving with(CaseState later) {
        return with(home.followUp().state(), later::write);
    }

    /**
     * Saves all, and forgets the drafts.
     *
     * @param row of the case, with the columns of the table; it replaces an earlier one, which goes into the history
     * @param state as it is to be from now on
     * @throws InvalidInputException if a file cannot be written, or the table has other columns; all is then as it was
     */
    public void save(FeatureTable row, CaseState state) throws InvalidInputException {
        Draft.make(home.out());
        WriteLock.of(home.table(), () -> {
            FilesTogether.finish(home.out());
            Map<Path, String> tables = CaseTable.with(row, home).files(home);
            try (FilesTogether together = new FilesTogether(home.out())) {
                for (Map.Entry<Path, Writer> file : files.entrySet())
                    file.getValue().write(together.stand(file.getKey()));
                for (Map.Entry<Path, String> table : tables.entrySet())
                    TextFile.write(together.stand(table.getKey()), table.getValue());
                state.write(together.stand(home.state()));
                together.commit();
            }
            forget(home.draft());
            if (files.containsKey(home.followUp().state()))
                forget(home.followUp().draft());
            return null;
        });
    }

    /**
     * Finishes what a killed program had begun to save.
     *
     * @throws InvalidInputException if that is not possible
     */
    public static void finish(Path out) throws InvalidInputException {
        if (!Files.isDirectory(out)) return;
        WriteLock.of(out.resolve("table.csv"), () -> {
            FilesTogether.finish(out);
            return null;
        });
    }

    private static void forget(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // It stays and is passed over, since the state says that the case is saved.
        }
    }
}
