package org.ichradiomics.signature;

import java.math.BigDecimal;

/**
 * An interval of numbers, low &lt; high; an end may be infinite. Whether an end belongs to it is said where it is used.
 */
public record Range(double low, double high) {

    /** All numbers: nothing is known about limits. */
    public static final Range ALL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** @throws IllegalArgumentException unless low &lt; high */
    public Range {
        if (!(low < high)) {
            throw new IllegalArgumentException("a range must begin below its end, was " + low + " to " + high);
        }
    }

    /** Whether it leaves out no number. */
    boolean isAll() {
        return low == ALL.low && high == ALL.high;
    }

    /** "10" rather than "10.0", and never "1,5". */
    static String plain(double number) {
        return Double.isInfinite(number)
                ? Double.toString(number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
