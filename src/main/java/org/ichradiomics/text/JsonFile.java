package org.ichradiomics.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of JSON file that begins with its format and version, so that none is taken for another. What is read back has
 * the same bits.
 *
 * @param format its first key
 * @param noun what sentences call it
 * @param reading takes the other keys; what its values' constructors refuse is refused as unusable
 * @param writing gives them
 * @param latest version that is known; those before are read as well
 * @param isLatest what only a file of that version can hold; anything else is written as the first
 */
public record JsonFile<T>(
        String format,
        String noun,
        Reading<T> reading,
        Function<T, Map<String, Object>> writing,
        int latest,
        Predicate<T> isLatest) {

    /** A kind of which there is one version. */
    public JsonFile(String format, String noun, Reading<T> reading, Function<T, Map<String, Object>> writing) {
        this(format, noun, reading, writing, 1, value -> false);
    }

    /** The same kind with a later version, for what files of the first cannot hold. */
    public JsonFile<T> since(int version, Predicate<T> isLater) {
        return new JsonFile<>(format, noun, reading, writing, version, isLater);
    }

    /** Takes all keys of an object. */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Takes them.
         *
         * @throws InvalidInputException if a key is missing, or its value is not what it must be
         */
        T read(JsonFields json) throws InvalidInputException;
    }

    /** @throws InvalidInputException if the file cannot be read or is not a valid one */
    public T read(Path file) throws InvalidInputException {
        return parse(TextFile.read(file), file.getFileName().toString());
    }

    /**
     * @param file how sentences call the text
     * @throws InvalidInputException if it is not a valid one
     */
    public T parse(String text, String file) throws InvalidInputException {
        JsonFields json = JsonFields.parse(text, file);
        String found = json.textOr("format", "");
        if (!found.equals(format)) {
            String is = found.isEmpty() ? "missing" : "\"" + found + "\"";
            throw new InvalidInputException(file + " is not a " + noun + " (its \"format\" is " + is + ", not \""
                    + format + "\"): choose a " + noun + " file.");
        }
        int version = json.count("version");
        if (version < 1 || version > latest) {
            throw new InvalidInputException(file + " is a " + noun + " of version " + version
                    + ", but this program reads version " + (latest == 1 ? "1" : "1 to " + latest)
                    + ": use the program that wrote it.");
        }
        try {
            return reading.read(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    file + " is no usable " + noun + ", since " + e.getMessage()
                            + ": correct it, or choose another file.",
                    e);
        }
    }

    /** The text of the file. */
    public String text(T value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", format);
        json.put("version", isLatest.test(value) ? latest : 1);
        json.putAll(writing.apply(value));
        return JsonText.file(json);
    }

    /** @throws InvalidInputException if the file cannot be written; an old one is then as it was */
    public void write(T value, Path file) throws InvalidInputException {
        TextFile.write(file, text(value));
    }

    /**
     * Writes it where another file may be in the way.
     *
     * @return whether anything was written, and not the same text there already
     * @throws InvalidInputException if the file cannot be written, or other content is there and may not be replaced
     */
    public boolean write(T value, Path file, Replacing replacing) throws InvalidInputException {
        return TextFile.write(file, text(value), replacing);
    }
}
