package org.ichradiomics.batch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.WriteLock;

/**
 * The finished cases of a run, one line of JSON each, in the order in which they were finished; the first line says
 * what run it is. A line is on the disk when {@link #add} returns. What a killed run left half written is cut off when
 * the journal is opened again.
 */
final class Journal implements Closeable {

    private static final String FORMAT = "ICH Radiomics batch journal";

    /** The key of the version that began it. */
    static final String SOFTWARE = "software";

    /** Longer is no first line. */
    private static final int FIRST_LINE = 1 << 16;

    private final String name;
    private final JournalPlace place;
    private final WriteLock.Held lock;
    private final JsonObject run;
    private final Map<String, CaseRow> rows = new LinkedHashMap<>();

    private Journal(String name, JournalPlace place, WriteLock.Held lock, JsonObject run) {
        this.name = name;
        this.place = place;
        this.lock = lock;
        this.run = run;
    }

    /** Whether there is one, with at least its first line: before that is written, a run has nothing to lose. */
    static boolean exists(Path file) {
        Path first = first(file);
        if (!Files.isRegularFile(first)) return false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(first))) {
            for (int read = in.read(); read >= 0; read = in.read()) if (read == '\n') return true;
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether it is a journal, of whatever run and version; nothing at all, or half of a first line, may become one.
     */
    static boolean isOne(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(first(file)))) {
            String start = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
            int end = start.indexOf('\n');
            return end < 0
                    ? start.isEmpty() || start.startsWith("{")
                    : start.substring(0, end).contains(FORMAT);
        } catch (IOException e) {
            return false;
        }
    }

    /** The file that begins with the line of the run. */
    private static Path first(Path file) {
        return Files.isDirectory(file) ? JournalFolder.run(file) : file;
    }

    /** As {@link #open(Path, JsonObject, boolean, boolean)}, in a folder if there is one. */
    static Journal open(Path file, JsonObject run, boolean fresh) throws InvalidInputException {
        return open(file, run, fresh, Files.isDirectory(file));
    }

    /**
     * Begins a journal, or goes on with the one that is there.
     *
     * @param run what run it is, for the first line; compared by whoever asks for {@link #run}
     * @param fresh whether what is there is thrown away
     * @param isFolder whether other machines shall write into it
     * @throws InvalidInputException if it cannot be written, another run is writing it, or a line in its middle is
     *     damaged
     */
    static Journal open(Path file, JsonObject run, boolean fresh, boolean isFolder) throws InvalidInputException {
        String name = file.getFileName().toString();
        WriteLock.Held lock = WriteLock.held(file)
                .orElseThrow(() -> new InvalidInputException(
                        name + " is being written by another run: wait for its end, or choose another table."));
        JournalPlace place = null;
        Journal journal = null;
        try {
            if (isFolder && !fresh && Files.isRegularFile(file)) throw ofOneMachine(name);
            place = isFolder ? new JournalFolder(file, fresh) : new JournalFile(file, fresh);
            journal = read(name, place, lock, run);
            return journal;
        } catch (IOException e) {
            throw new InvalidInputException(
                    name
                            + " cannot be written: the disk may be full, or the folder write-protected; choose "
                            + "another for the table.",
                    e);
        } finally {
            if (journal == null) {
                if (place != null) place.close();
                lock.close();
            }
        }
    }

    private static InvalidInputException ofOneMachine(String name) {
        return new InvalidInputException(Sentence.of(
                name + " holds a run of one machine, whose rows a cluster cannot add to: go on with it there, give ",
                Replacing.OVERWRITE,
                " to begin anew, or choose another table."));
    }

    private static Journal read(String name, JournalPlace place, WriteLock.Held lock, JsonObject run)
            throws IOException, InvalidInputException {
        List<String> lines = place.lines();
        if (lines.isEmpty()) {
            run.addProperty("format", FORMAT);
            place.begin(run.toString());
            return new Journal(name, place, lock, run);
        }
        try {
            JsonObject begun = JsonParser.parseString(lines.get(0)).getAsJsonObject();
            if (!begun.get("format").getAsString().equals(FORMAT)) throw new IllegalStateException();
            Journal journal = new Journal(name, place, lock, begun);
            journal.take(lines.subList(1, lines.size()));
            return journal;
        } catch (JsonParseException
                | IllegalStateException
                | IllegalArgumentException
                | NullPointerException
                | UnsupportedOperationException e) {
            throw new InvalidInputException(
                    name + " is damaged or not the journal of a batch: move it away and start anew.", e);
        }
    }

    private void take(List<String> lines) {
        for (String line : lines) {
            CaseRow row = CaseRow.of(JsonParser.parseString(line).getAsJsonObject());
            rows.put(row.id(), row);
        }
    }

    /** Of its file. */
    String name() {
        return name;
    }

    /** What run it is. */
    JsonObject run() {
        return run;
    }

    /**
     * Refuses to go on with what another version began: it would give the same case another status, and the table two
     * of them.
     *
     * @param software this one, with its version
     * @throws InvalidInputException if another did; the journal is closed then
     */
    void requireMadeBy(String software) throws InvalidInputException {
        Optional<String> other = madeByOther(software);
        if (other.isEmpty()) return;
        close();
        throw new InvalidInputException(Sentence.of(
                other.get(),
                ": give ",
                EarlierRun.RECOMPUTE,
                " to measure all cases again, or go on with the version that began it."));
    }

    /** That it is of another version, as the beginning of a sentence; empty if it is not. */
    Optional<String> madeByOther(String software) {
        String maker = run.has(SOFTWARE) ? run.get(SOFTWARE).getAsString() : "another version";
        return maker.equals(software)
                ? Optional.empty()
                : Optional.of(
                        name + " was written by " + maker + ", and this is " + software + ", which looks for more");
    }

    /**
     * The rows as other machines write them.
     *
     * @throws IllegalStateException if they lie in one file
     */
    RowFiles files() {
        if (place instanceof JournalFolder folder) return folder.rows();
        throw new IllegalStateException(name + " is one file");
    }

    /**
     * Forgets the row of a case that is to be measured again by another machine.
     *
     * @throws IOException if it cannot be deleted
     */
    void forget(String id) throws IOException {
        if (place instanceof JournalFolder folder && rows.remove(id) != null) folder.forget(id);
    }

    /**
     * Looks what other machines have finished meanwhile.
     *
     * @throws InvalidInputException if it cannot be read
     */
    synchronized void refresh() throws InvalidInputException {
        try {
            take(place.lines());
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new InvalidInputException(name + " cannot be read: see whether its storage is there, and resume.", e);
        }
    }

    /** The finished cases by id; of a case that was measured again, the last. */
    synchronized Map<String, CaseRow> rows() {
        return new LinkedHashMap<>(rows);
    }

    /**
     * Adds a finished case.
     *
     * @throws InvalidInputException if it cannot be written; the run cannot go on then
     */
    synchronized void add(CaseRow row) throws InvalidInputException {
        try {
            place.add(row.id(), row.json().toString());
        } catch (IOException e) {
            throw new InvalidInputException(
                    name + " cannot be written: the disk may be full; make room and resume.", e);
        }
        rows.put(row.id(), row);
    }

    @Override
    public synchronized void close() {
        place.close();
        lock.close();
    }
}
