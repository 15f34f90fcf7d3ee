package org.ichradiomics.text;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class WriteLockTest {

    private static final int TIMES = 200;

    @TempDir
    private Path folder;

    /** Counts a number in a file up, as a program of its own. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        for (int i = 0; i < TIMES; i++) WriteLock.of(file, () -> countUp(file));
    }

    private static int countUp(Path file) {
        try {
            int count = Files.exists(file) ? Integer.parseInt(Files.readString(file)) + 1 : 1;
            Files.writeString(file, Integer.toString(count));
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void programsWaitForEachOther() throws Exception {
        Path file = folder.resolve("count");
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            programs.add(new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriteLockTest.class.getName(),
                            file.toString())
                    .inheritIO()
                    .start());
        }
        for (Process program : programs) assertEquals(0, program.waitFor());
        assertEquals(Integer.toString(3 * TIMES), Files.readString(file));
        assertEquals(List.of("count"), names());
    }

    @Test
    void whatTheWorkSaysIsWhatIsHeard() throws Exception {
        Path file = folder.resolve("table.csv");
        assertEquals("done", WriteLock.of(file, () -> "done"));
        assertEquals(
                "The disk is full.",
                assertThrows(
                                InvalidInputException.class,
                                () -> WriteLock.of(file, () -> {
                                    throw new InvalidInputException("The disk is full.");
                                }))
                        .getMessage());
        assertEquals(List.of(), names());
    }

    @Test
    void whereNoLockCanBeHadTheWorkIsDone() throws Exception {
        assertEquals("done", WriteLock.of(folder.resolve("missing").resolve("table.csv"), () -> "done"));
    }

    /** What is locked of the file beside can be read: Windows gives nobody a locked byte. */
    @Test
    void theMarkLiesBeforeTheLock() throws Exception {
        Path file = folder.resolve("table.csv");
        Path lock = folder.resolve(".table.csv.lock");
        assertEquals(36, WriteLock.of(file, () -> {
            try {
                return Files.readAllBytes(lock).length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /** Of two that want it for long the second is told, and no channel that is closed meanwhile gives it away. */
    @Test
    void whatIsHeldIsHeldByOne() throws Exception {
        Path file = Files.writeString(folder.resolve("count"), "0");
        try (WriteLock.Held first = WriteLock.held(file).orElseThrow()) {
            assertEquals(Optional.empty(), WriteLock.held(file));
            assertEquals("0", Files.readString(file));
            Process other = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            file.toString())
                    .start();
            assertEquals("held by another", new String(other.getInputStream().readAllBytes()));
            assertEquals(0, other.waitFor());
        }
        WriteLock.held(file).orElseThrow().close();
        assertEquals(List.of("count"), names());
    }

    /** Another program that wants to hold a file. */
    static final class Holder {

        public static void main(String[] args) {
            System.out.print(WriteLock.held(Path.of(args[0])).isEmpty() ? "held by another" : "free");
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
