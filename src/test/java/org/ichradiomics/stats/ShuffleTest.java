package org.ichradiomics.stats;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ShuffleTest {

    /** Oracle: the generator of {@link Random} and the shuffle, written again in Python 3 by their specifications. */
    @Test
    void aSeedMeansTheSameOrderEverywhere() {
        int[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Shuffle.of(values, new Random(2026));
        assertArrayEquals(new int[] {0, 8, 1, 2, 5, 3, 7, 6, 4, 9}, values);
    }

    /** Six orders of three, each in a sixth of the draws: χ² of 5 degrees is below 20.5 in 99.9 of 100 seeds. */
    @Test
    void everyOrderIsAsLikely() {
        int draws = 60_000;
        int[] counts = new int[27];
        Random random = new Random(7);
        for (int i = 0; i < draws; i++) {
            int[] values = {0, 1, 2};
            Shuffle.of(values, random);
            counts[values[0] * 9 + values[1] * 3 + values[2]]++;
        }
        double chiSquare = 0;
        int orders = 0;
        for (int count : counts) {
            if (count == 0) continue;
            orders++;
            chiSquare += Math.pow(count - draws / 6.0, 2) / (draws / 6.0);
        }
        assertEquals(6, orders);
        assertEquals(0, chiSquare, 20.5);
    }
}
