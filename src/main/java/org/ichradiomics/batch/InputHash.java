package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.format.ScanParts;
import org.ichradiomics.text.OpenFile;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Sha256;

/**
 * The SHA-256 of what a case is made of: the bytes of its files, not their names or dates. It is taken from the open
 * files that are read for the case.
 */
final class InputHash {

    private static final int BUFFER = 1 << 18;

    /** Some disks tell times to two seconds: what was written just before may be written again unseen. */
    private static final Duration COARSE = Duration.ofSeconds(10);

    private static final String MISSING = "missing";

    private final BatchCase one;
    private final OpenFiles files;
    private final Instant begun = Instant.now();
    private final List<Stamp> stamps;
    private final String hash;

    /** What shows that a file is another, or was written to. */
    private record Stamp(Path path, long length, Instant written, Object key) {}

    InputHash(BatchCase one, OpenFiles files) {
        this.one = one;
        this.files = files;
        stamps = stamps();
        hash = hash();
    }

    /** That of files that nobody reads. */
    static String of(BatchCase one) {
        try (OpenFiles files = new OpenFiles()) {
            return new InputHash(one, files).hash;
        }
    }

    /** 64 hexadecimal digits. A file that cannot be read counts as missing, and that too is a state of the input. */
    String text() {
        return hash;
    }

    /** Whether the files, which were read meanwhile, are those that were hashed, by the byte. */
    boolean isStillTrue() {
        if (!stamps().equals(stamps)) return false;
        Instant old = begun.minus(COARSE);
        return stamps.stream().allMatch(stamp -> stamp.written.isBefore(old)) || hash().equals(hash);
    }

    private List<Stamp> stamps() {
        List<Stamp> all = new ArrayList<>();
        for (Path file : one.existing().toList()) {
            try {
                for (Path part : ScanParts.of(file, files)) {
                    BasicFileAttributes is = Files.readAttributes(part, BasicFileAttributes.class);
                    all.add(new Stamp(part, is.size(), is.lastModifiedTime().toInstant(), is.fileKey()));
                }
            } catch (IOException e) {
                all.add(new Stamp(file, -1, begun, MISSING));
            }
        }
        return all;
    }

    private String hash() {
        MessageDigest digest = Sha256.digest();
        digest.update(one.label().getBytes(StandardCharsets.UTF_8));
        for (String beside : Beside.words(one)) digest.update(("; " + beside).getBytes(StandardCharsets.UTF_8));
        for (ListColumn column : ListColumn.FILES) {
            digest.update((byte) 0);
            one.file(column).ifPresent(file -> digest.update(hash(file).getBytes(StandardCharsets.UTF_8)));
        }
        return Sha256.of(digest);
    }

    private String hash(Path file) {
        try {
            MessageDigest digest = Sha256.digest();
            List<Path> parts = ScanParts.of(file, files);
            for (Path part : parts) {
                long length = add(digest, part);
                // Else bytes could go from one to the next unseen.
                if (parts.size() > 1)
                    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
            }
            return Sha256.of(digest);
        } catch (IOException e) {
            return MISSING;
        }
    }

    private long add(MessageDigest digest, Path file) throws IOException {
        OpenFile open = files.of(file);
        byte[] bytes = new byte[(int) Math.min(BUFFER, open.length() + 1)];
        long at = 0;
        for (int read = open.read(at, bytes, 0, bytes.length); read > 0; read = open.read(at, bytes, 0, bytes.length)) {
            digest.update(bytes, 0, read);
            at += read;
        }
        return at;
    }
}
