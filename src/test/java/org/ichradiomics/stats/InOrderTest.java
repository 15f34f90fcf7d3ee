package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Covers RandomStream. */
class InOrderTest {

    private static List<Callable<Integer>> numbers() {
        return IntStream.range(0, 40).<Callable<Integer>>mapToObj(i -> () -> i).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void resultsAreInTheOrderOfThePieces(int threads) throws InvalidInputException {
        List<Integer> told = new ArrayList<>();
        assertEquals(IntStream.range(0, 40).boxed().toList(), InOrder.results(numbers(), threads, told::add));
        assertEquals(IntStream.rangeClosed(1, 40).boxed().toList(), told);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatAPieceOrTheListenerThrowsEndsIt(int threads) {
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> InOrder.results(
                        List.of(() -> 1, (Callable<Integer>) () -> {
                            throw new InvalidInputException("No such piece: leave it out.");
                        }),
                        threads,
                        done -> {}));
        assertEquals("No such piece: leave it out.", refused.getMessage());
        assertThrows(
                CancellationException.class,
                () -> InOrder.results(numbers(), threads, done -> {
                    if (done == 3) throw new CancellationException();
                }));
    }

    /** SplittableRandom's finalizer in Java 17 is MurmurHash3's variant 13, of which this is the first step from 0. */
    @Test
    void seedsDependOnEachNumberAndItsPlace() {
        assertEquals(0, RandomStream.seed(0));
        assertEquals(new java.util.SplittableRandom(0).nextLong(), RandomStream.seed(0, 0));
        assertNotEquals(RandomStream.seed(1, 2, 3), RandomStream.seed(1, 3, 2));
        long distinct = IntStream.range(0, 100)
                .boxed()
                .flatMapToLong(a -> IntStream.range(0, 100).mapToLong(b -> RandomStream.seed(7, a, b)))
                .distinct()
                .count();
        assertEquals(10_000, distinct);
        double mean = IntStream.range(0, 10_000)
                .mapToDouble(a -> new Random(RandomStream.seed(7, a)).nextDouble())
                .average()
                .orElseThrow();
        assertEquals(0.5, mean, 0.01);
    }
}
