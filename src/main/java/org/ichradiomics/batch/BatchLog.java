package org.ichradiomics.batch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Storage;
import org.ichradiomics.text.WholeFile;

/**
 * What happened when, a line each: ids of cases, names of files, sentences; nothing from a header. In a
 * {@link Storage}, where no line can be added to a file, it is written when it is closed.
 *
 * @param whole where it is written then; null elsewhere
 */
record BatchLog(Writer out, Path whole) implements Closeable {

    static BatchLog open(Path file, boolean fresh) throws InvalidInputException {
        try {
            if (Storage.holds(file)) {
                StringWriter lines = new StringWriter();
                if (!fresh && Files.exists(file)) lines.write(Files.readString(file));
                return new BatchLog(lines, file);
            }
            Writer out = Files.newBufferedWriter(
                    file,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    fresh ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            return new BatchLog(out, null);
        } catch (IOException e) {
            throw new InvalidInputException(
                    file.getFileName() + " cannot be written: choose another folder for the table.", e);
        }
    }

    /** Whether it is a log of a batch; nothing at all may become one. */
    static boolean isOne(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            String first = in.readLine();
            return first == null || first.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z .*");
        } catch (IOException e) {
            return false;
        }
    }

    synchronized void say(String line) {
        try {
            out.write(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + line + "\n");
            out.flush();
        } catch (IOException e) {
            // A log that cannot be written costs no numbers: those are in the journal.
        }
    }

    @Override
    public void close() {
        try {
            out.close();
            if (whole != null) WholeFile.replace(whole, WholeFile.of(out.toString()));
        } catch (IOException | InvalidInputException e) {
            // As above.
        }
    }
}
