package org.ichradiomics.phantom;

import java.util.SplittableRandom;

/** Seeded random numbers, the same bits on every machine: only integers, +, ·, √ and {@link StrictMath}. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of their own for one part of a phantom, so that a change there leaves the other parts as they are. */
    Dice split() {
        return new Dice(random.split());
    }

    /** Uniform in [low, high). */
    double uniform(double low, double high) {
        return low + (high - low) * ((random.nextLong() >>> 11) * 0x1.0p-53);
    }

    /** Log-uniform in [low, high), both above 0: as many between 1 and 2 as between 5 and 10. */
    double logUniform(double low, double high) {
        return StrictMath.exp(uniform(StrictMath.log(low), StrictMath.log(high)));
    }

    /** One of 0..bound−1. */
    int below(int bound) {
        return (int) uniform(0, bound);
    }

    /** Normal with mean 0 and SD 1; Marsaglia's polar method, whose second number is thrown away. */
    double gaussian() {
        while (true) {
            double a = uniform(-1, 1);
            double b = uniform(-1, 1);
            double square = a * a + b * b;
            if (square > 0 && square < 1) return a * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        }
    }
}
