package org.ichradiomics.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.format.ScanParts;

/** The SHA-256 of what a case is made of: the bytes of its files, not their names or dates. */
final class InputHash {

    private static final int BUFFER = 1 << 16;

    private InputHash() {}

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
            List<Path> parts = ScanParts.of(file);
            for (Path part : parts) {
                long length = add(digest, part);
                // Else bytes could go from one to the next unseen.
                if (parts.size() > 1)
                    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "missing";
        }
    }

    private static long add(MessageDigest digest, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                length += read;
            }
        }
        return length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
