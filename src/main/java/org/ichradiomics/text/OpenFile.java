package org.ichradiomics.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** One of the {@link OpenFiles}, read from anywhere and as often as is needed. */
public final class OpenFile {

    /** In the whole program: a system lends a thousand files or so. */
    private static final Semaphore ROOM = new Semaphore(512);

    private final OpenFiles home;
    private final Path path;
    private final long length;
    private SeekableByteChannel channel;
    private boolean hasRoom;

    OpenFile(OpenFiles home, Path path) throws IOException {
        this.home = home;
        this.path = path;
        length = channel().size();
    }

    /** As it was given when the file was opened. */
    public Path path() {
        return path;
    }

    /** In bytes, as it was when the file was opened. */
    public long length() {
        return length;
    }

    /**
     * Puts bytes from {@code at} on into {@code to}; returns how many there were, up to {@code count}.
     *
     * @throws IOException if the disk fails, or the file is gone
     */
    public int read(long at, byte[] to, int offset, int count) throws IOException {
        // One thread may unpack a file while another opens the next, for which this one may be closed.
        synchronized (home) {
            SeekableByteChannel in = channel();
            in.position(at);
            ByteBuffer buffer = ByteBuffer.wrap(to, offset, count);
            while (buffer.hasRemaining() && in.read(buffer) >= 0) {
                // A channel may give less than it was asked for.
            }
            return buffer.position() - offset;
        }
    }

    /**
     * The first bytes, fewer where there are no more.
     *
     * @throws IOException if the disk fails, or the file is gone
     */
    public byte[] start(int count) throws IOException {
        return from(0).readNBytes(count);
    }

    /** What follows the first {@code start} bytes; to close it leaves the file open. */
    public InputStream from(long start) {
        return new Stream(start);
    }

    /** Gives its room to others; whoever reads on opens it again. */
    public void close() {
        if (channel == null) return;
        OpenFiles.close(channel);
        channel = null;
        if (hasRoom) ROOM.release();
    }

    private SeekableByteChannel channel() throws IOException {
        if (channel != null) return channel;
        home.welcome(this, ROOM.availablePermits() == 0);
        channel = Files.newByteChannel(path);
        hasRoom = ROOM.tryAcquire();
        return channel;
    }

    private final class Stream extends InputStream {
        private long at;

        Stream(long at) {
            this.at = at;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            int read = OpenFile.this.read(at, to, offset, count);
            at += read;
            return read == 0 && count > 0 ? -1 : read;
        }

        @Override
        public long skip(long bytes) {
            long skipped = Math.max(0, Math.min(bytes, length - at));
            at += skipped;
            return skipped;
        }

        /** Whoever unpacks gzip asks whether another member follows. */
        @Override
        public int available() {
            return (int) Math.max(0, Math.min(length - at, Integer.MAX_VALUE));
        }
    }
}
