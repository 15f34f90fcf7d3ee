package org.ichradiomics.text;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time of a file that is read, added to and written again: of this program and of others that run
 * beside it, as a shell's loop with {@code &} or an array of jobs starts them. Else the rows of one would be lost.
 */
public final class WriteLock {

    /** What is done while nobody else writes. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * The work itself.
         *
         * @throws InvalidInputException as the work says
         */
        T run() throws InvalidInputException;
    }

    /** Java's locks of files are those of a process, so its threads wait for each other here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    /** A place behind the mark: Windows lets nobody read what is locked, not even through another handle. */
    private static final long LOCKED = 1 << 10;

    /** Those that are held in this program: to open their files a second time would give them away. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** What is held until it is closed. */
    public static final class Held implements Closeable {

        private final Path lock;
        private final Optional<Taken> taken;

        private Held(Path lock, Optional<Taken> taken) {
            this.lock = lock;
            this.taken = taken;
        }

        @Override
        public void close() {
            taken.ifPresent(t -> t.release(lock));
            HELD.remove(lock);
        }
    }

    private WriteLock() {}

    /** The sole right to write a file until it is closed; empty where somebody else has it. */
    public static Optional<Held> held(Path file) {
        Path lock = lock(file);
        if (!HELD.add(lock)) return Optional.empty();
        Optional<Taken> taken = taken(lock, false);
        if (taken.isEmpty() || !taken.get().isBusy) return Optional.of(new Held(lock, taken));
        HELD.remove(lock);
        return Optional.empty();
    }

    /**
     * Does the work as soon as nobody else writes the file.
     *
     * @throws InvalidInputException what the work throws
     */
    public static <T> T of(Path file, Work<T> work) throws InvalidInputException {
        Path lock = lock(file);
        THREADS.lock();
        try {
            Optional<Taken> taken = taken(lock, true);
            try {
                return work.run();
            } finally {
                taken.ifPresent(t -> t.release(lock));
            }
        } finally {
            THREADS.unlock();
        }
    }

    private static Path lock(Path file) {
        return file.toAbsolutePath().normalize().resolveSibling("." + file.getFileName() + ".lock");
    }

    /** Empty where no lock can be had: on such a disk the writer goes on alone, and learns from it what is wrong. */
    private static Optional<Taken> taken(Path lock, boolean waits) {
        while (true) {
            Taken taken = new Taken();
            try {
                taken.channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                taken.isBusy = !waits && taken.channel.tryLock(LOCKED, 1, false) == null;
                if (waits) taken.channel.lock(LOCKED, 1, false);
                // Whoever had it before deleted it; a lock on a file without a name keeps nobody out.
                if (!taken.isBusy && taken.isOf(lock)) return Optional.of(taken);
            } catch (IOException e) {
                taken.close();
                return Optional.empty();
            }
            taken.close();
            if (taken.isBusy) return Optional.of(taken);
        }
    }

    /**
     * A file that is locked, and the file of its name. Both stay open to the end: Linux takes a lock from a program
     * that closes any of its channels to the file.
     */
    private static final class Taken {

        private FileChannel channel;
        private FileChannel named;
        private boolean isBusy;

        /** Whether the open file is the one of that name: what is written into the one is read from the other. */
        boolean isOf(Path lock) throws IOException {
            ByteBuffer mark = StandardCharsets.US_ASCII.encode(UUID.randomUUID().toString());
            channel.truncate(0);
            channel.write(mark.duplicate(), 0);
            try {
                named = FileChannel.open(lock, StandardOpenOption.READ);
            } catch (NoSuchFileException e) {
                return false;
            }
            ByteBuffer read = ByteBuffer.allocate(mark.remaining());
            named.read(read, 0);
            return mark.equals(read.flip());
        }

        void release(Path lock) {
            try {
                Files.deleteIfExists(lock);
            } catch (IOException e) {
                // The work is done, and whoever writes next takes the file over.
            }
            close();
        }

        void close() {
            for (FileChannel open : Arrays.asList(channel, named)) {
                try {
                    if (open != null) open.close();
                } catch (IOException e) {
                    // Nothing was written that could be lost.
                }
            }
        }
    }
}
