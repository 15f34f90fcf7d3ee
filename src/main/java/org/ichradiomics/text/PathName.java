package org.ichradiomics.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names of files as people write them, which may be none: a colon in Windows, or a letter that the locale does not
 * know.
 */
public final class PathName {

    /** What Java makes of a byte that it cannot read. */
    private static final char UNREADABLE = '\uFFFD';

    private PathName() {}

    /**
     * The path of a text.
     *
     * @throws InvalidInputException if no file can have that name here; where the locale is the reason, the sentence
     *     says how to change it
     */
    public static Path of(String text) throws InvalidInputException {
        try {
            return Path.of(text);
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
            return Optional.of(Path.of(text)).filter(file -> !text.isEmpty() && Files.exists(file));
        } catch (InvalidPathException e) {
            requireKnown(text);
            return Optional.empty(); // a colon in a name, on Windows
        }
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
