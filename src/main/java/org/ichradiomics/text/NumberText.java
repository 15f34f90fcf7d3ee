package org.ichradiomics.text;

import java.util.Locale;

/** Numbers as they are printed, with a decimal point in every country; the forms of papers and figures aside. */
public final class NumberText {

    private NumberText() {}

    /** With all digits, 3 rather than 3.0. */
    public static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** With that many decimals. */
    public static String fixed(double number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** With that many decimals, and a plus where it is not negative: a change. */
    public static String change(double number, int decimals) {
        return String.format(Locale.ROOT, "%+." + decimals + "f", number);
    }

    /** With up to that many decimals, as many as are needed; decimals are at least 1. */
    public static String atMost(double number, int decimals) {
        return fixed(number, decimals).replaceFirst("\\.?0+$", "");
    }
}
