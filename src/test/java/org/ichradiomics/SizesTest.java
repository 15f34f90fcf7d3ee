package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is read on one screen: lines of 120 columns, methods of 45 lines, files of 300. Comments and blanks are free.
 */
class SizesTest {

    private static final int COLUMNS = 120;
    private static final int METHOD = 45;
    private static final int FILE = 300;

    @Test
    void noLineIsWiderThanAScreen() throws IOException {
        List<String> wide = new ArrayList<>();
        for (Path source : Sources.of(List.of(Path.of("src")))) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                int columns = lines.get(i).codePointCount(0, lines.get(i).length());
                if (columns > COLUMNS) wide.add(source + ":" + (i + 1) + " has " + columns + " columns");
            }
        }
        assertNone(wide);
    }

    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        List<Sources.Method> methods = Sources.methods(Sources.of(Sources.ALL));
        assertTrue(methods.size() > 1000, methods.size() + " methods were found");
        assertNone(methods.stream()
                .filter(m -> m.codeLines() > METHOD)
                .map(m -> m.name() + " has " + m.codeLines() + " lines")
                .toList());
    }

    @Test
    void noFileHoldsTwoThings() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path source : Sources.of(Sources.ALL)) {
            long lines = Sources.codeLines(Files.readString(source));
            if (lines > FILE) large.add(source + " has " + lines + " lines");
        }
        assertNone(large);
    }

    /** Those above see nothing if comments are not told from texts. */
    @Test
    void commentsAndBlanksAreNoCode() {
        assertEquals(4, Sources.codeLines("""
                /** One
                 * comment. */
                class A { // an end

                    String b = "// no comment", c = "/*"; /* one */
                    char d = '"'; // "
                }
                """));
    }

    private static void assertNone(List<String> found) {
        assertEquals("", String.join("\n", found));
    }
}
