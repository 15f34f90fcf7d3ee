package org.ichradiomics.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file that may be gzipped, which its first two bytes tell, whatever its name says. */
final class PackedFile {

    /** Deflate cannot shrink anything further: 258 bytes to 2 bits. */
    private static final long BEST_RATIO = 1032;

    /** Up to here, or to this multiple of the file, a promise is believed; beyond, the bytes are counted first. */
    private static final long BELIEVED_BYTES = 1L << 26;
    private static final long BELIEVED_RATIO = 100;

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final long length;
    private final boolean packed;

    private PackedFile(Path path, long length, boolean packed) {
        this.path = path;
        this.length = length;
        this.packed = packed;
    }

    static PackedFile at(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] magic = in.readNBytes(2);
            boolean packed = magic.length == 2
                    && ((magic[0] & 0xff) | (magic[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
            return new PackedFile(path, Files.size(path), packed);
        }
    }

    /** The content, unpacked. */
    InputStream open() throws IOException {
        InputStream in = Files.newInputStream(path);
        if (!packed) return new BufferedInputStream(in, BUFFER);
        try {
            return new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Makes sure, before memory is set aside for them, that {@code bytes} bytes can be there. A large promise by a small
     * packed file is checked by unpacking it once to nowhere, so nothing is ever set aside on the word of a header alone
     * but {@value #BELIEVED_BYTES} bytes or {@value #BELIEVED_RATIO} times the file.
     *
     * @throws EOFException if they are not
     */
    void require(long bytes) throws IOException {
        if (bytes > (packed ? length * BEST_RATIO : length)) throw new EOFException();
        if (!packed || bytes <= Math.max(BELIEVED_BYTES, length * BELIEVED_RATIO)) return;
        try (InputStream in = open()) {
            skip(in, bytes);
        }
    }

    /** @throws EOFException if the stream holds fewer bytes */
    static void skip(InputStream in, long bytes) throws IOException {
        byte[] nowhere = new byte[BUFFER];
        for (long left = bytes; left > 0;) {
            int read = in.read(nowhere, 0, (int) Math.min(nowhere.length, left));
            if (read < 0) throw new EOFException();
            left -= read;
        }
    }

    /** @throws EOFException if the stream holds fewer bytes */
    static void fill(InputStream in, byte[] to, int count) throws IOException {
        if (in.readNBytes(to, 0, count) < count) throw new EOFException();
    }
}
