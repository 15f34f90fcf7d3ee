package org.ichradiomics.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;

/** What another stream gives, unpacked by a thread of its own while the reader works on what was there before. */
final class Ahead extends InputStream {

    private static final int PIECES = 4;
    private static final int PIECE = 1 << 17;

    private final InputStream from;
    private final Thread thread;
    private final Queue<byte[]> empty = new ArrayDeque<>();
    private final Queue<Piece> full = new ArrayDeque<>();
    private boolean isClosed;
    private Piece piece;
    private int at;

    /**
     * @param end what ended the stream: null after a piece with bytes; an IOException, or something worse; or itself
     */
    private record Piece(byte[] bytes, int length, Throwable end) {}

    private static final Throwable END = new Throwable("the end", null, false, false) {};

    Ahead(InputStream from) {
        this.from = from;
        for (int i = 0; i < PIECES; i++) empty.add(new byte[PIECE]);
        thread = new Thread(this::run, "unpacking");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            for (byte[] bytes = room(); bytes != null; bytes = room()) {
                int length = from.readNBytes(bytes, 0, bytes.length);
                hand(new Piece(bytes, length, null));
                if (length < bytes.length) break;
            }
            hand(new Piece(null, 0, END));
        } catch (Throwable e) {
            hand(new Piece(null, 0, e));
        }
    }

    /** Null once nobody reads any more. */
    private synchronized byte[] room() throws InterruptedException {
        while (!isClosed && empty.isEmpty()) wait();
        return isClosed ? null : empty.remove();
    }

    private synchronized void hand(Piece next) {
        full.add(next);
        notifyAll();
    }

    private synchronized Piece next() throws InterruptedIOException {
        if (piece != null && piece.bytes != null) empty.add(piece.bytes);
        notifyAll();
        try {
            while (full.isEmpty()) wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return full.remove();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int count) throws IOException {
        while (piece == null || piece.end == null && at == piece.length) {
            piece = next();
            at = 0;
        }
        if (piece.end == END) return -1;
        if (piece.end instanceof IOException e) throw e;
        if (piece.end instanceof Error e) throw e;
        if (piece.end instanceof RuntimeException e) throw e;
        if (piece.end != null) throw new IOException(piece.end);
        int n = Math.min(count, piece.length - at);
        System.arraycopy(piece.bytes, at, to, offset, n);
        at += n;
        return n;
    }

    /** Waits for the thread, so that nobody reads the file afterwards. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            isClosed = true;
            notifyAll();
        }
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) Thread.currentThread().interrupt();
        from.close();
    }
}
