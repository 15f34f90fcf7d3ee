package org.ichradiomics.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.TextFile;

/**
 * Where things with a name are found: one in the jar, the others in files.
 *
 * @param noun what a sentence calls them
 * @param resource the file of the built-in one, beside this class
 * @param parser reads both
 */
record Shelf<T>(String noun, String resource, Parser<T> parser) {

    /** Reads a text; the second argument is how sentences call it. */
    @FunctionalInterface
    interface Parser<T> {

        T parse(String text, String file) throws InvalidInputException;
    }

    /** The built-in one. */
    T builtIn() {
        try (InputStream in = Shelf.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing in the jar");
            }
            return parser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), resource);
        } catch (IOException | InvalidInputException e) {
            throw new IllegalStateException(resource + " in the jar cannot be read", e); // ours, not the user's
        }
    }

    /** The built-in one if that is its name, else the one in the file. */
    T find(String nameOrPath, String builtInName) throws InvalidInputException {
        String wanted = nameOrPath.strip();
        if (wanted.equalsIgnoreCase(builtInName)) {
            return builtIn();
        }
        Path file = path(wanted);
        if (file == null) PathName.requireKnown(wanted);
        if (file == null || !Files.exists(file)) {
            throw new InvalidInputException("There is no " + noun + " \"" + wanted + "\": give the name \""
                    + builtInName + "\" or the path of a JSON file.");
        }
        return parser.parse(TextFile.read(file), file.getFileName().toString());
    }

    private static Path path(String text) {
        try {
            return text.isEmpty() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            return null; // a colon in a name, on Windows
        }
    }
}
