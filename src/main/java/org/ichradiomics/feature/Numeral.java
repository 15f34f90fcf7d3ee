package org.ichradiomics.feature;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number as it may stand in a cell: {@code -1.5}, {@code 2e-3}, {@code Infinity}; {@code -1,5} where the decimal comma is
 * allowed. Stricter than {@link Double#parseDouble}, which also takes {@code 1d} and {@code 0x1p3}.
 */
public final class Numeral {

    private static final Pattern INFINITE = Pattern.compile("[+-]?Infinity");
    private static final Set<String> MISSING = Set.of("", "na", "nan");

    private Numeral() {
    }

    /** Whether the cell says that there is no value: empty, NA or NaN in any case. */
    public static boolean isMissing(String cell) {
        // Millions of cells are asked, nearly all of them numbers.
        if (!cell.isEmpty() && cell.charAt(0) > ' ' && cell.charAt(0) < 'A') return false;
        return MISSING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /** The number in the cell: NaN if it is missing, nothing if the cell holds text or a number with two kinds of marks. */
    public static OptionalDouble parse(String cell, boolean decimalComma) {
        if (isMissing(cell)) {
            return OptionalDouble.of(Double.NaN);
        }
        String number = cell.strip();
        if (decimalComma && !isAmbiguous(number)) {
            number = number.replace(',', '.');
        }
        if (number.equalsIgnoreCase("inf") || number.equalsIgnoreCase("-inf")) {      // as R and Python write it
            number = number.toLowerCase(Locale.ROOT).replace("inf", "Infinity");
        }
        return isPlain(number) ? finite(number) : INFINITE.matcher(number).matches() ? OptionalDouble.of(Double.parseDouble(number)) : OptionalDouble.empty();
    }

    /** Whether there are digits, signs, points and exponents only, so that Java's own reading of numbers finds no other forms. */
    private static boolean isPlain(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') return false;
        }
        return true;
    }

    private static OptionalDouble finite(String number) {
        try {
            return OptionalDouble.of(Double.parseDouble(number));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** Whether a cell holds point and comma, as in 1.234,5, so that it cannot be told which is the decimal mark. */
    static boolean isAmbiguous(String cell) {
        return cell.indexOf(',') >= 0 && cell.indexOf('.') >= 0;
    }
}
