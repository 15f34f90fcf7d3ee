package org.ichradiomics.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files as people write them, which may be none: a colon in Windows, or a letter that the locale does not
 * know.
 */
public final class PathName {

    /** What Java makes of a byte that it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    /** Such as hdfs: before a path; a single letter is a drive of Windows. */
    private static final String SCHEME = "(?s)([A-Za-z][A-Za-z0-9+.-]+):(/.*)";

    private PathName() {}

    /**
     * The path of a text; one that begins with a scheme, such as {@code hdfs:}, lies in that {@link Storage}.
     *
     * @throws InvalidInputException if no file can have that name here; where the locale is the reason, the sentence
     *     says how to change it
     */
    public static Path of(String text) throws InvalidInputException {
        return in(FileSystems.getDefault(), text);
    }

    /**
     * The path of a text that is written where paths of a file system are meant.
     *
     * @throws InvalidInputException as {@link #of}
     */
    static Path in(FileSystem home, String text) throws InvalidInputException {
        try {
            if (!text.contains(":/")) return home.getPath(text);
            Matcher scheme = Pattern.compile(SCHEME).matcher(text);
            if (!scheme.matches()) return home.getPath(text);
            if (scheme.group(1).equalsIgnoreCase("file"))
                return Path.of(scheme.group(2).replaceFirst("^/+(?=[A-Za-z]:/)|^/+(?=/)", ""));
            return storage(text).path(text);
        } catch (InvalidPathException e) {
            if (isOfLocale(text)) throw new InvalidInputException(locale(text), e);
            throw new InvalidInputException("There is no file \"" + text + "\": check the path.", e);
        }
    }

    /**
     * The file of that path; empty if there is none.
     *
     * @throws InvalidInputException if the locale is the reason, as {@link #of} says it
     */
    public static Optional<Path> existing(String text) throws InvalidInputException {
        try {
            return Optional.of(of(text)).filter(file -> !text.isEmpty() && Files.exists(file));
        } catch (InvalidInputException e) {
            requireKnown(text);
            return Optional.empty(); // a colon in a name, on Windows
        }
    }

    private static Storage storage(String text) throws InvalidInputException {
        return ServiceLoader.load(Storage.class, Storage.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no file \"" + text
                        + "\" on this machine: copy it here, or measure on a cluster, which reads it there."));
    }

    /** @throws InvalidInputException if a name has letters that this locale does not know, as {@link #of} says it */
    public static void requireKnown(String name) throws InvalidInputException {
        if (isOfLocale(name)) throw new InvalidInputException(locale(name));
    }

    private static String locale(String text) {
        return "The name \"" + text
                + "\" has letters that programs started with this locale cannot write: start it with LC_ALL=C.UTF-8, "
                + "as in"
                + " LC_ALL=C.UTF-8 java -jar ...";
    }

    /** Names of files are written in the encoding of the locale, whatever that of texts is. */
    private static boolean isOfLocale(String text) {
        if (text.chars().allMatch(c -> c < 128)) return false;
        String encoding = System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name());
        return !Charset.isSupported(encoding)
                || !Charset.forName(encoding).newEncoder().canEncode(text)
                || text.indexOf(UNREADABLE) >= 0 && !Charset.forName(encoding).equals(StandardCharsets.UTF_8);
    }
}
