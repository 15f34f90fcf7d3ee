package org.ichradiomics.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5, -1.5",
        "+.5, 0.5",
        "2., 2",
        "1e-3, 1e-3",
        "1.0E10, 1e10",
        "Infinity, Infinity",
        "-Inf, -Infinity",
        "' 7 ', 7",
        "\u22127.5, -7.5",
        "'\u00a07\u202f', 7"
    })
    void readsNumbers(String cell, double number) {
        assertEquals(number, Numeral.parse(cell, false).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "NA",
                "na",
                "NaN",
                "nan",
                "N/A",
                "n/a",
                "#N/A",
                "#NULL!",
                "#DIV/0!",
                "\u00a0",
                " NA\u202f"
            })
    void readsMissing(String cell) {
        assertTrue(Double.isNaN(Numeral.parse(cell, false).orElseThrow()));
    }

    /** Double.parseDouble would take the first four. */
    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "0x1p3", "-NaN", "1,5", "1 000", "#REF!", "--1", "e5", "."})
    void refusesText(String cell) {
        assertTrue(Numeral.parse(cell, false).isEmpty());
    }

    @Test
    void readsDecimalCommas() {
        assertEquals(-1.5e3, Numeral.parse("-1,5E+03", true).orElseThrow());
        assertEquals(1.5, Numeral.parse("1.5", true).orElseThrow());
        assertTrue(Numeral.parse("1.234,5", true).isEmpty());
        assertTrue(Numeral.parse("1,234,567", true).isEmpty());
    }
}
