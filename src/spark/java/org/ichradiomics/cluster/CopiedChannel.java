package org.ichradiomics.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of a storage that is read anywhere and more than once, hashed and then unpacked: what was read lies on the
 * disk of this machine, so that it comes over the network once, and only as far as it is wanted. The copy has no name
 * as soon as it is open, so that nothing is left of it, whatever ends this program.
 */
final class CopiedChannel implements SeekableByteChannel {

    private final InputStream from;
    private final long size;
    private final FileChannel copy;
    private final byte[] buffer = new byte[1 << 16];
    private long copied;
    private long position;

    /** @throws IOException if this machine has no room for a copy */
    CopiedChannel(InputStream from, long size) throws IOException {
        this.from = from;
        this.size = size;
        Path file = Files.createTempFile("ich-radiomics-", ".copy");
        copy = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        copyUntil(Math.min(size, position + to.remaining()));
        int read = copy.read(to, position);
        if (read > 0) position += read;
        return read;
    }

    private void copyUntil(long end) throws IOException {
        while (copied < end) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, size - copied));
            if (read < 0) return;
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) copied += copy.write(bytes, copied);
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long at) {
        position = at;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return copy.isOpen();
    }

    @Override
    public void close() throws IOException {
        copy.close();
        from.close();
    }
}
