package org.ichradiomics.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.menu.Task;
import org.ichradiomics.text.InvalidInputException;

/**
 * A command with what was given to it.
 *
 * @param options flag → value: a path, a whole number, a word, a list of words, or true
 * @param places the parameters that have no name
 */
record Given(Task task, Map<String, Object> options, List<Object> places, PrintWriter out, PrintWriter err) {

    /** What can be told of options before anything is read. */
    @FunctionalInterface
    interface Check {

        /** @throws InvalidInputException if an option is none or out of its range */
        void of(Options options) throws InvalidInputException;
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    boolean hasPlace(int index) {
        return index < places.size();
    }

    /** Null where it was not given. */
    <T> T value(String flag) {
        return value(flag, null);
    }

    @SuppressWarnings("unchecked")
    <T> T value(String flag, T otherwise) {
        return (T) options.getOrDefault(flag, otherwise);
    }

    /** Null where there is none. */
    @SuppressWarnings("unchecked")
    <T> T place(int index) {
        return hasPlace(index) ? (T) places.get(index) : null;
    }

    /**
     * Key → what was given, of the options that have a name.
     *
     * @throws WrongUse if one of them is blank
     */
    Map<String, String> words(Collection<Option> declared) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Option option : declared) {
            if (!option.isOnTheLine()) continue;
            if (option.kind() == Option.Kind.FLAG) {
                for (String choice : option.choices()) if (has(option.flag(choice))) words.put(option.key(), choice);
                continue;
            }
            String flag = option.line().flag();
            put(
                    words,
                    option,
                    flag.isEmpty() ? null : value(flag),
                    flag + " is empty: give it a value, or leave it out.");
        }
        return words;
    }

    /**
     * All options of a task.
     *
     * @throws WrongUse if one of them is blank, or wrong by itself
     */
    Options options(List<Option> declared, Check check) {
        Map<String, String> words = words(declared);
        int place = 0;
        for (Option option : declared) {
            if (!option.isOnTheLine()
                    || option.kind() == Option.Kind.FLAG
                    || !option.line().flag().isEmpty()) continue;
            put(words, option, place(place++), option.line().param() + " is empty: give it a value.");
        }
        Options all = Options.of(words, declared);
        try {
            check.of(all);
        } catch (InvalidInputException e) {
            throw new WrongUse(e.in(OptionWords.INSTANCE), e);
        }
        return all;
    }

    private static void put(Map<String, String> words, Option option, Object value, String blank) {
        if (value == null) return;
        String text = value instanceof List<?> values
                ? String.join("; ", values.stream().map(Object::toString).toList())
                : value.toString();
        if (text.isBlank()) throw new WrongUse(blank);
        words.put(option.key(), text);
    }

    /** The files that a task reads, none of which may be overwritten: how the command line calls them → path. */
    Map<String, Path> inputs(List<Option> declared) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        int place = 0;
        for (Option option : declared) {
            if (!option.isOnTheLine() || option.kind() == Option.Kind.FLAG || option.kind() == Option.Kind.SAVE)
                continue;
            String flag = option.line().flag();
            Object value = flag.isEmpty() ? place(place++) : value(flag);
            if (value instanceof Path path)
                inputs.put(flag.isEmpty() ? option.line().param() : flag, path);
            // A name may be no path at all: a colon in it, on Windows.
            if (option.kind() == Option.Kind.NAME_OR_FILE && value instanceof String name && new File(name).isFile())
                inputs.put(flag.isEmpty() ? option.line().param() : flag, Path.of(name));
        }
        return inputs;
    }
}
