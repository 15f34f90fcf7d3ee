package org.ichradiomics.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The SHA-256 of what a case is made of: the bytes of its files, not their names or dates. */
final class InputHash {

    private static final int BUFFER = 1 << 16;

    /** Of a header's file the voxels are in another. */
    private static final String HEADER = "(?i).*\\.(hdr|img|mhd|nhdr)(\\.gz)?";

    private InputHash() {
    }

    /** 64 hexadecimal digits. A file that cannot be read counts as missing, and that too is a state of the input. */
    static String of(BatchCase one) {
        MessageDigest digest = sha256();
        digest.update(one.label().getBytes(StandardCharsets.UTF_8));
        for (Optional<Path> file : one.files()) {
            digest.update((byte) 0);
            if (file.isPresent()) digest.update(of(file.get()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String of(Path file) {
        try {
            MessageDigest digest = sha256();
            for (Path part : parts(file)) add(digest, part);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | UncheckedIOException e) {
            return "missing";
        }
    }

    private static List<Path> parts(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            // Not walked as a link: a walk ends at those.
            try (Stream<Path> files = Files.walk(file.toRealPath())) {
                return files.filter(Files::isRegularFile).sorted().toList();
            }
        }
        // A pipe would be waited for, and what it gives read twice.
        if (!Files.isRegularFile(file)) throw new NoSuchFileException(file.toString());
        String name = file.getFileName().toString();
        if (!name.matches(HEADER)) return List.of(file);
        String stem = name.substring(0, name.indexOf('.') + 1);
        try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
            return files.filter(f -> Files.isRegularFile(f) && f.getFileName().toString().startsWith(stem)).sorted().toList();
        }
    }

    private static void add(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
