package org.ichradiomics.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;

/**
 * The options of a macro's {@code run("...", "key=value key=[a value] key='a value'")}, as ImageJ and Fiji both read
 * them; strictly, so that a misspelt key is an error and not a default.
 */
final class MacroOptions {

    private MacroOptions() {}

    /**
     * Key → value in the order given.
     *
     * @param options may be null or blank
     * @param known the keys that there are
     * @throws InvalidInputException if a key is unknown or comes twice, or a bracket is not closed
     */
    static Map<String, String> parse(String options, List<String> known) throws InvalidInputException {
        Map<String, String> values = new LinkedHashMap<>();
        String text = options == null ? "" : options.strip();
        int at = 0;
        while (at < text.length()) {
            int keyEnd = at;
            while (keyEnd < text.length() && text.charAt(keyEnd) != '=' && !Character.isWhitespace(text.charAt(keyEnd)))
                keyEnd++;
            String key = text.substring(at, keyEnd);
            if (!known.contains(key)) {
                throw new InvalidInputException(
                        "There is no option \"" + key + "\": use " + String.join(", ", known) + ".");
            }
            if (keyEnd == text.length() || text.charAt(keyEnd) != '=') {
                throw new InvalidInputException("The option " + key + " has no value: write " + key + "=value.");
            }
            int start = keyEnd + 1;
            int end = valueEnd(text, start, key);
            String value = text.substring(start, end);
            boolean quoted = !value.isEmpty() && (value.charAt(0) == '[' || value.charAt(0) == '\'');
            if (values.put(key, quoted ? value.substring(1, value.length() - 1) : value) != null) {
                throw new InvalidInputException("The option " + key + " is given twice: leave one of them out.");
            }
            at = end;
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        }
        return values;
    }

    /** The end of a value: a bare word, a bracket with brackets inside, or a quoted text. */
    private static int valueEnd(String text, int start, String key) throws InvalidInputException {
        if (start < text.length() && text.charAt(start) == '[') {
            int depth = 0;
            for (int i = start; i < text.length(); i++) {
                if (text.charAt(i) == '[') depth++;
                if (text.charAt(i) == ']' && --depth == 0) return i + 1;
            }
            throw new InvalidInputException("The value of " + key + " has no closing ]: write " + key + "=[value].");
        }
        if (start < text.length() && text.charAt(start) == '\'') {
            int end = text.indexOf('\'', start + 1);
            if (end < 0)
                throw new InvalidInputException(
                        "The value of " + key + " has no closing ': write " + key + "='value'.");
            return end + 1;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        return end;
    }
}
