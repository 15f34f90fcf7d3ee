package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sha256;
import org.ichradiomics.text.WholeFile;

/**
 * The rows of finished cases, a file each, which many programs on many machines write at the same time; no case has
 * two. A file is whole as soon as it has its name, that of the hash of the case's id: ids may be no names of files. A
 * million files in one folder are more than some storages allow, so they lie in 256.
 *
 * @param folder of one run; that of other settings has another
 */
record RowFiles(Path folder) {

    private static final String ROW = ".json";
    private static final String BEGUN = ".begun";
    private static final int SHELF = 2;
    private static final int LONGEST = 32;

    /**
     * The line of a case.
     *
     * @return empty if it is not finished
     * @throws IOException if it cannot be read
     */
    Optional<String> read(String id) throws IOException {
        return read(file(id, ROW));
    }

    /** Nothing where there is none, or not the whole of it. */
    static Optional<String> read(Path file) throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        String text = Files.readString(file);
        return text.endsWith("\n") ? Optional.of(text.strip()) : Optional.empty();
    }

    /** @throws IOException if it cannot be written; what Java says of it may name folders */
    void add(String id, String line) throws IOException {
        Path file = file(id, ROW);
        Files.createDirectories(file.getParent());
        try {
            WholeFile.replace(file, WholeFile.of(line + "\n"));
        } catch (InvalidInputException e) {
            throw new IOException(e);
        }
        for (int other = 0; Files.deleteIfExists(begun(id, other)); other++) {}
    }

    /**
     * Deletes a row.
     *
     * @return its file
     * @throws IOException if it cannot be deleted
     */
    Path forget(String id) throws IOException {
        Path file = file(id, ROW);
        Files.deleteIfExists(file);
        return file;
    }

    /**
     * Marks that a case is begun.
     *
     * @return how often it was begun before and not finished, since {@link #clear}
     * @throws IOException if that cannot be written
     */
    int begin(String id) throws IOException {
        Files.createDirectories(folder.resolve(shelf(id)));
        for (int before = 0; ; before++) {
            try {
                Files.createFile(begun(id, before));
                return before;
            } catch (FileAlreadyExistsException e) {
                // One more.
            }
        }
    }

    /**
     * Deletes what programs left behind that were ended.
     *
     * @throws IOException if it cannot be deleted
     */
    void clear() throws IOException {
        for (Path file : files(name -> name.endsWith(BEGUN) || name.endsWith(WholeFile.UNFINISHED)))
            Files.deleteIfExists(file);
    }

    /** @throws IOException if they cannot be listed */
    List<Path> rows() throws IOException {
        return files(name -> name.endsWith(ROW));
    }

    private List<Path> files(Predicate<String> isWanted) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) return files;
        for (Path shelf : listed(folder))
            for (Path file : listed(shelf)) if (isWanted.test(WholeFile.name(file))) files.add(file);
        return files;
    }

    private static List<Path> listed(Path folder) throws IOException {
        List<Path> listed = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(listed::add);
        }
        return listed;
    }

    private Path begun(String id, int before) {
        return file(id, "." + before + BEGUN);
    }

    private Path file(String id, String ending) {
        return folder.resolve(shelf(id)).resolve(Sha256.of(id).substring(SHELF, LONGEST) + ending);
    }

    private static String shelf(String id) {
        return Sha256.of(id).substring(0, SHELF);
    }
}
