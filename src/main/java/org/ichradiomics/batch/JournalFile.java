package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A journal in one file, which only this program writes; what a killed one left half written is cut off. */
final class JournalFile implements JournalPlace {

    private final FileChannel channel;
    private boolean isRead;

    /** @throws IOException if it cannot be written */
    JournalFile(Path file, boolean fresh) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (fresh) channel.truncate(0);
    }

    @Override
    public List<String> lines() throws IOException {
        if (isRead) return List.of();
        isRead = true;
        byte[] bytes = new byte[Math.toIntExact(channel.size())];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) >= 0) {}
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        channel.truncate(end);
        channel.position(end);
        return end == 0 ? List.of() : List.of(new String(bytes, 0, end, StandardCharsets.UTF_8).split("\n"));
    }

    @Override
    public void begin(String run) throws IOException {
        write(run);
    }

    @Override
    public void add(String id, String line) throws IOException {
        write(line);
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(false);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // All that was to be kept is on the disk already.
        }
    }
}
