package org.ichradiomics.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A new file of a storage, written from its beginning to its end. */
final class WrittenChannel implements SeekableByteChannel {

    private final WritableByteChannel to;
    private long written;

    WrittenChannel(OutputStream to) {
        this.to = Channels.newChannel(to);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = to.write(from);
        written += count;
        return count;
    }

    @Override
    public long position() {
        return written;
    }

    @Override
    public long size() {
        return written;
    }

    @Override
    public int read(ByteBuffer to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel position(long at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return to.isOpen();
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
