package org.ichradiomics.text;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Files of one folder that are written together or not at all, even if the program is killed meanwhile. One writer at a
 * time: whoever makes or finishes some holds a {@link WriteLock}.
 *
 * <p>They are made in a hidden folder first. Its new name says that all are there; then they are moved to their places.
 * Whoever comes to the folder later, {@link #finish finishes} or forgets what was left.
 */
public final class FilesTogether implements Closeable {

    private static final String BEGUN = ".ich-radiomics-begun-";
    private static final String READY = ".ich-radiomics-ready-";

    private final Path folder;
    private final Path begun;

    /**
     * Nothing is there yet.
     *
     * @param folder which must be there
     * @throws InvalidInputException if nothing can be written in it
     */
    public FilesTogether(Path folder) throws InvalidInputException {
        this.folder = folder;
        this.begun = folder.resolve(BEGUN + UUID.randomUUID());
        make(begun);
    }

    /**
     * Where to write a file so that it comes to its place with the others.
     *
     * @param target in the folder, or in one below
     * @throws InvalidInputException if the folders cannot be made
     */
    public Path stand(Path target) throws InvalidInputException {
        Path stand = begun.resolve(folder.relativize(target));
        make(stand.getParent());
        return stand;
    }

    /**
     * Puts all files into their places.
     *
     * @throws InvalidInputException if one of them cannot be replaced; all are then as they were
     */
    public void commit() throws InvalidInputException {
        Path ready = begun.resolveSibling(READY + UUID.randomUUID());
        Path kept = begun.resolveSibling(BEGUN + UUID.randomUUID());
        make(kept);
        List<Path> names = List.of();
        try {
            names = files(begun).stream().map(begun::relativize).toList();
            for (Path name : names) keep(name, kept);
            Files.move(begun, ready, StandardCopyOption.ATOMIC_MOVE);
            place(ready, folder);
        } catch (IOException e) {
            restore(names, ready, kept);
            throw cannot(e);
        } finally {
            delete(ready);
            delete(kept);
        }
    }

    /** A copy, so that at no time a file is missing. */
    private void keep(Path name, Path kept) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) return;
        if (!Files.isWritable(file)) throw new IOException(name + " is write-protected");
        Files.createDirectories(kept.resolve(name).getParent());
        Files.copy(file, kept.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void restore(List<Path> names, Path ready, Path kept) {
        if (!Files.exists(ready)) return;
        try {
            // From here on nothing is to be finished by others.
            Files.move(ready, begun, StandardCopyOption.ATOMIC_MOVE);
            for (Path name : names) {
                if (Files.exists(kept.resolve(name)))
                    Files.move(kept.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                else Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            // Said by the failure that came before.
        }
    }

    /** Forgets what was not put into its place. */
    @Override
    public void close() {
        delete(begun);
    }

    /**
     * Puts into their places what a killed program had ready, and deletes what it had not.
     *
     * @throws InvalidInputException if that is not possible
     */
    public static void finish(Path folder) throws InvalidInputException {
        if (!Files.isDirectory(folder)) return;
        try (DirectoryStream<Path> ready = Files.newDirectoryStream(folder, READY + "*");
                DirectoryStream<Path> begun = Files.newDirectoryStream(folder, BEGUN + "*")) {
            for (Path left : ready) {
                place(left, folder);
                delete(left);
            }
            begun.forEach(FilesTogether::delete);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private static void place(Path from, Path folder) throws IOException {
        for (Path file : files(from)) {
            Path target = folder.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void make(Path folder) throws InvalidInputException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannot(e);
        }
    }

    private static void delete(Path folder) {
        if (folder == null || !Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            // A hidden folder stays, and is deleted by whoever comes next.
        }
    }

    private static InvalidInputException cannot(IOException e) {
        return new InvalidInputException(
                "The files cannot be written together (" + e.getMessage()
                        + "), and all of them are as they were: the disk may be full or protected, or one of them "
                        + "open in another program; close it there, or choose another folder.",
                e);
    }
}
