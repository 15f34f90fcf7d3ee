package org.ichradiomics.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.format.ScanParts;
import org.ichradiomics.text.Sha256;

/** The SHA-256 of what a case is made of: the bytes of its files, not their names or dates. */
final class InputHash {

    private static final int BUFFER = 1 << 16;

    private InputHash() {}

    /** 64 hexadecimal digits. A file that cannot be read counts as missing, and that too is a state of the input. */
    static String of(BatchCase one) {
        MessageDigest digest = Sha256.digest();
        digest.update(one.label().getBytes(StandardCharsets.UTF_8));
        for (Optional<Path> file : one.files()) {
            digest.update((byte) 0);
            if (file.isPresent()) digest.update(of(file.get()).getBytes(StandardCharsets.UTF_8));
        }
        return Sha256.of(digest);
    }

    private static String of(Path file) {
        try {
            MessageDigest digest = Sha256.digest();
            List<Path> parts = ScanParts.of(file);
            for (Path part : parts) {
                long length = add(digest, part);
                // Else bytes could go from one to the next unseen.
                if (parts.size() > 1)
                    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, length));
            }
            return Sha256.of(digest);
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
}
