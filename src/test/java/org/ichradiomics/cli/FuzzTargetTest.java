package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** Sound files, what fuzzing once found, and a few bytes beside them; {@code mvn -Pfuzz} goes on from there. */
class FuzzTargetTest {

    private static final int CHANGED = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void whateverIsReadEndsInAResultOrASentence(FuzzTarget target) throws Exception {
        assertFalse(target.seeds().isEmpty());
        Random random = new Random(target.ordinal());
        for (byte[] seed : target.seeds()) {
            target.meet(seed, folder);
            for (int i = 0; i < CHANGED; i++) {
                byte[] bytes = Arrays.copyOf(seed, i % 4 == 0 ? random.nextInt(seed.length + 1) : seed.length);
                if (bytes.length > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                target.meet(bytes, folder);
            }
        }
    }
}
