package org.ichradiomics.stats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** R: {@code quantile(x, p, type = 7)} and {@code type = 6}. */
class QuantileTest {

    private static final double[] X = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

    /** Of ten values: (n − 1) p + 1 is 3.25, (n + 1) p is 2.75. */
    @ParameterizedTest
    @CsvSource({"0.25, 5, 3.5", "0.5, 24, 24", "0.75, 112, 160", "0, 1, 1", "1, 512, 512"})
    void asR(double p, double seven, double six) {
        assertEquals(seven, Quantile.TYPE_7.of(X, p), 1e-12);
        assertEquals(six, Quantile.TYPE_6.of(X, p), 1e-12);
    }

    @Test
    void ofOneValueAndOfNone() {
        assertEquals(3, Quantile.TYPE_7.of(new double[] {3}, 0.9));
        assertEquals(3, Quantile.TYPE_6.of(new double[] {3}, 0.9));
        assertEquals(Double.NaN, Quantile.TYPE_7.of(new double[0], 0.5));
    }

    /** 0.3 · 200 + 1 is not 61 in binary. */
    @Test
    void aPlaceThatIsWholeButForRoundingIsThatValue() {
        double[] whole = new double[201];
        for (int i = 0; i < whole.length; i++) whole[i] = i + 1;
        assertEquals(61, Quantile.TYPE_7.of(whole, 0.3));
    }
}
