package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** That its ICCs are right is the study's to prove. */
class KnownRobustnessTest {

    @Test
    void nothingIsKnownWhereNoTableIsNamed() throws Exception {
        assertTrue(KnownRobustness.of("").isEmpty());
    }

    @Test
    void anotherTableIsRefused(@TempDir Path folder) throws Exception {
        Path other = Files.writeString(folder.resolve("features.csv"), "case,x\na,1\n");
        assertThrows(InvalidInputException.class, () -> KnownRobustness.of(other.toString()));
    }
}
