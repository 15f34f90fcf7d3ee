package org.ichradiomics.stats;

/**
 * Seeds of draws that do not depend on each other: each by the seed of the whole and its own numbers alone, so that it
 * does not matter who draws first.
 */
public final class RandomStream {

    private RandomStream() {}

    /**
     * The seed of one of many draws, as of a repeat and a fold: each number is stirred in by the finalizer of
     * SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
     */
    public static long seed(long seed, int... numbers) {
        long stirred = stir(seed);
        for (int number : numbers) stirred = stir(stirred + 0x9E3779B97F4A7C15L * (number + 1L));
        return stirred;
    }

    private static long stir(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
