package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Exact rank tests against whole numbers of Python 3.11, R 4.2.2 and coin 1.4-2; the call is beside each number. */
class ExactRanksTest {

    /**
     * Python: coefficients of ∏ (1 − q^(m+i)) / (1 − q^i) as whole numbers, 2·sum(c[:u+1]) / comb(n+m, n) as a
     * Fraction. R's {@code 2 * pwilcox(10000, 150, 150)} is 0.096305583600523076, its {@code 2 * pwilcox(13000, 120,
     * 260)} 0.0088801716812629342.
     */
    @ParameterizedTest
    @CsvSource({
        "150, 150, 10000, 0.09630558360052227",
        "150, 150, 3000, 2.3374101439085138e-32",
        "120, 260, 13000, 0.008880171681262957",
        "400, 500, 93000, 0.07086517751235973"
    })
    void lowerTailOfManyValues(int n, int m, int u, double p) {
        assertEquals(p, 2 * ExactRanks.lowerTail(n, m, u), 1e-12 * p);
    }

    /** 150 in both groups: 0.1.0 wanted 2 GB for it. */
    @Test
    void manyValuesByTheTest() {
        double[] y = IntStream.range(0, 150).mapToDouble(i -> 2 * i + 1).toArray();
        double[] x = IntStream.range(0, 150).mapToDouble(i -> 1.37 * i + 0.111).toArray();
        MannWhitney test = MannWhitney.of(x, y, MannWhitney.Method.EXACT);
        assertEquals(2 * ExactRanks.lowerTail(150, 150, (int) test.u()), test.p());
        assertEquals(MannWhitney.Method.EXACT, test.method());
        assertEquals(MannWhitney.of(x, y, MannWhitney.Method.ASYMPTOTIC).p(), test.p(), 0.01);
    }

    /** Where the library's table is small its own number is taken, to the bit; ours is the same to its last digits. */
    @Test
    void fewValuesAsTheLibrary() {
        double[] x = IntStream.range(0, 30).mapToDouble(i -> i * 1.7).toArray();
        double[] y = IntStream.range(0, 40).mapToDouble(i -> 9.13 + i).toArray();
        double library = MannWhitneyUTest.withDefaults()
                .with(PValueMethod.EXACT)
                .test(x, y)
                .getPValue();
        MannWhitney test = MannWhitney.of(x, y, MannWhitney.Method.EXACT);
        assertEquals(library, test.p());
        assertEquals(library, 2 * ExactRanks.lowerTail(30, 40, (int) Math.min(test.u(), 1200 - test.u())), 1e-14);
    }

    /** coin: {@code pvalue(wilcox_test(v ~ g, d, distribution = "exact"))}. */
    @Test
    void tiesAsCoin() {
        double[] x = {1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 7};
        double[] y = {2, 3, 5, 5, 6, 7, 7, 8, 8, 9, 9, 10};
        assertEquals(
                0.010700566091601225,
                MannWhitney.of(x, y, MannWhitney.Method.CONDITIONAL).p(),
                1e-14);
        assertEquals(
                0.010700566091601225,
                MannWhitney.of(y, x, MannWhitney.Method.CONDITIONAL).p(),
                1e-14);
        assertEquals(
                0.058441558441558447,
                MannWhitney.of(
                                new double[] {0, 0, 0, 0, 1},
                                new double[] {0, 1, 1, 1, 2, 2},
                                MannWhitney.Method.CONDITIONAL)
                        .p(),
                1e-14);
        double[] many =
                IntStream.rangeClosed(1, 40).mapToDouble(i -> i * 7 % 23).toArray();
        double[] more =
                IntStream.rangeClosed(1, 100).mapToDouble(j -> j * 11 % 31).toArray();
        assertEquals(
                0.030112466248376234,
                MannWhitney.of(many, more, MannWhitney.Method.CONDITIONAL).p(),
                1e-13);
    }

    /** 0.1.0's library gave the normal approximation above 1029 values and called it exact. */
    @Test
    void boundsAreNaN() {
        double[] x = IntStream.range(0, 515).mapToDouble(i -> i).toArray();
        double[] y = IntStream.range(0, 515).mapToDouble(i -> i + 0.5).toArray();
        assertTrue(Double.isNaN(MannWhitney.of(x, y, MannWhitney.Method.EXACT).p()));
        double p = MannWhitney.of(x, Arrays.copyOf(y, 514), MannWhitney.Method.EXACT)
                .p();
        assertTrue(p > 0.9 && p <= 1, "1029 values still have one, was " + p);
        double[] tied = IntStream.range(0, 400).mapToDouble(i -> i / 2).toArray();
        assertTrue(
                Double.isNaN(MannWhitney.of(tied, tied, MannWhitney.Method.CONDITIONAL)
                        .p()),
                "ties of 800 values take too long");
    }
}
