package org.ichradiomics.batch;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.ichradiomics.text.InvalidInputException;
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
    private final FileChannel channel;
    private final WriteLock.Held lock;
    private final JsonObject run;
    private final Map<String, CaseRow> rows = new LinkedHashMap<>();

    private Journal(String name, FileChannel channel, WriteLock.Held lock, JsonObject run) {
        this.name = name;
        this.channel = channel;
        this.lock = lock;
        this.run = run;
    }

    /** Whether there is one, with at least its first line: before that is written, a run has nothing to lose. */
    static boolean exists(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String start = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
            int end = start.indexOf('\n');
            return end < 0
                    ? start.isEmpty() || start.startsWith("{")
                    : start.substring(0, end).contains(FORMAT);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Begins a journal, or goes on with the one that is there.
     *
     * @param run what run it is, for the first line; compared by whoever asks for {@link #run}
     * @param fresh whether what is there is thrown away
     * @throws InvalidInputException if it cannot be written, another run is writing it, or a line in its middle is
     *     damaged
     */
    static Journal open(Path file, JsonObject run, boolean fresh) throws InvalidInputException {
        String name = file.getFileName().toString();
        WriteLock.Held lock = WriteLock.held(file)
                .orElseThrow(() -> new InvalidInputException(
                        name + " is being written by another run: wait for its end, or choose another table."));
        FileChannel channel = null;
        Journal journal = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (fresh) channel.truncate(0);
            journal = read(name, channel, lock, run);
            return journal;
        } catch (IOException e) {
            throw new InvalidInputException(
                    name
                            + " cannot be written: the disk may be full, or the folder write-protected; choose "
                            + "another for the table.",
                    e);
        } finally {
            if (journal == null) {
                closeQuietly(channel);
                lock.close();
            }
        }
    }

    private static Journal read(String name, FileChannel channel, WriteLock.Held lock, JsonObject run)
            throws IOException, InvalidInputException {
        byte[] bytes = new byte[Math.toIntExact(channel.size())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {}
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        channel.truncate(end);
        channel.position(end);
        if (end == 0) {
            run.addProperty("format", FORMAT);
            Journal journal = new Journal(name, channel, lock, run);
            journal.write(run);
            return journal;
        }
        String[] lines = new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n");
        try {
            JsonObject begun = JsonParser.parseString(lines[0]).getAsJsonObject();
            if (!begun.get("format").getAsString().equals(FORMAT)) throw new IllegalStateException();
            Journal journal = new Journal(name, channel, lock, begun);
            for (int i = 1; i < lines.length; i++) {
                CaseRow row = CaseRow.of(JsonParser.parseString(lines[i]).getAsJsonObject());
                journal.rows.put(row.id(), row);
            }
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
            write(row.json());
        } catch (IOException e) {
            throw new InvalidInputException(
                    name + " cannot be written: the disk may be full; make room and resume.", e);
        }
        rows.put(row.id(), row);
    }

    private void write(JsonObject line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(false);
    }

    @Override
    public synchronized void close() {
        closeQuietly(channel);
        lock.close();
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            // All that was to be kept is on the disk already.
        }
    }
}
