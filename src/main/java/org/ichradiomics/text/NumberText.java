package org.ichradiomics.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are printed, with a decimal point in every country; the forms of papers and figures aside. */
public final class NumberText {

    private static final String MINUS = "\u2212";
    /** 0 to 9 above the line. */
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private static final int DIGITS = 3;

    private NumberText() {}

    /** With all digits, 3 rather than 3.0. */
    public static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** With that many decimals. */
    public static String fixed(double number, int decimals) {
        if (!Double.isFinite(number)) return Double.toString(number);
        // As Formatter does it, which loads the numerals of all countries first.
        String digits = BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
        boolean isNegative = digits.startsWith("-");
        return !isNegative && Double.doubleToRawLongBits(number) < 0 ? "-" + digits : digits;
    }

    /** With that many decimals, and a plus where it is not negative: a change. */
    public static String change(double number, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", number);
    }

    /** As people print it, with that many decimals and a true minus; "–" for NaN. */
    public static String printed(double number, int decimals) {
        if (!Double.isFinite(number)) return special(number);
        return signed(BigDecimal.valueOf(number)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /**
     * As people print a number of any size: three digits, or all before the point, and 2.12 × 10¹² from a million on
     * and below a thousandth; "–" for NaN. For reading alone: tables and files have all digits.
     */
    public static String printed(double number) {
        if (!Double.isFinite(number)) return special(number);
        BigDecimal all = BigDecimal.valueOf(number);
        if (all.signum() == 0) return "0";
        BigDecimal three = all.round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        int power = three.precision() - three.scale() - 1;
        if (power < -3 || power > 5)
            return signed(three.movePointLeft(power).toPlainString()) + " × 10" + raised(power);
        return signed(all.setScale(Math.max(0, DIGITS - 1 - power), RoundingMode.HALF_UP)
                .toPlainString());
    }

    private static String raised(int power) {
        StringBuilder raised = new StringBuilder(power < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(power)).toCharArray()) raised.append(RAISED.charAt(digit - '0'));
        return raised.toString();
    }

    private static String special(double number) {
        return Double.isNaN(number) ? "–" : number > 0 ? "∞" : MINUS + "∞";
    }

    /** A true minus, and none before a zero. */
    private static String signed(String digits) {
        if (!digits.startsWith("-")) return digits;
        return digits.chars().anyMatch(c -> c >= '1' && c <= '9') ? MINUS + digits.substring(1) : digits.substring(1);
    }

    /** With up to that many decimals, as many as are needed; decimals are at least 1. */
    public static String atMost(double number, int decimals) {
        return fixed(number, decimals).replaceFirst("\\.?0+$", "");
    }
}
