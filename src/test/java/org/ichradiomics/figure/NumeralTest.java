package org.ichradiomics.figure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.stats.Estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "0.8785, 3, 0.879",
        "-0.0004, 3, 0.000",
        "-1.43, 3, −1.430",
        "12, 0, 12",
        "NaN, 2, –",
        "-Infinity, 2, −∞",
        "1e-7, 2, 0.00"
    })
    void fixed(double value, int decimals, String expected) {
        assertEquals(expected, Numeral.fixed(value, decimals));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0245773, 3, 0.0246",
        "0.05, 3, 0.05",
        "123456, 2, 120000",
        "999999, 3, 1e6",
        "0.0001, 3, 0.0001",
        "0.00001234, 3, 1.23e−5",
        "-2.5e10, 2, −2.5e10",
        "0, 3, 0"
    })
    void digits(double value, int digits, String expected) {
        assertEquals(expected, Numeral.digits(value, digits));
    }

    @Test
    void intervals() {
        assertEquals("0.879 (0.815–0.944)", Numeral.interval(new Estimate(0.8790, 0.8149, 0.9436), 3));
        assertEquals("0.1 (−0.2 to 0.4)", Numeral.interval(new Estimate(0.1, -0.2, 0.4), 1));
        assertEquals("0.5", Numeral.interval(new Estimate(0.5, Double.NaN, Double.NaN), 1));
        assertEquals("9.00 (1.40–∞)", Numeral.interval(new Estimate(9, 1.4, Double.POSITIVE_INFINITY), 2));
    }

    @ParameterizedTest
    @CsvSource({"0.0004, p < 0.001", "0.0494, p = 0.049", "0.9124, p = 0.912"})
    void p(double p, String expected) {
        assertEquals(expected, Numeral.p(p));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-0.004, 0", "12.345, 12.35", "-0.5, -0.5", "100.05, 100.05", "0.1, 0.1"})
    void lengthsOfTheDrawing(double value, String expected) {
        assertEquals(expected, SvgCanvas.number(value));
    }
}
