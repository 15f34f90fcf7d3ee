package org.ichradiomics.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sentence to the user in which settings and means are values, so that a macro's author reads {@code threads=1} and a
 * user of the command line {@code --threads=1}:
 *
 * <pre>{@code
 * throw new InvalidInputException(Sentence.of(
 *         Setting.of("threads", text), " is no number: write ", Setting.of("threads", "auto"), "."));
 * throw new InvalidInputException(Sentence.of(
 *         name, " is too large: ", Sentence.anyOf(Mend.MEMORY, "crop the scan to the head"), "."));
 * }</pre>
 *
 * A sentence that is the same in every front is a plain String. Around an error: {@link InvalidInputException#within}.
 */
public final class Sentence implements Worded {

    private final List<Object> parts;
    private final String between;

    private Sentence(String between, Object... parts) {
        this.parts = List.of(parts);
        this.between = between;
    }

    /** @param parts text, and what each front has its own words for */
    public static Sentence of(Object... parts) {
        return new Sentence("", parts);
    }

    /** Alternatives: {@code a, or b}; those that a front has not are left out. */
    public static Sentence anyOf(Object... ways) {
        return new Sentence(", or ", ways);
    }

    /** A value that is none of those that a setting may have. */
    public static Sentence choice(String key, String text, String... choices) {
        Object[] ways =
                Stream.of(choices).map(choice -> Setting.of(key, choice)).toArray();
        return of(Setting.of(key, text), " is no choice: use ", new Sentence(" or ", ways), ".");
    }

    @Override
    public String in(Words words) {
        Stream<String> said = parts.stream().map(part -> part instanceof Worded own ? own.in(words) : part.toString());
        String text = said.filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
        boolean beginsWithAKey = !parts.isEmpty()
                && parts.get(0) instanceof Setting setting
                && setting.value().isEmpty();
        return beginsWithAKey ? English.capital(text) : text;
    }

    /** In the words of no front. */
    @Override
    public String toString() {
        return in(Words.KEYS);
    }
}
