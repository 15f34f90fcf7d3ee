package org.ichradiomics.filter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BoundaryTest {

    @ParameterizedTest
    @CsvSource({
        "ZERO,     ....abcd....",
        "NEAREST,  aaaaabcddddd",
        "PERIODIC, abcdabcdabcd",
        "MIRROR,   dcbaabcddcba",
    })
    void theLineGoesOn(Boundary boundary, String line) {
        StringBuilder seen = new StringBuilder();
        for (int at : boundary.indices(-4, 12, 4)) seen.append(at == Boundary.OUTSIDE ? '.' : "abcd".charAt(at));
        assertEquals(line, seen.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "ZERO,     ...ab....",
        "NEAREST,  aaaabbbbb",
        "PERIODIC, babababab",
        "MIRROR,   bbaabbaab",
    })
    void theLineGoesOnMoreThanItsLength(Boundary boundary, String line) {
        StringBuilder seen = new StringBuilder();
        for (int at : boundary.indices(-3, 9, 2)) seen.append(at == Boundary.OUTSIDE ? '.' : "ab".charAt(at));
        assertEquals(line, seen.toString());
    }
}
