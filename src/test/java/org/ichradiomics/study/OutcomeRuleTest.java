package org.ichradiomics.study;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class OutcomeRuleTest {

    /** Figure 2 of Zhan et al.: 7.41 to 16.92 mL is expansion; the others lie on a bound, decided by hand. */
    @ParameterizedTest
    @CsvSource({
        "7.41, 16.92, true, true",
        "15.00, 19.95, true, false",
        "15.00, 19.94, false, false",
        "20.00, 26.00, true, false",
        "33.33, 39.33, true, false",
        "33.33, 39.32, false, false",
        "6.00, 5.00, false, false",
        "3.00, 3.99, true, false",
        "3.00, 4.00, true, true"
    })
    void expansion(double before, double after, boolean reached, boolean exceeded) {
        assertEquals(reached, OutcomeRule.Expansion.STANDARD.isMet(before, after));
        assertEquals(exceeded, OutcomeRule.Expansion.STANDARD.exceeded().isMet(before, after));
    }

    /** Volumes of two decimals that grow by exactly 6 mL: a plain comparison of doubles misses hundreds of them. */
    @Test
    void everyGrowthOfSixMillilitres() {
        int plain = 0;
        for (int hundredths = 1819; hundredths < 7818; hundredths++) {
            double before = hundredths / 100.0;
            double after = (hundredths + 600) / 100.0;
            assertEquals(true, OutcomeRule.Expansion.STANDARD.isMet(before, after), before + " mL");
            plain += after - before >= 6 ? 0 : 1;
        }
        assertEquals(true, plain > 100, "a plain comparison would do");
    }
}
