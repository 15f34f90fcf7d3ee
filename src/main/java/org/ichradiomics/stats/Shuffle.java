package org.ichradiomics.stats;

import java.util.Random;

/**
 * The shuffle of Fisher and Yates, from the last place down: with {@link Random}, whose algorithm Java fixes, a seed
 * means the same order everywhere.
 */
public final class Shuffle {

    private Shuffle() {}

    /** Puts the values into an order that the generator draws. */
    public static void of(int[] values, Random random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
