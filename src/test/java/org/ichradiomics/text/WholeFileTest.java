package org.ichradiomics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNothingBesideIt() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        InvalidInputException failure = assertThrows(
                InvalidInputException.class,
                () -> WholeFile.replace(file, out -> {
                    out.write("new, but not all of it".getBytes());
                    throw new IOException("no space left on device");
                }));
        assertTrue(failure.getMessage().contains("a.csv"), failure.getMessage());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.csv"), names());
    }

    @Test
    void theSameBytesAreNoChange() throws Exception {
        Path file = folder.resolve("a.csv");
        assertTrue(WholeFile.write(file, WholeFile.of("µ"), Replacing.of(false)));
        assertFalse(WholeFile.write(file, WholeFile.of("µ"), Replacing.of(false)));
        assertEquals("µ", Files.readString(file));
    }

    @Test
    void otherBytesAreReplacedOnlyWhereThatIsWanted() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class, () -> WholeFile.write(file, WholeFile.of("new"), Replacing.of(false)));
        assertTrue(refusal.getMessage().startsWith("There is a file a.csv with other content: "), refusal.getMessage());
        assertEquals("old", Files.readString(file));
        assertTrue(WholeFile.write(file, WholeFile.of("new"), Replacing.of(true)));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void halfACharacterIsRefused() {
        assertThrows(InvalidInputException.class, () -> WholeFile.replace(folder.resolve("a"), WholeFile.of("\uD83D")));
        assertFalse(Files.exists(folder.resolve("a")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
