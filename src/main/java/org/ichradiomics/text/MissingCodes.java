package org.ichradiomics.text;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What besides {@link Numeral#isMissing} stands for no value in a table, such as -9 or "unknown".
 *
 * @param words as they stand in cells
 * @param numbers of those words that are numbers, so that -9.0 is -9
 */
record MissingCodes(Set<String> words, Set<Double> numbers) {

    static final MissingCodes NONE = new MissingCodes(Set.of(), Set.of());

    static MissingCodes of(List<String> codes) {
        Set<String> words = new HashSet<>();
        Set<Double> numbers = new HashSet<>();
        for (String code : codes) {
            words.add(Numeral.bare(code));
            OptionalDouble number = Numeral.parse(code, false);
            if (number.isPresent() && !Double.isNaN(number.getAsDouble())) numbers.add(number.getAsDouble());
        }
        return new MissingCodes(Set.copyOf(words), Set.copyOf(numbers));
    }

    boolean has(String cell) {
        return Numeral.isMissing(cell) || !words.isEmpty() && words.contains(Numeral.bare(cell));
    }

    /** A code stands for no value however its number is written. */
    double without(double number) {
        return !numbers.isEmpty() && numbers.contains(number) ? Double.NaN : number;
    }
}
