package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every public class has a test beside it, or the comment of a test says that it is covered there. */
class TestedTest {

    private static final Pattern PUBLIC =
            Pattern.compile("^public (?:\\w+ )*?(?:class|record|enum|interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern CLASS_COMMENT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s(?:@\\w+(?:\\([^)]*\\))?\\s)*(?:\\w+ )*class ", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Test
    void everyPublicClassHasATest() throws IOException {
        Set<String> tested = tested();
        List<String> untested = new ArrayList<>();
        int classes = 0;
        for (Path source : Sources.of(Sources.MAIN)) {
            Matcher name = PUBLIC.matcher(Files.readString(source));
            if (!name.find()) continue;
            classes++;
            if (!tested.contains(name.group(1))) untested.add(source.toString());
        }
        assertTrue(classes > 300, classes + " public classes were found");
        assertEquals("", String.join("\n", untested));
    }

    private static Set<String> tested() throws IOException {
        Set<String> tested = new HashSet<>();
        for (Path source : Sources.of(List.of(Path.of("src/test/java")))) {
            String name = source.getFileName().toString().replaceFirst("\\.java$", "");
            if (!name.matches("\\w+(?:Test|IT)")) continue;
            tested.add(name.replaceFirst("(?:Test|IT)$", ""));
            Matcher comment = CLASS_COMMENT.matcher(Files.readString(source));
            if (!comment.find()) continue;
            Matcher words = WORD.matcher(comment.group(1));
            while (words.find()) tested.add(words.group());
        }
        return tested;
    }
}
