package org.ichradiomics.imagej;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.region.InvalidInputException;

/**
 * Keys and values that the user gives, over defaults: the same in a dialog, in macros of ImageJ and Fiji, and in scripts. An option
 * left out has its default, always.
 */
public final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> defaults, Map<String, String> given) {
        values = new LinkedHashMap<>(defaults);
        given.forEach((key, value) -> {
            if (value != null && !value.isBlank()) values.put(key, value.strip());
        });
    }

    /** Defaults in the order given: key, value, key, value, … */
    static Map<String, String> defaults(String... keysAndValues) {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) defaults.put(keysAndValues[i], keysAndValues[i + 1]);
        return Collections.unmodifiableMap(defaults);
    }

    /**
     * Options from a macro.
     *
     * @param text   may be null or blank
     * @param others keys that are known besides those with a default
     * @throws InvalidInputException if a key is unknown or comes twice
     */
    public static Options parse(String text, Map<String, String> defaults, String... others) throws InvalidInputException {
        List<String> keys = new ArrayList<>(defaults.keySet());
        keys.addAll(Arrays.asList(others));
        return new Options(defaults, MacroOptions.parse(text, keys));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static Options of(Map<String, String> values, Map<String, String> defaults) {
        return new Options(defaults, values);
    }

    /** The same options with one more. */
    Options with(String key, String value) {
        return new Options(values, Collections.singletonMap(key, value));
    }

    /** @throws InvalidInputException if no file can have that name here, such as one with a colon in Windows */
    public static Path path(String text) throws InvalidInputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("There is no file \"" + text + "\": check the path.", e);
        }
    }

    /** The value of a key; empty if there is none. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }
}
