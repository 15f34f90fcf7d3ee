package org.ichradiomics.format.dicom;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.ichradiomics.text.OpenFile;

/** The bytes of a file, or what they inflate to, read from anywhere through a small window: headers cost no more. */
final class Bytes implements Closeable {

    /** Deflate cannot shrink anything further: 258 bytes to 2 bits. */
    private static final long BEST_RATIO = 1032;

    /** As far as anything is inflated: 500 slices of 512 × 512 in one file. */
    private static final long MOST_INFLATED = 1L << 28;

    private static final int WINDOW = 1 << 13;

    private final Store store;
    private final byte[] window = new byte[WINDOW];
    private long start;
    private int filled;

    private Bytes(Store store) {
        this.store = store;
    }

    static Bytes of(OpenFile file) {
        return new Bytes(new FileStore(file));
    }

    static Bytes of(byte[] all) {
        return new Bytes(new MemoryStore(all));
    }

    /**
     * What the bytes from {@code at} to the end inflate to (RFC 1951, no header), unpacked only as far as it is asked
     * for.
     */
    Bytes inflated(long at) throws IOException {
        long packed = store.length() - at;
        if (packed <= 0 || packed > Integer.MAX_VALUE - 8) throw new EOFException();
        return new Bytes(new InflatedStore(read(at, (int) packed)));
    }

    /** Whether there is a byte before {@code end}, and all before it. */
    boolean reaches(long end) throws IOException {
        return store.reaches(end);
    }

    int u8(long at) throws IOException {
        if (at < start || at >= start + filled) {
            filled = 0;
            start = at;
            filled = store.read(at, window, WINDOW);
            if (filled < 1) throw new EOFException();
        }
        return window[(int) (at - start)] & 0xff;
    }

    int u16(long at, boolean big) throws IOException {
        int first = u8(at);
        int second = u8(at + 1);
        return big ? first << 8 | second : second << 8 | first;
    }

    long u32(long at, boolean big) throws IOException {
        long first = u16(at, big);
        long second = u16(at + 2, big);
        return big ? first << 16 | second : second << 16 | first;
    }

    /** @throws EOFException before anything is set aside, if they are not all there */
    byte[] read(long at, int count) throws IOException {
        return read(at, count, null);
    }

    /**
     * As {@link #read(long, int)}, into an array that was used before if it is of that length.
     *
     * @param used may be null
     */
    byte[] read(long at, int count, byte[] used) throws IOException {
        if (!store.reaches(at + count)) throw new EOFException();
        byte[] to = used != null && used.length == count ? used : new byte[count];
        if (at >= start && at + count <= start + filled) {
            System.arraycopy(window, (int) (at - start), to, 0, count);
            return to;
        }
        if (store.read(at, to, count) < count) throw new EOFException();
        return to;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }

    private interface Store extends Closeable {

        boolean reaches(long end) throws IOException;

        /** What is known of it so far. */
        long length() throws IOException;

        /** As many as there are, up to {@code count}. */
        int read(long at, byte[] to, int count) throws IOException;

        @Override
        default void close() throws IOException {}
    }

    private record FileStore(OpenFile file) implements Store {

        @Override
        public boolean reaches(long end) {
            return end <= file.length();
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public int read(long at, byte[] to, int count) throws IOException {
            return file.read(at, to, 0, count);
        }
    }

    private record MemoryStore(byte[] all) implements Store {

        @Override
        public boolean reaches(long end) {
            return end <= all.length;
        }

        @Override
        public long length() {
            return all.length;
        }

        @Override
        public int read(long at, byte[] to, int count) {
            int there = (int) Math.max(0, Math.min(count, all.length - at));
            if (there > 0) System.arraycopy(all, (int) at, to, 0, there);
            return there;
        }
    }

    private static final class InflatedStore implements Store {

        private final Inflater inflater = new Inflater(true);
        private final long most;
        private byte[] all = new byte[1 << 16];
        private int filled;

        InflatedStore(byte[] packed) {
            inflater.setInput(packed);
            most = Math.min(MOST_INFLATED, packed.length * BEST_RATIO);
        }

        @Override
        public boolean reaches(long end) throws IOException {
            if (end > most) return false;
            while (filled < end) {
                if (filled == all.length)
                    all = Arrays.copyOf(all, (int) Math.min(2L * all.length, Math.max(most, end)));
                try {
                    int count = inflater.inflate(all, filled, all.length - filled);
                    if (count == 0 && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary()))
                        return false;
                    filled += count;
                } catch (DataFormatException e) {
                    throw new DamagedException(
                            "is damaged, its deflated data cannot be unpacked: copy or export it again.");
                }
            }
            return true;
        }

        @Override
        public long length() {
            return filled;
        }

        @Override
        public int read(long at, byte[] to, int count) throws IOException {
            reaches(at + count);
            int there = (int) Math.max(0, Math.min(count, filled - at));
            if (there > 0) System.arraycopy(all, (int) at, to, 0, there);
            return there;
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
