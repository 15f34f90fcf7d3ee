package org.ichradiomics.region;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FourierTransformTest {

    static IntStream lengths() {
        return IntStream.concat(
                IntStream.rangeClosed(1, 36), IntStream.of(49, 64, 77, 97, 120, 197, 211, 243, 256, 338));
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void isTheSumOfItsDefinition(int n) {
        for (int lines : new int[] {1, 16, 19}) {
            SplittableRandom random = new SplittableRandom(n);
            double[] re = random.doubles((long) n * lines, -1, 1).toArray();
            double[] im = random.doubles((long) n * lines, -1, 1).toArray();
            double[] expectedRe = new double[re.length];
            double[] expectedIm = new double[im.length];
            for (int k = 0; k < n; k++) {
                for (int j = 0; j < n; j++) {
                    double angle = -2 * Math.PI * (j * k % n) / n;
                    for (int l = 0; l < lines; l++) {
                        expectedRe[k * lines + l] +=
                                re[j * lines + l] * Math.cos(angle) - im[j * lines + l] * Math.sin(angle);
                        expectedIm[k * lines + l] +=
                                re[j * lines + l] * Math.sin(angle) + im[j * lines + l] * Math.cos(angle);
                    }
                }
            }
            double[] givenRe = re.clone();
            FourierTransform transform = FourierTransform.of(n);
            transform.forward(re, im, lines);
            assertArrayEquals(expectedRe, re, 1e-14 * n);
            assertArrayEquals(expectedIm, im, 1e-14 * n);
            transform.inverse(re, im, lines);
            for (int i = 0; i < re.length; i++) re[i] /= n;
            assertArrayEquals(givenRe, re, 1e-14 * Math.max(4, n / 10.0));
        }
    }

    @Test
    void aLineHasTheSameBitsWhateverLiesBesideIt() {
        SplittableRandom random = new SplittableRandom(5);
        int n = 60;
        double[] re = random.doubles(n * 40).toArray();
        double[] im = new double[n * 40];
        double[] alone = new double[n];
        for (int j = 0; j < n; j++) alone[j] = re[j * 40 + 37];
        double[] aloneIm = new double[n];
        FourierTransform.of(n).forward(re, im, 40);
        FourierTransform.of(n).forward(alone, aloneIm, 1);
        for (int j = 0; j < n; j++) assertEquals(alone[j], re[j * 40 + 37]);
    }

    @Test
    void quickLengthsHaveSmallFactorsOnly() {
        assertEquals(1, FourierTransform.quickLength(1));
        assertEquals(8, FourierTransform.quickLength(7));
        assertEquals(200, FourierTransform.quickLength(197));
        assertEquals(288, FourierTransform.quickLength(283));
    }

    @Test
    void aCheapLengthIsNeverShorter() {
        for (int n = 1; n < 700; n++) {
            int length = FourierTransform.cheapLength(n);
            assertTrue(length >= n && length < Math.max(2, 2 * n), n + " → " + length);
        }
        assertEquals(256, FourierTransform.cheapLength(209));
    }
}
