package org.ichradiomics.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

import org.ichradiomics.stats.Estimate;

/** Numbers as they are printed in a figure: a point, a true minus sign, no −0. */
final class Numeral {

    private static final String MINUS = "\u2212";

    private Numeral() {}

    /** With that many decimals, halves away from 0; "–" for NaN. */
    static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) return special(value);
        return signed(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /** With that many digits, zeros at the end left out; powers of ten below 0.0001 and from a million on. */
    static String digits(double value, int digits) {
        if (!Double.isFinite(value)) return special(value);
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_UP));
        if (rounded.signum() == 0) return "0";
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 6)
            return signed(rounded.stripTrailingZeros().toPlainString());
        return signed(rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString()) + "e"
                + signed(Integer.toString(exponent));
    }

    /** 0.879 (0.815–0.944), with "to" where a limit is negative; the value alone where it has no interval. */
    static String interval(Estimate estimate, int decimals) {
        String value = fixed(estimate.value(), decimals);
        if (Double.isNaN(estimate.low()) || Double.isNaN(estimate.high())) return value;
        String between = estimate.low() < 0 ? " to " : "–";
        return value + " (" + fixed(estimate.low(), decimals) + between + fixed(estimate.high(), decimals) + ")";
    }

    /** p = 0.049, or p {@literal <} 0.001. */
    static String p(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, 3);
    }

    private static String special(double value) {
        return Double.isNaN(value) ? "–" : value > 0 ? "∞" : MINUS + "∞";
    }

    private static String signed(String text) {
        if (!text.startsWith("-")) return text;
        return text.chars().anyMatch(c -> c >= '1' && c <= '9') ? MINUS + text.substring(1) : text.substring(1);
    }
}
