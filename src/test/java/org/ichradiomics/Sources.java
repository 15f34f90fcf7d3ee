package org.ichradiomics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** The sources of the project as text, and what javac finds in them. */
final class Sources {

    static final List<Path> MAIN = List.of(Path.of("src/front/java"), Path.of("src/main/java"));

    /** With what is compiled for a cluster alone. */
    static final List<Path> ALL = List.of(MAIN.get(0), MAIN.get(1), Path.of("src/spark/java"));

    private Sources() {}

    /** All Java files below the folders, in order. */
    static List<Path> of(List<Path> roots) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }

    /** The source with blanks in the place of its comments, line by line; texts stay. */
    static String withoutComments(String source) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < source.length(); ) {
            int end = end(source, i);
            boolean isComment = source.startsWith("//", i) || source.startsWith("/*", i);
            String piece = source.substring(i, end);
            code.append(isComment ? piece.replaceAll("[^\\n]", " ") : piece);
            i = end;
        }
        return code.toString();
    }

    /** Where the comment, text, character or letter ends that begins at a place. */
    private static int end(String source, int start) {
        if (source.startsWith("//", start)) return orEnd(source, source.indexOf('\n', start));
        if (source.startsWith("/*", start)) return orEnd(source, source.indexOf("*/", start + 2) + 2);
        for (String quote : List.of("\"\"\"", "\"", "'")) {
            if (!source.startsWith(quote, start)) continue;
            int i = start + quote.length();
            while (!source.startsWith(quote, i)) i += source.charAt(i) == '\\' ? 2 : 1;
            return i + quote.length();
        }
        return start + 1;
    }

    private static int orEnd(String source, int end) {
        return end < 2 ? source.length() : end;
    }

    /** Lines that hold more than blanks and comments. */
    static long codeLines(String source) {
        return withoutComments(source).lines().filter(line -> !line.isBlank()).count();
    }

    /** A method or constructor, as {@code Study.java: run}, and its lines of code. */
    record Method(String name, long codeLines) {}

    static List<Method> methods(List<Path> sources) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<Method> methods = new ArrayList<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    javac.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                String text = unit.getSourceFile().getCharContent(true).toString();
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        int start = (int) positions.getStartPosition(unit, method);
                        int end = (int) positions.getEndPosition(unit, method);
                        if (end > start)
                            methods.add(
                                    new Method(file + ": " + method.getName(), codeLines(text.substring(start, end))));
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        }
        return methods;
    }
}
