package org.ichradiomics.intensity;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class SortingTest {

    /**
     * Whole numbers of a narrow range, and what must not be taken for them: halves, −0 among 0, wide ranges, numbers
     * beyond an int.
     */
    static Stream<DoubleUnaryOperator> numbers() {
        return Stream.of(
                u -> Math.rint(160 * u - 80),
                u -> Math.rint(160 * u - 80) / 2,
                u -> u < 0.5 ? -0.0 : 0.0,
                u -> Math.rint(1e6 * u),
                u -> 1e15 + Math.rint(100 * u),
                u -> 1e300 * u,
                u -> 7);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void sortsAsTheLibraryDoes(DoubleUnaryOperator number) {
        double[] x = new SplittableRandom(1).doubles(1000).map(number).toArray();
        double[] before = x.clone();
        double[] expected = x.clone();
        Arrays.sort(expected);
        assertArrayEquals(expected, Sorting.sorted(x));
        assertArrayEquals(before, x);
    }
}
