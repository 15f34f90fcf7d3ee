package org.ichradiomics.text;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number as it may stand in a cell: {@code -1.5}, {@code 2e-3}, {@code Infinity}; {@code -1,5} where the decimal
 * comma is allowed. Stricter than {@link Double#parseDouble}, which also takes {@code 1d} and {@code 0x1p3}. A minus
 * may also be Unicode's (U+2212), and blanks of any kind around a number are none.
 */
public final class Numeral {

    private static final Pattern INFINITE = Pattern.compile("[+-]?Infinity");
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "#n/a", "#null!", "#div/0!");
    private static final Set<String> PLACEHOLDERS = Set.of(".", "-", "?", "NULL", "None");
    private static final char MINUS = '\u2212';

    private Numeral() {}

    /** Whether the cell says that there is no value: empty, NA, N/A, NaN, #N/A, #NULL! or #DIV/0! in any case. */
    public static boolean isMissing(String cell) {
        // Millions of cells are asked, nearly all of them numbers.
        if (!cell.isEmpty() && cell.charAt(0) > '#' && cell.charAt(0) < 'A') return false;
        return MISSING.contains(bare(cell).toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the cell may stand for no value, which only its column can tell: a point, a hyphen, a question mark, NULL
     * or None. Among numbers it does, among words it is a word.
     */
    public static boolean isPlaceholder(String cell) {
        return cell.length() < 20 && PLACEHOLDERS.contains(bare(cell));
    }

    /** Without blanks around it, those that web pages and spreadsheets leave and Java does not count among them. */
    public static String bare(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) from++;
        while (from < to && isBlank(cell.charAt(to - 1))) to--;
        return cell.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
    }

    /**
     * The number in the cell: NaN if it is missing, nothing if the cell holds text or a number with two kinds of marks.
     */
    public static OptionalDouble parse(String cell, boolean decimalComma) {
        if (isMissing(cell)) return OptionalDouble.of(Double.NaN);
        String number = bare(cell);
        if (number.charAt(0) == MINUS) number = '-' + number.substring(1);
        if (decimalComma && !isAmbiguous(number)) number = number.replace(',', '.');
        if (number.equalsIgnoreCase("inf") || number.equalsIgnoreCase("-inf")) { // as R and Python write it
            number = number.toLowerCase(Locale.ROOT).replace("inf", "Infinity");
        }
        return isPlain(number)
                ? finite(number)
                : INFINITE.matcher(number).matches()
                        ? OptionalDouble.of(Double.parseDouble(number))
                        : OptionalDouble.empty();
    }

    /**
     * Whether there are digits, signs, points and exponents only, so that Java's own reading of numbers finds no other
     * forms.
     */
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
