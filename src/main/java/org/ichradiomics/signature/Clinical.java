package org.ichradiomics.signature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.ichradiomics.text.Key;
import org.ichradiomics.text.Numeral;

/**
 * What is to be known of a clinical variable to compute with it.
 *
 * @param unit in which it must be given; empty: none
 * @param coding word → number, in whatever letters the word is written; empty: it is a number itself
 */
public record Clinical(
        @Key(late = true) String unit, @Key(late = true) Map<String, Double> coding) {

    /** A number without a unit. */
    public static final Clinical PLAIN = new Clinical("", Map.of());

    /** Yes or no, in the words of tables. */
    public static final Clinical BINARY = new Clinical("", binary());

    /** @throws IllegalArgumentException if a word is blank, stands for no finite number, or comes twice */
    public Clinical {
        unit = unit.strip();
        coding = Collections.unmodifiableMap(new LinkedHashMap<>(coding));
        coding.forEach((word, number) -> {
            if (word.isBlank() || !Double.isFinite(number))
                throw new IllegalArgumentException("the coding \"" + word + "\" = " + number + " is none");
        });
        List<String> words =
                coding.keySet().stream().map(Clinical::plain).distinct().toList();
        if (words.size() < coding.size()) throw new IllegalArgumentException("a word of the coding comes twice");
    }

    private static Map<String, Double> binary() {
        Map<String, Double> words = new LinkedHashMap<>();
        for (String no : List.of("no", "false")) words.put(no, 0.0);
        for (String yes : List.of("yes", "true")) words.put(yes, 1.0);
        return words;
    }

    /**
     * The number of a cell that is filled; none where it is neither a word of the coding nor a number. With a coding
     * only its numbers are, and not where its words are numbers themselves.
     */
    OptionalDouble value(String cell) {
        for (Map.Entry<String, Double> word : coding.entrySet())
            if (plain(word.getKey()).equals(plain(cell))) return OptionalDouble.of(word.getValue());
        OptionalDouble number = Numeral.parse(cell, false);
        boolean isCoded = coding.keySet().stream()
                .allMatch(word -> Numeral.parse(word, false).isEmpty());
        if (coding.isEmpty()) return number;
        return number.isPresent() && isCoded && coding.containsValue(number.getAsDouble())
                ? number
                : OptionalDouble.empty();
    }

    /** Numbers are alike however they are written. */
    private static String plain(String word) {
        OptionalDouble number = Numeral.parse(word, false);
        return number.isPresent()
                ? Double.toString(number.getAsDouble())
                : word.strip().toLowerCase(Locale.ROOT);
    }

    /** What may be given: {@code a number in mL}, {@code no, yes}. */
    String allowed() {
        return coding.isEmpty()
                ? "a number" + (unit.isEmpty() ? "" : " in " + unit)
                : coding.keySet().stream().collect(Collectors.joining(", "));
    }
}
