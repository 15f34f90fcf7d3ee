package org.ichradiomics.measure;

import java.util.SplittableRandom;

/**
 * An endless row of normal numbers of mean 0 and SD 1, by Box and Muller (Ann Math Stat 1958;29:610): of each two u₁,
 * u₂ of {@link SplittableRandom} √(−2 ln(1 − u₁)) cos 2πu₂ and √(−2 ln(1 − u₁)) sin 2πu₂.
 *
 * @param seed of the random numbers
 */
record NormalNumbers(long seed) {

    /** By which the state of the generator moves on: 2⁶⁴ divided by the golden ratio (Steele et al., OOPSLA 2014). */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /** The numbers from the n-th on, counted from 0; those before are not computed. */
    void fill(long from, double[] to) {
        long pair = from >> 1;
        SplittableRandom random = new SplittableRandom(seed + 2 * pair * STEP);
        for (int i = (int) (2 * pair - from); i < to.length; i += 2) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double angle = 2 * Math.PI * random.nextDouble();
            if (i >= 0) to[i] = radius * StrictMath.cos(angle);
            if (i + 1 < to.length) to[i + 1] = radius * StrictMath.sin(angle);
        }
    }
}
