package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.Worded;

/**
 * Keys and values that the user gives, over defaults: the same in a dialog, in macros of ImageJ and Fiji, and in
 * scripts. An option left out has its default, always.
 */
public final class Options {

    private final Map<String, String> values;
    private final Predicate<String> question;

    private Options(Map<String, String> defaults, Map<String, String> given, Predicate<String> question) {
        this.question = question;
        values = new LinkedHashMap<>(defaults);
        given.forEach((key, value) -> {
            if (value != null && !value.isBlank()) values.put(key, value.strip());
        });
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @param options those of the task
     * @throws InvalidInputException if a key is unknown or comes twice
     */
    public static Options parse(String text, List<Option> options) throws InvalidInputException {
        return of(MacroOptions.parse(text, Option.keys(options)), options);
    }

    /** Options by key; what is missing, null or blank has its usual value. */
    public static Options of(Map<String, String> values, List<Option> options) {
        return new Options(Option.usual(options), values, inTheWay -> false);
    }

    /** The same options as those of a task that has others beside them. */
    Options as(List<Option> options) {
        return new Options(Option.usual(options), values, question);
    }

    /** The same options with one more. */
    public Options with(String key, String value) {
        return new Options(values, Collections.singletonMap(key, value), question);
    }

    /**
     * The same options of somebody who can be asked.
     *
     * @param mayReplace asked with what is in the way of a file, as the beginning of a sentence
     */
    public Options asking(Predicate<String> mayReplace) {
        return new Options(values, Map.of(), mayReplace);
    }

    /**
     * What may be done with files that are there.
     *
     * @throws InvalidInputException if the option is neither yes nor no
     */
    public Replacing replacing() throws InvalidInputException {
        return new Replacing(isChosen(Replacing.OVERWRITE.key()), question);
    }

    /** @throws InvalidInputException if no file can have that name here, such as one with a colon in Windows */
    public static Path path(String text) throws InvalidInputException {
        return PathName.of(text);
    }

    /**
     * A value that must be there.
     *
     * @param what is missing, as in "The folder of the study"
     * @param example what belongs there, as in "path of a folder"
     * @throws InvalidInputException if it is not
     */
    public String need(String key, String what, String example) throws InvalidInputException {
        if (get(key).isEmpty()) throw missing(key, what, example);
        return get(key);
    }

    /** The error where a value is missing, as {@link #need} says it. */
    static InvalidInputException missing(String key, String what, String example) {
        Worded remedy = words -> words.toGive(Setting.of(key, example));
        return new InvalidInputException(Sentence.of(what, " is missing: ", remedy, "."));
    }

    /** @throws InvalidInputException if the value is no number */
    public double number(String key) throws InvalidInputException {
        try {
            return Double.parseDouble(get(key));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    Sentence.of(
                            Setting.of(key, get(key)),
                            " is not a number: write ",
                            Setting.of(key, 0.5),
                            ", say, or leave it out."),
                    e);
        }
    }

    /** @throws InvalidInputException if the value is no whole number from 0 to a thousand million */
    public int count(String key) throws InvalidInputException {
        // SciJava and some dialogs write 10.0.
        String text = get(key).replaceAll("\\.0+$", "");
        if (text.matches("\\d{1,9}")) return Integer.parseInt(text);
        if (text.matches("\\d+")) {
            throw new InvalidInputException(Sentence.of(
                    Setting.of(key, get(key)), " is too large a number: write a smaller one, or leave it out."));
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(key, get(key)),
                " is not a whole number: write ",
                Setting.of(key, 10),
                ", say, or leave it out."));
    }

    /**
     * One of some words, as these are written.
     *
     * @throws InvalidInputException if it is none of them, whatever the case of its letters
     */
    public String choice(String key, List<String> choices) throws InvalidInputException {
        for (String choice : choices) if (choice.equalsIgnoreCase(get(key))) return choice;
        throw new InvalidInputException(Sentence.choice(key, get(key), choices.toArray(String[]::new)));
    }

    /**
     * Whether a flag is set.
     *
     * @throws InvalidInputException if the value is neither yes nor no
     */
    public boolean isChosen(String key) throws InvalidInputException {
        return choice(key, Option.NO_YES).equals(Option.NO_YES.get(1));
    }

    /** All that there are, given or not. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** The value of a key; empty if there is none. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }
}
