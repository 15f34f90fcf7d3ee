package org.ichradiomics.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.ichradiomics.text.OpenFile;

/** The end of a file, or all of it, that may be packed. */
final class PackedFile {

    /** How the bytes are packed. */
    enum Packing {
        NONE,
        GZIP,
        ZLIB
    }

    /** Deflate cannot shrink anything further: 258 bytes to 2 bits. */
    private static final long BEST_RATIO = 1032;

    /** Up to here, or to this multiple of the file, a promise is believed; beyond, the bytes are counted first. */
    static final long BELIEVED_BYTES = 1L << 26;

    private static final long BELIEVED_RATIO = 100;

    private static final int BUFFER = 1 << 16;

    private final OpenFile file;
    private final long start;
    private final long length;
    private final Packing packing;

    private PackedFile(OpenFile file, long start, long length, Packing packing) {
        this.file = file;
        this.start = start;
        this.length = length;
        this.packing = packing;
    }

    /** A whole file; its first two bytes tell whether it is gzipped, whatever its name says. */
    static PackedFile at(OpenFile file) throws IOException {
        return new PackedFile(file, 0, file.length(), isGzip(file, 0) ? Packing.GZIP : Packing.NONE);
    }

    /**
     * What follows the first {@code start} bytes of a file.
     *
     * @throws EOFException if the file is shorter
     */
    static PackedFile from(OpenFile file, long start, Packing packing) throws IOException {
        if (start > file.length()) throw new EOFException();
        return new PackedFile(file, start, file.length() - start, packing);
    }

    /** As {@link #from}, packed by gzip or zlib, as its first two bytes tell. */
    static PackedFile deflated(OpenFile file, long start) throws IOException {
        return from(file, start, isGzip(file, start) ? Packing.GZIP : Packing.ZLIB);
    }

    private static boolean isGzip(OpenFile file, long start) throws IOException {
        byte[] magic = file.from(start).readNBytes(2);
        return magic.length == 2 && ((magic[0] & 0xff) | (magic[1] & 0xff) << 8) == GZIPInputStream.GZIP_MAGIC;
    }

    boolean isPacked() {
        return packing != Packing.NONE;
    }

    /** Bytes as they are in the file. */
    long length() {
        return length;
    }

    /** The content, unpacked; best read in large pieces. */
    InputStream open() throws IOException {
        InputStream in = file.from(start);
        return switch (packing) {
            case NONE -> new BufferedInputStream(in, BUFFER);
            case GZIP -> new GZIPInputStream(in, BUFFER);
            case ZLIB -> inflated(in);
        };
    }

    /** As {@link #open}, unpacked ahead by another thread: for who reads all of it. */
    InputStream openAhead() throws IOException {
        return isPacked() && length > BUFFER ? new Ahead(open()) : open();
    }

    private static InputStream inflated(InputStream in) {
        Inflater inflater = new Inflater();
        return new InflaterInputStream(in, inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /**
     * Makes sure, before memory is set aside for them, that {@code bytes} bytes can be there. A large promise by a
     * small packed file is checked by unpacking it once to nowhere, so nothing is ever set aside on the word of a
     * header alone but {@value #BELIEVED_BYTES} bytes or {@value #BELIEVED_RATIO} times the file.
     *
     * @throws EOFException if they are not
     */
    void require(long bytes) throws IOException {
        requirePossible(bytes);
        if (!isPacked() || bytes <= Math.max(BELIEVED_BYTES, length * BELIEVED_RATIO)) return;
        try (InputStream in = open()) {
            skip(in, bytes);
        }
    }

    /**
     * The part of {@link #require} that costs nothing: all that can be said of a packed file without unpacking it.
     *
     * @throws EOFException if so many bytes cannot be there
     */
    void requirePossible(long bytes) throws EOFException {
        if (bytes > (isPacked() ? length * BEST_RATIO : length)) throw new EOFException();
    }

    /**
     * Reads a packed stream to its end, where it compares length and checksum; what is not packed has neither.
     *
     * @throws IOException if it is damaged, be it behind all that was wanted of it
     */
    void finish(InputStream in) throws IOException {
        if (!isPacked()) return;
        byte[] nowhere = new byte[BUFFER];
        int read = 0;
        while (read >= 0) read = in.read(nowhere);
    }

    /** @throws EOFException if the stream holds fewer bytes */
    static void skip(InputStream in, long bytes) throws IOException {
        byte[] nowhere = new byte[BUFFER];
        for (long left = bytes; left > 0; ) {
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
