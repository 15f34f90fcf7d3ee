package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page of the documentation shows in the type of programs. */
final class Shown {

    private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    /**
     * A fenced block.
     *
     * @param named the last code span before it in its paragraph: the file that it is, where it is one; may be empty
     */
    record Block(Path page, int line, String named, String text) {

        List<String> lines() {
            return text.lines().toList();
        }

        String first() {
            return lines().get(0);
        }

        @Override
        public String toString() {
            return page + ":" + line + " " + first();
        }
    }

    private Shown() {}

    /** All pages; CONTRIBUTING.md is of the build alone. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<Block> blocks(Path page) throws IOException {
        String text = Files.readString(page);
        List<Block> blocks = new ArrayList<>();
        for (MatchResult fence : FENCE.matcher(text).results().toList()) {
            String before = text.substring(0, fence.start());
            String paragraph = before.strip().replaceFirst("(?s).*\n\\s*\n", "");
            String named = spans(paragraph).reduce("", (first, second) -> second);
            blocks.add(new Block(page, (int) before.lines().count() + 1, named, fence.group(2)));
        }
        return blocks;
    }

    /** What stands between single backticks. */
    static List<String> spans(Path page) throws IOException {
        return spans(FENCE.matcher(Files.readString(page)).replaceAll("")).toList();
    }

    private static Stream<String> spans(String text) {
        Matcher code = CODE.matcher(text);
        return code.results().map(span -> span.group(1));
    }
}
