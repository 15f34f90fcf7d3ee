package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.scan.Labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class InputHashTest {

    @TempDir
    private Path folder;

    private static String hash(Path image) {
        return InputHash.of(new BatchCase("1", Map.of(ListColumn.IMAGE, image), Labels.ANY, List.of()));
    }

    @Test
    void aChangeBehindALinkIsNoticed() throws Exception {
        Path scan = Files.createDirectory(folder.resolve("scan"));
        Files.writeString(scan.resolve("slice"), "before");
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, scan);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("links cannot be made here");
        }
        String before = hash(link);
        assertEquals(hash(scan), before);
        Files.writeString(scan.resolve("slice"), "after");
        assertNotEquals(before, hash(link));
    }

    /** Whoever looks at a folder of DICOM files on a Mac leaves one; nobody reads it. */
    @Test
    void whatADesktopLeavesIsNoChange() throws Exception {
        Path scan = Files.createDirectory(folder.resolve("scan"));
        Files.writeString(scan.resolve("slice"), "1");
        String before = hash(scan);
        Files.writeString(scan.resolve(".DS_Store"), "x");
        Files.writeString(scan.resolve("._slice"), "x");
        assertEquals(before, hash(scan));
        Files.writeString(scan.resolve("another"), "2");
        assertNotEquals(before, hash(scan));
    }

    /** Reading it would wait for a writer who never comes, and the batch with it. */
    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.nii.gz");
        try {
            Assumptions.assumeTrue(
                    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "pipes cannot be made here");
        } catch (IOException e) {
            Assumptions.abort("pipes cannot be made here");
        }
        assertEquals(
                hash(folder.resolve("nowhere")), assertTimeoutPreemptively(Duration.ofMinutes(5), () -> hash(pipe)));
    }
}
