package org.ichradiomics.study.output;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.stats.Estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "62.585, 62.6",
        "5.7414, 5.74",
        "0.4669, 0.467",
        "0, 0.00",
        "-2.133, −2.13",
        "1234.5, 1235",
        "123.45, 123.5",
        "0.00012, 1.20e−04",
        "26190449, 2.62e+07",
        "Infinity, ∞",
        "NaN, ''"
    })
    void numbers(double number, String text) {
        assertEquals(text, Words.number(number));
    }

    @Test
    void intervals() {
        assertEquals("0.879 (0.815–0.944)", Words.share(new Estimate(0.879255, 0.814834, 0.943677)));
        assertEquals("0.688 (−0.076 to 0.903)", Words.share(new Estimate(0.688, -0.076, 0.903)));
        assertEquals("", Words.share(new Estimate(Double.NaN, Double.NaN, Double.NaN)));
        assertEquals("77.564 (4.944–1216.782)", Words.ratio(new Estimate(77.5642132, 4.94435914, 1216.78199)));
        assertEquals("not estimable", Words.ratio(new Estimate(Double.NaN, Double.NaN, Double.NaN)));
        assertEquals("33", Words.setting(33));
        assertEquals("0.05", Words.setting(0.05));
    }
}
