package org.ichradiomics.text;

import java.util.List;

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

    @Test
    void countsAndLists() {
        assertEquals("1 case", English.counted(1, "case"));
        assertEquals("0 cases", English.counted(0, "case"));
        assertEquals("The scan", English.capital("the scan"));
        assertEquals("a", English.listed(List.of("a"), "and"));
        assertEquals("a, b or c", English.listed(List.of("a", "b", "c"), "or"));
    }
}
