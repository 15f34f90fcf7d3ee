package org.ichradiomics.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.TextFile;

/** Settings in a file: one flat JSON object, {@code {"bins": 256, "low": "auto"}}, with the keys of macros. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * The file that a text means, unless it means settings of the IBSI catalogue, built-in ones or a file of their own
     * format, or a parameter file of PyRadiomics.
     *
     * @param nameOrPath null: nothing was given
     * @throws InvalidInputException if there is no such file, or it cannot be read
     */
    static Optional<Path> flat(String nameOrPath) throws InvalidInputException {
        if (nameOrPath == null || IbsiPreset.isName(nameOrPath)) return Optional.empty();
        Path file = Options.path(nameOrPath);
        String text = TextFile.read(file);
        boolean isOfCatalogue = text.contains("\"format\"") || PyRadiomics.isNamedIn(file, text);
        return isOfCatalogue ? Optional.empty() : Optional.of(file);
    }

    /**
     * Key → value as written.
     *
     * @param keys those that the file may hold
     * @throws InvalidInputException if the file cannot be read, is no such object, or holds another key
     */
    static Map<String, String> read(Path file, Collection<String> keys) throws InvalidInputException {
        String name = file.getFileName().toString();
        JsonReader json = new JsonReader(new StringReader(TextFile.read(file)));
        json.setStrictness(Strictness.STRICT);
        Map<String, String> values = new LinkedHashMap<>();
        try {
            json.beginObject();
            while (json.hasNext()) {
                String key = json.nextName();
                if (!keys.contains(key)) {
                    throw new InvalidInputException(
                            name + " holds the unknown key \"" + key + "\": use " + String.join(", ", keys) + ".");
                }
                JsonToken type = json.peek();
                if (type != JsonToken.STRING && type != JsonToken.NUMBER) {
                    throw new InvalidInputException(
                            "\"" + key + "\" in " + name + " is neither a number nor text: correct it.");
                }
                String value = json.nextString();
                if (value.isBlank())
                    throw new InvalidInputException(
                            "\"" + key + "\" in " + name + " is empty: give it a value, or remove it.");
                if (values.put(key, value) != null) {
                    throw new InvalidInputException(name + " has the key \"" + key + "\" twice: remove one of them.");
                }
            }
            json.endObject();
            if (json.peek() == JsonToken.END_DOCUMENT) return values;
        } catch (IOException | IllegalStateException e) {
            throw new InvalidInputException(notJson(name), e);
        }
        throw new InvalidInputException(notJson(name));
    }

    private static String notJson(String name) {
        return name
                + " is not one flat JSON object like {\"bins\": 256, \"low\": \"auto\"}: correct it, or choose "
                + "another file.";
    }
}
