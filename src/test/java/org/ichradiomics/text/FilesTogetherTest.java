package org.ichradiomics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FilesTogetherTest {

    @TempDir
    Path folder;

    private void write(FilesTogether together, String name, String text) throws Exception {
        Files.writeString(together.stand(folder.resolve(name)), text);
    }

    private List<String> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void allComeToTheirPlacesAndNothingElseIsLeft() throws Exception {
        Files.writeString(folder.resolve("a"), "old");
        try (FilesTogether together = new FilesTogether(folder)) {
            write(together, "a", "new");
            write(together, "b/c", "new");
            assertEquals("old", Files.readString(folder.resolve("a")));
            together.commit();
        }
        assertEquals(List.of("a", "b/c"), all());
        assertEquals("newnew", Files.readString(folder.resolve("a")) + Files.readString(folder.resolve("b/c")));
    }

    @Test
    void whatIsNotCommittedIsForgotten() throws Exception {
        try (FilesTogether together = new FilesTogether(folder)) {
            write(together, "a", "new");
        }
        assertEquals(List.of(), all());
    }

    /** A folder stands where the last file is to go. */
    @Test
    void oneThatCannotBeReplacedLeavesAllAsTheyWere() throws Exception {
        Files.writeString(folder.resolve("a"), "old");
        Files.createDirectories(folder.resolve("z/inside"));
        try (FilesTogether together = new FilesTogether(folder)) {
            write(together, "a", "new");
            write(together, "m", "new");
            write(together, "z", "new");
            assertThrows(InvalidInputException.class, together::commit);
        }
        assertEquals(List.of("a"), all());
        assertEquals("old", Files.readString(folder.resolve("a")));
    }

    @Test
    void whatAKilledProgramHadReadyIsFinishedAndTheRestForgotten() throws Exception {
        Files.writeString(folder.resolve("a"), "old");
        Files.writeString(folder.resolve("moved"), "new");
        Path ready = Files.createDirectories(folder.resolve(".ich-radiomics-ready-1"));
        Files.writeString(ready.resolve("a"), "new");
        Files.writeString(Files.createDirectories(ready.resolve("b")).resolve("c"), "new");
        Path begun = Files.createDirectories(folder.resolve(".ich-radiomics-begun-2"));
        Files.writeString(begun.resolve("moved"), "half");
        FilesTogether.finish(folder);
        assertEquals(List.of("a", "b/c", "moved"), all());
        for (String name : all()) assertEquals("new", Files.readString(folder.resolve(name)));
    }
}
