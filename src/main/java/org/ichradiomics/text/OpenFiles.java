package org.ichradiomics.text;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files that are being read: each is opened once, whoever asks for it and how often, and closed with this. What a
 * file is, its header, its voxels and its hash come from one open file; only of a series with more slices than a system
 * lends files the rest is closed and opened again. For one thread, and those that read on for it.
 */
public final class OpenFiles implements Closeable {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Map<Path, OpenFile> files = new HashMap<>();
    private final Map<Path, Optional<ZipFile>> archives = new HashMap<>();
    private final Map<Path, Path> copies = new HashMap<>();
    private OpenFile guest;
    private boolean isClosed;

    /** @throws IOException if it is not there, a folder, or a pipe, on which a reader would wait for ever */
    public synchronized OpenFile of(Path path) throws IOException {
        OpenFile known = files.get(path);
        if (known != null) return known;
        requireRegular(path);
        OpenFile file = new OpenFile(this, path);
        files.put(path, file);
        return file;
    }

    /**
     * A file as a zip archive, which Java opens by its name; empty if it is none.
     *
     * @throws IOException if it cannot be read, or is a damaged archive
     */
    public Optional<ZipFile> archive(Path path) throws IOException {
        Optional<ZipFile> known = archives.get(path);
        if (known != null) return known;
        requireRegular(path);
        Optional<ZipFile> archive = Optional.empty();
        boolean isNamed = path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
        try {
            if (isNamed || isZip(path)) archive = Optional.of(ZipNames.open(named(path)));
        } catch (ZipException e) {
            if (isZip(path)) throw e;
        }
        archives.put(path, archive);
        return archive;
    }

    /**
     * A file for programs that open it by its name: one of a {@link Storage} lies on this disk until this is closed.
     *
     * @throws IOException if it cannot be read, or the disk is full
     */
    public synchronized Path named(Path path) throws IOException {
        if (!Storage.holds(path)) return path;
        Path copy = copies.get(path);
        if (copy != null) return copy;
        copy = Files.createTempFile("ich-radiomics-", "-" + path.getFileName());
        copies.put(path, copy);
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private boolean isZip(Path path) throws IOException {
        return Arrays.equals(of(path).start(ZIP.length), ZIP);
    }

    private static void requireRegular(Path path) throws IOException {
        Files.size(path); // Says that it is not there.
        if (!Files.isRegularFile(path)) throw new IOException("not a regular file");
    }

    /** Where there is no room, one file that has none is open at a time. */
    void welcome(OpenFile file, boolean isFull) throws IOException {
        if (isClosed) throw new ClosedChannelException();
        if (!isFull) return;
        if (guest != null) guest.close();
        guest = file;
    }

    /** All that was wanted of them has been read by then. */
    @Override
    public void close() {
        isClosed = true;
        files.values().forEach(OpenFile::close);
        archives.values().stream().flatMap(Optional::stream).forEach(OpenFiles::close);
        for (Path copy : copies.values()) close(() -> Files.deleteIfExists(copy));
    }

    static void close(Closeable file) {
        try {
            file.close();
        } catch (IOException e) {
            // Nothing was written that could be lost.
        }
    }
}
