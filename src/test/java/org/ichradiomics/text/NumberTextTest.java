package org.ichradiomics.text;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumberTextTest {

    @Test
    void printsWholeNumbersWithoutAPoint() {
        assertEquals("3", NumberText.plain(3));
        assertEquals("0", NumberText.plain(-0.0));
        assertEquals("-2.5", NumberText.plain(-2.5));
        assertEquals("1.0E15", NumberText.plain(1e15));
        assertEquals("NaN", NumberText.plain(Double.NaN));
    }

    @Test
    void printsDecimals() {
        assertEquals("0.500", NumberText.fixed(0.5, 3));
        assertEquals("+0.50", NumberText.change(0.5, 2));
        assertEquals("-0.50", NumberText.change(-0.5, 2));
        assertEquals("100", NumberText.atMost(100, 3));
        assertEquals("0.45", NumberText.atMost(0.45, 6));
    }

    /** Java's Formatter is the oracle. */
    @Test
    void decimalsAreThoseOfTheFormatter() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double half = (random.nextInt(20_001) - 10_000) / 200.0;
            for (double number : new double[] {any, half, half * 1e-4, -0.0, 1e23, -1e-7}) {
                if (Math.abs(number) > 1e30) continue;
                for (int decimals : new int[] {0, 1, 2, 6})
                    assertEquals(
                            String.format(Locale.ROOT, "%." + decimals + "f", number),
                            NumberText.fixed(number, decimals),
                            number + " " + decimals);
            }
        }
        assertEquals("NaN", NumberText.fixed(Double.NaN, 2));
        assertEquals("-Infinity", NumberText.fixed(Double.NEGATIVE_INFINITY, 2));
    }

    @Test
    void printsForPeople() {
        assertEquals("2.12 × 10¹²", NumberText.printed(2123651223565.9375));
        assertEquals("−1.00 × 10⁶", NumberText.printed(-999999.6));
        assertEquals("1.00 × 10⁶", NumberText.printed(999500));
        assertEquals("999499", NumberText.printed(999499.4));
        assertEquals("60.7", NumberText.printed(60.6512));
        assertEquals("−0.512", NumberText.printed(-0.5123));
        assertEquals("0.00100", NumberText.printed(0.001));
        assertEquals("9.99 × 10⁻⁴", NumberText.printed(0.000999));
        assertEquals("0", NumberText.printed(-0.0));
        assertEquals("–", NumberText.printed(Double.NaN));
        assertEquals("−∞", NumberText.printed(Double.NEGATIVE_INFINITY));
        assertEquals("−1.430", NumberText.printed(-1.43, 3));
        assertEquals("0.00", NumberText.printed(-0.001, 2));
    }

    @Test
    void countsAndLists() {
        assertEquals("1 case", English.counted(1, "case"));
        assertEquals("0 cases", English.counted(0, "case"));
        assertEquals("The scan", English.capital("the scan"));
        assertEquals("a", English.listed(List.of("a"), "and"));
        assertEquals("a, b or c", English.listed(List.of("a", "b", "c"), "or"));
    }
}
