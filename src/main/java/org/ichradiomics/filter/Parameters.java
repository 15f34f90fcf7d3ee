package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a filter is told, by name, in the spelling of IBSI's tests: {@code sigma=3.0mm;cutoff=4sigma}. Units may be left
 * out. Whoever reads asks for each parameter once; what nobody asked for is refused.
 */
public final class Parameters {

    private static final Pattern NUMBER =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?) " + "?([a-z]*)");

    private final Map<String, String> given;
    private final Set<String> left;

    private Parameters(Map<String, String> given) {
        this.given = given;
        this.left = new TreeSet<>(given.keySet());
    }

    /** @param given name → value; empty for a parameter that is a word alone */
    public static Parameters of(Map<String, String> given) {
        return new Parameters(new LinkedHashMap<>(given));
    }

    /** @param text {@code name=value;name=value;word} */
    public static Parameters parse(String text) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            String[] pair = part.strip().split("=", 2);
            if (!pair[0].isEmpty()) given.put(pair[0], pair.length < 2 ? "" : pair[1]);
        }
        return of(given);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Whether the word is there. */
    boolean word(String name) {
        if (!has(name)) return false;
        return switch (text(name)) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(name + " must be true or false, was \"" + given.get(name) + "\"");
        };
    }

    String text(String name) {
        if (!has(name)) throw new IllegalArgumentException(name + " is missing");
        left.remove(name);
        return given.get(name);
    }

    /** A positive number of mm. */
    double length(String name) {
        return positive(name, "mm");
    }

    /**
     * A positive number.
     *
     * @param unit that may stand behind it
     */
    double positive(String name, String unit) {
        Matcher number = NUMBER.matcher(text(name));
        boolean fits = number.matches()
                && (number.group(2).isEmpty() || number.group(2).equals(unit));
        double value = fits ? Double.parseDouble(number.group(1)) : Double.NaN;
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a positive number"
                    + (unit.isEmpty() ? "" : " of " + unit) + ", was \"" + given.get(name) + "\"");
        }
        return value;
    }

    /** A whole number of at least 1. */
    int count(String name) {
        double value = positive(name, "");
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be a whole number, was \"" + given.get(name) + "\"");
        }
        return (int) value;
    }

    /** Refuses what was given but not asked for. */
    void end(KernelKind kind) {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    left.iterator().next() + " is no parameter of the filter " + kind.text());
        }
    }
}
