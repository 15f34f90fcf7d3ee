package org.ichradiomics.study.output;

import java.util.Locale;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.study.Subset;

/** Numbers as they are printed in a paper. */
final class Words {

    private Words() {}

    /** About three digits, and at least the whole part: 0.00123, 0.345, 5.67, 62.6, 1234; an empty text for NaN. */
    static String number(double number) {
        if (Double.isNaN(number)) return "";
        if (Double.isInfinite(number)) return number > 0 ? "∞" : "−∞";
        double size = Math.abs(number);
        if (size >= 1e6 || size > 0 && size < 1e-3) return signed(String.format(Locale.ROOT, "%.2e", number));
        int decimals = size >= 100 ? size >= 1000 ? 0 : 1 : size >= 10 ? 1 : size >= 1 || size == 0 ? 2 : 3;
        return signed(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    static String fixed(double number, int decimals) {
        return Double.isNaN(number)
                ? ""
                : Double.isInfinite(number)
                        ? number(number)
                        : signed(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    /** A minus sign, which is not broken from its number and no hyphen. */
    private static String signed(String number) {
        return number.replace("-", "−");
    }

    /** The title of a part within a sentence; names in it stay as they are. */
    static String small(Subset subset) {
        return subset.title().substring(0, 1).toLowerCase(Locale.ROOT)
                + subset.title().substring(1);
    }

    /** A setting, as it was given: 33 rather than 33.0. */
    static String setting(double number) {
        return signed(Rows.number(number));
    }

    static String mean(Summary s) {
        return s.n() == 0 ? "" : number(s.mean()) + " (" + number(s.sd()) + ")";
    }

    static String median(Summary s) {
        return s.n() == 0
                ? ""
                : number(s.median()) + " (" + number(s.q1()) + (s.q1() < 0 ? " to " : "–") + number(s.q3()) + ")";
    }

    static String percent(double percent) {
        return fixed(percent, 1);
    }

    /** Three decimals and the interval: AUC, sensitivity. */
    static String share(Estimate e) {
        if (Double.isNaN(e.value())) return "";
        return fixed(e.value(), 3)
                + (Double.isNaN(e.low())
                        ? ""
                        : " (" + fixed(e.low(), 3) + (e.low() < 0 ? " to " : "–") + fixed(e.high(), 3) + ")");
    }

    /** A number and its interval, which may be below 0. */
    static String within(Estimate e, int decimals) {
        return Double.isNaN(e.value())
                ? ""
                : fixed(e.value(), decimals)
                        + (Double.isNaN(e.low())
                                ? ""
                                : " (" + fixed(e.low(), decimals) + " to " + fixed(e.high(), decimals) + ")");
    }

    /** An odds ratio and its interval. */
    static String ratio(Estimate e) {
        return Double.isNaN(e.value())
                ? "not estimable"
                : large(e.value()) + " (" + large(e.low()) + "–" + large(e.high()) + ")";
    }

    private static String large(double number) {
        return Math.abs(number) >= 1e4 || number < 5e-4 && number > 0 ? number(number) : fixed(number, 3);
    }
}
