package org.ichradiomics.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * A path as it stands in a list of cases: from the list's folder, perhaps in quotes, with the home folder's ~, or
 * written on Windows.
 */
public final class ListedPath {

    private ListedPath() {}

    /**
     * The path that a text means: as it stands if there is such a file, else the first way of reading it that leads to
     * one.
     *
     * @param folder of the list
     * @throws InvalidInputException if it can be none here
     */
    public static Path of(Path folder, String text) throws InvalidInputException {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(text);
        String plain = text.replaceFirst("^([\"'])(.*)\\1$", "$2").strip();
        ways.add(plain);
        plain = plain.replaceFirst("^~(?=[/\\\\])", Matcher.quoteReplacement(System.getProperty("user.home")));
        ways.add(plain);
        // On Linux a backslash may be part of a name, so this comes last.
        ways.add(plain.replace('\\', '/'));
        Path last = null;
        for (String way : ways) {
            Path path = PathName.in(folder.getFileSystem(), way);
            last = (path.isAbsolute() ? path : folder.resolve(path)).normalize();
            // Of a single way nothing is asked: a storage answers late, and a list may be long.
            if (ways.size() == 1 || Files.exists(last)) return last;
        }
        return last;
    }
}
