package org.ichradiomics.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The examples of FIPS 180-4, and one of {@code sha256sum}. */
class Sha256Test {

    @Test
    void asTheStandardPrintsThem() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Sha256.of(""));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Sha256.of("abc"));
    }

    /** {@code printf µ | sha256sum} where the terminal writes UTF-8. */
    @Test
    void aTextIsItsUtf8AndPiecesAreTheWhole() {
        MessageDigest pieces = Sha256.digest();
        for (byte b : "µ".getBytes(StandardCharsets.UTF_8)) pieces.update(b);
        assertEquals(MICRO, Sha256.of("µ"));
        assertEquals(MICRO, Sha256.of(pieces));
    }

    private static final String MICRO = "5a072f1be4c3ee04849a9ad686b287d12d6a99dc4eba13c7a2ca1844e7923a0a";
}
