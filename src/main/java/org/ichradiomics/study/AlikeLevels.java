package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.ichradiomics.text.Numeral;

/** Levels of a variable that a person reads as one: M and m, 1 and 1.0, "left lobe" and "Left lobe". */
final class AlikeLevels {

    private AlikeLevels() {}

    /** In sentences; none where each level is another. */
    static List<String> sentences(Variable variable, String table) {
        Map<String, List<String>> alike = new LinkedHashMap<>();
        for (String level : variable.levels().stream().distinct().toList()) {
            alike.computeIfAbsent(read(level), key -> new ArrayList<>()).add(level);
        }
        return alike.values().stream()
                .filter(levels -> levels.size() > 1)
                .map(levels -> "In the column \"" + variable.name() + "\" of " + table + " "
                        + levels.stream().map(level -> "\"" + level + "\"").collect(Collectors.joining(" and "))
                        + " are levels of their own: write them alike if they mean the same.")
                .toList();
    }

    private static String read(String level) {
        OptionalDouble number = Numeral.parse(level, false);
        return number.isPresent()
                ? Double.toString(number.getAsDouble())
                : level.toLowerCase(Locale.ROOT)
                        .replaceAll("[\\s\u00a0_-]+", " ")
                        .strip();
    }
}
