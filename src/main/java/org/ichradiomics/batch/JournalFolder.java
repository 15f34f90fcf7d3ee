package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sha256;
import org.ichradiomics.text.WholeFile;

/** A journal in a folder, whose rows are written by other machines: {@code run.json} and {@link RowFiles}. */
final class JournalFolder implements JournalPlace {

    private static final String RUN = "run.json";
    private static final int HASH = 12;

    /** A storage answers many at a time, and each of them late. */
    private static final int READERS = 16;

    private final Path folder;
    private final Set<Path> read = new HashSet<>();
    private String run = "";

    /** @throws IOException if it cannot be made, or what is there cannot be deleted */
    JournalFolder(Path folder, boolean fresh) throws IOException {
        this.folder = folder;
        if (fresh && Files.exists(folder)) delete(folder);
        Files.createDirectories(folder);
    }

    static Path run(Path folder) {
        return folder.resolve(RUN);
    }

    /** Those of the run that was begun. */
    RowFiles rows() {
        return new RowFiles(folder.resolve(Sha256.of(run).substring(0, HASH)));
    }

    @Override
    public List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        if (run.isEmpty()) {
            if (!Files.exists(run(folder))) return lines;
            run = Files.readString(run(folder)).strip();
            lines.add(run);
        }
        List<Path> fresh = rows().rows().stream().filter(read::add).toList();
        ExecutorService pool = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Optional<String>>> texts = fresh.stream()
                    .map(file -> pool.submit(() -> RowFiles.read(file)))
                    .toList();
            for (Future<Optional<String>> text : texts) text.get().ifPresent(lines::add);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            pool.shutdownNow();
        }
        return lines;
    }

    /** @throws IOException if the row cannot be deleted */
    void forget(String id) throws IOException {
        read.remove(rows().forget(id));
    }

    @Override
    public void begin(String line) throws IOException {
        try {
            WholeFile.replace(run(folder), WholeFile.of(line + "\n"));
        } catch (InvalidInputException e) {
            throw new IOException(e);
        }
        run = line;
    }

    @Override
    public void add(String id, String line) throws IOException {
        rows().add(id, line);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.delete(folder);
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    @Override
    public void close() {
        // Nothing is open between lines.
    }
}
