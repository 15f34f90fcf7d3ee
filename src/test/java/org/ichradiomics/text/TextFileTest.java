package org.ichradiomics.text;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

class TextFileTest {

    /**
     * 3 GB of nothing, as a file with a hole takes no room on the disk; more than Java can hold whatever its memory.
     */
    @Test
    void aFileThatNoTextCanHoldIsSaid() throws Exception {
        Path file = folder.resolve("large.csv");
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(3L << 30);
        }
        InvalidInputException e = assertThrows(InvalidInputException.class, () -> TextFile.read(file));
        assertEquals("large.csv is larger than 2 GB: leave out columns or rows that are not needed.", e.getMessage());
    }

    @TempDir
    Path folder;

    @Test
    void writesUtf8WithoutByteOrderMark() throws Exception {
        Path file = folder.resolve("a.csv");
        TextFile.write(file, "µ\n");
        assertArrayEquals("µ\n".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(file));
        assertEquals("µ\n", TextFile.read(file));
    }

    @Test
    void replacesAndLeavesNothingBehind() throws Exception {
        Path file = folder.resolve("a.csv");
        TextFile.write(file, "old, and longer than the new one");
        TextFile.write(file, "new");
        assertEquals("new", TextFile.read(file));
        assertOnly("a.csv");
    }

    @Test
    void writesThroughSymbolicLink() throws Exception {
        Path file = Files.writeString(folder.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        TextFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void refusesMissingFolder() {
        var e = assertThrows(InvalidInputException.class, () -> TextFile.write(folder.resolve("gone/a.csv"), "x"));
        assertEquals(
                "a.csv cannot be written in the folder " + folder.resolve("gone")
                        + ": that folder does not exist; make it or choose another.",
                e.getMessage());
    }

    @Test
    void refusesFolderInItsPlace() throws IOException {
        Path target = Files.createDirectory(folder.resolve("a.csv"));
        Files.writeString(target.resolve("kept"), "kept");
        var e = assertThrows(InvalidInputException.class, () -> TextFile.write(target, "x"));
        assertEquals(
                "a.csv cannot be written in the folder " + folder
                        + ": there is a folder of that name; choose another name.",
                e.getMessage());
        assertEquals("kept", Files.readString(target.resolve("kept")));
        assertOnly("a.csv");
    }

    @Test
    void refusesWriteProtectedFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        assumeFalse(
                !file.toFile().setWritable(false) || Files.isWritable(file), "this user may write to protected files");
        var e = assertThrows(InvalidInputException.class, () -> TextFile.write(file, "new"));
        assertEquals(
                "a.csv cannot be written in the folder " + folder
                        + ": it is write-protected or open in another program; close it there or choose another "
                        + "folder.",
                e.getMessage());
        assertEquals("old", Files.readString(file));
        assertOnly("a.csv");
    }

    @Test
    void keepsOldFileWhenTextCannotBeEncoded() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        assertThrows(
                InvalidInputException.class,
                () -> TextFile.write(file, "\uD800")); // half a character, met while writing
        assertEquals("old", Files.readString(file));
        assertOnly("a.csv");
    }

    @Test
    void refusesMissingFile() {
        var e = assertThrows(InvalidInputException.class, () -> TextFile.read(folder.resolve("a.csv")));
        assertEquals(
                "There is no file a.csv in the folder " + folder + ": check the name and the folder.", e.getMessage());
    }

    @Test
    void refusesFolder() {
        var e = assertThrows(InvalidInputException.class, () -> TextFile.read(folder));
        assertEquals(folder.getFileName() + " is a folder: choose a file in it.", e.getMessage());
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "Größe".getBytes(StandardCharsets.ISO_8859_1));
        var e = assertThrows(InvalidInputException.class, () -> TextFile.read(file));
        assertEquals("a.csv is not UTF-8 text: save it as UTF-8 (in Excel: \"CSV UTF-8\").", e.getMessage());
    }

    private void assertOnly(String name) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(
                    java.util.List.of(name),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }
}
