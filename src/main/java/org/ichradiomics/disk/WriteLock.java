package org.ichradiomics.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.ichradiomics.region.InvalidInputException;

/**
 * One writer at a time of a file that is read, added to and written again: of this program and of others that run beside it,
 * as a shell's loop with {@code &} or an array of jobs starts them. Else the rows of one would be lost.
 */
public final class WriteLock {

    /** What is done while nobody else writes. */
    @FunctionalInterface
    public interface Work<T> {

        T run() throws InvalidInputException;
    }

    /** Java's locks of files are those of a process, so its threads wait for each other here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private WriteLock() {
    }

    /** Does the work as soon as nobody else writes the file. */
    public static <T> T of(Path file, Work<T> work) throws InvalidInputException {
        THREADS.lock();
        try (FileChannel lock = taken(beside(file))) {
            try {
                return work.run();
            } finally {
                if (lock != null) Files.deleteIfExists(beside(file));
            }
        } catch (IOException e) {
            throw new InvalidInputException(file.getFileName() + " cannot be written: check its folder's permissions.", e);
        } finally {
            THREADS.unlock();
        }
    }

    private static Path beside(Path file) {
        return file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".lock");
    }

    /** Null where no lock can be had: on such a disk the writer goes on alone, and learns from it what is wrong. */
    private static FileChannel taken(Path lock) throws IOException {
        while (true) {
            FileChannel channel = null;
            try {
                channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                channel.lock();
                // Whoever had it before deleted it; a lock on a file without a name keeps nobody out.
                if (isSame(channel, lock)) return channel;
            } catch (IOException e) {
                if (channel != null) channel.close();
                return null;
            }
            channel.close();
        }
    }

    /** Whether the open file is the one of that name: what is written into the one is read from the other. */
    private static boolean isSame(FileChannel channel, Path lock) throws IOException {
        byte[] mark = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark), 0);
        return Files.exists(lock) && Arrays.equals(mark, Files.readAllBytes(lock));
    }
}
