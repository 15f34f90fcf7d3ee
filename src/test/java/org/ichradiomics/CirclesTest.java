package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No two packages need each other, be it by way of others: who changes one need not read the whole house. */
class CirclesTest {

    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    /** What a class is told by name at run time is no need of its own. */
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");
    /** An import, or a class that is named in full. */
    private static final Pattern NAMED = Pattern.compile("\\b(org\\.ichradiomics(?:\\.[a-z]\\w*)*)\\.[A-Z]");

    @Test
    void noPackageNeedsItself() throws IOException {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (Path source : Sources.of(Sources.MAIN)) {
            String code = TEXT.matcher(Sources.withoutComments(Files.readString(source)))
                    .replaceAll("\"\"");
            Matcher home = PACKAGE.matcher(code);
            assertTrue(home.find(), source.toString());
            Set<String> named = needs.computeIfAbsent(home.group(1), p -> new TreeSet<>());
            Matcher names = NAMED.matcher(code);
            while (names.find()) if (!names.group(1).equals(home.group(1))) named.add(names.group(1));
        }
        assertTrue(needs.getOrDefault("org.ichradiomics.measure", Set.of()).contains("org.ichradiomics.region"));
        assertEquals(List.of(), inCircles(needs));
    }

    @Test
    void aCircleIsFound() {
        Map<String, Set<String>> needs = Map.of("a", Set.of("b"), "b", Set.of("c"), "c", Set.of("b"), "d", Set.of("a"));
        assertEquals(List.of("b", "c"), inCircles(needs));
    }

    private static List<String> inCircles(Map<String, Set<String>> needs) {
        return needs.keySet().stream()
                .filter(start -> reached(start, needs).contains(start))
                .sorted()
                .toList();
    }

    private static Set<String> reached(String start, Map<String, Set<String>> needs) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            for (String needed : needs.getOrDefault(next.pop(), Set.of())) {
                if (reached.add(needed)) next.push(needed);
            }
        }
        return reached;
    }
}
