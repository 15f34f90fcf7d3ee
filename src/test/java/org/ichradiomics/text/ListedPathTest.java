package org.ichradiomics.text;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ListedPathTest {

    @TempDir
    Path folder;

    @Test
    void asPeopleWriteThem() throws Exception {
        Path file =
                Files.writeString(Files.createDirectories(folder.resolve("a b")).resolve("ct.nii"), "");
        for (String text :
                new String[] {"a b/ct.nii", "\"a b/ct.nii\"", "a b\\ct.nii", " a b/ct.nii", "x/../a b/ct.nii"})
            assertEquals(file, ListedPath.of(folder, text), text);
    }

    @Test
    void whatIsNotThereIsCountedFromTheList() throws Exception {
        assertEquals(folder.resolve("none.nii"), ListedPath.of(folder, "none.nii"));
    }
}
