package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page of typical problems shows sentences as the program says them, and all of a mask that does not fit. */
class ProblemsTest {

    private static final Path PAGE = Path.of("docs/problems.md");

    /** The first cell of a row that is one sentence. */
    private static final Pattern SHOWN = Pattern.compile("(?m)^\\| \\*(.+?)\\* \\|");

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern PLUS = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern FORMAT = Pattern.compile("%[-.\\d]*[a-z]");
    private static final Pattern OF_PROGRAMMERS = Pattern.compile("(?s)IllegalArgumentException\\(.*?\\);");
    private static final Pattern WORDS = Pattern.compile("\\p{L}[,:;]? \\p{L}");

    /** What a source says to its users, with … for every value. */
    private static Stream<String> texts(Path source) throws IOException {
        String code = Sources.withoutComments(Files.readString(source));
        String joined =
                PLUS.matcher(OF_PROGRAMMERS.matcher(code).replaceAll("")).replaceAll("");
        return TEXT.matcher(joined)
                .results()
                .map(found -> FORMAT.matcher(
                                found.group(1).replace("\\\"", "\"").replace("%%", "%"))
                        .replaceAll("…"));
    }

    private static List<String> shown() throws IOException {
        return SHOWN.matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<String> parts(String sentence) {
        return Stream.of(sentence.split("…")).filter(part -> WORDS.matcher(part).find());
    }

    /** A part may be made of several texts of the code, one behind the other. */
    @Test
    void whatIsShownIsSaid() throws IOException {
        Set<String> said =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (Path source : Sources.of(Sources.MAIN))
            texts(source).flatMap(ProblemsTest::parts).forEach(said::add);
        Set<String> unsaid = new TreeSet<>();
        for (String part : shown().stream().flatMap(ProblemsTest::parts).toList()) {
            if (said.stream().anyMatch(text -> text.contains(part))) continue;
            String left = part;
            for (String text : said) left = left.replace(text.strip(), "");
            if (left.chars().anyMatch(Character::isLetter)) unsaid.add(part + " → " + left);
        }
        assertEquals(Set.of(), unsaid);
        assertTrue(shown().size() >= 60, "there are " + shown().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Labels", "LabelList", "LabelTally", "NearestLabel", "Alignment", "Geometry"})
    void whatIsSaidOfMasksIsShown(String name) throws IOException {
        String page = String.join("\n", shown());
        Set<String> missing = texts(Path.of("src/main/java/org/ichradiomics/scan", name + ".java"))
                .flatMap(ProblemsTest::parts)
                .filter(part -> !page.contains(part.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }
}
