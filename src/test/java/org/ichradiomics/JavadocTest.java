package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What is public has a comment that says what it is and which checked exceptions it throws, and no comment, public or
 * not, names what is not there: javac's doclint. A parameter or result needs a tag only where the sentence leaves it
 * open; a constant is said by its arguments, and a record's constructor that only copies, by the record.
 */
class JavadocTest {

    /** Also in comments of what is not public: names of nothing, and HTML that no browser shows. */
    private static final String DOCLINT = "-Xdoclint:all/public,reference/private,syntax/private,html/private";

    /** The last two are said by later Javas alone. */
    private static final List<String> FREE =
            List.of("no @param", "no @return", "no main description", "use of default constructor");

    /** A constant with arguments, or a compact constructor without a condition. */
    private static final Pattern SAID_ELSEWHERE = Pattern.compile("\\s*(?:"
            + "(?:public static final (?:Option|Task) )?[A-Z][A-Z0-9_]*(?: = \\w+\\.\\w+)?\\("
            + "|public \\w+ \\{(?:(?!throw |require)[^{}])*\\})");

    /** A tag behind words of the same line is none: it is printed as it stands. */
    private static final Pattern TAG_IN_A_LINE =
            Pattern.compile("^ *(?:/\\*\\*|\\*) *[^*@ ].* @(?:param|return|throws) ");

    @TempDir
    Path folder;

    @Test
    void whatIsPublicIsSaid() throws IOException {
        assertEquals("", String.join("\n", faults(Sources.of(Sources.MAIN))));
    }

    @Test
    void everyRoomHasAPage() throws IOException {
        Set<Path> pages = new TreeSet<>();
        Set<Path> rooms = new TreeSet<>();
        for (Path root : Sources.MAIN) {
            for (Path source : Sources.of(List.of(root))) {
                Path room = root.relativize(source.getParent());
                rooms.add(room);
                if (source.endsWith("package-info.java")) pages.add(room);
            }
        }
        assertEquals(rooms, pages);
    }

    @Test
    void tagsBeginTheirLines() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : Sources.of(Sources.MAIN)) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (TAG_IN_A_LINE.matcher(lines.get(i)).find()) found.add(source + ":" + (i + 1) + ": " + lines.get(i));
            }
        }
        assertEquals("", String.join("\n", found));
        assertTrue(TAG_IN_A_LINE.matcher("    /** A number. @param unit mm */").find());
    }

    @Test
    void aMissingAndABrokenCommentAreFound() throws IOException {
        Path source = folder.resolve("Wrong.java");
        Files.writeString(source, """
                /** Like {@link Nothing}. */
                public class Wrong {
                    public int size() throws java.io.IOException { return 0; }
                    /** Said. */
                    public Wrong() {}
                }
                """);
        List<String> faults = faults(List.of(source));
        assertEquals(2, faults.size(), faults.toString());
        assertTrue(faults.get(0).endsWith("Wrong.java:1: reference not found"), faults.toString());
        assertTrue(faults.get(1).endsWith("Wrong.java:3: no comment"), faults.toString());
    }

    private List<String> faults(List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of(
                    DOCLINT,
                    "-proc:none",
                    "-XDshould-stop.ifNoError=FLOW",
                    "-Xmaxerrs",
                    "9999",
                    "-Xmaxwarns",
                    "99999",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    "-d",
                    folder.toString());
            javac.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        List<String> faults = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> fault : found.getDiagnostics()) {
            String words = fault.getMessage(Locale.ROOT);
            if (fault.getSource() == null || FREE.stream().anyMatch(words::startsWith)) continue;
            if (fault.getKind() == Diagnostic.Kind.NOTE || fault.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                continue;
            if (words.equals("no comment") && isSaidElsewhere(fault)) continue;
            faults.add(fault.getSource().getName() + ":" + fault.getLineNumber() + ": " + words);
        }
        return faults;
    }

    private static boolean isSaidElsewhere(Diagnostic<? extends JavaFileObject> fault) throws IOException {
        String source = fault.getSource().getCharContent(true).toString();
        int start = source.lastIndexOf('\n', (int) fault.getPosition()) + 1;
        return SAID_ELSEWHERE.matcher(source.substring(start)).lookingAt();
    }
}
