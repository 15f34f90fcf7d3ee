package org.ichradiomics.sign;

/**
 * Lengths in mm and areas in mm² beside their limits. Headers keep 0.6 mm as 0.60000002, so five pixels are a little
 * more than 3 mm: what is within 0.0001 of a limit is on it.
 */
final class Slack {

    private static final double SLACK = 1e-4;

    private Slack() {}

    /** value &gt; limit. */
    static boolean exceeds(double value, double limit) {
        return value > limit + SLACK;
    }

    /** value ≥ limit. */
    static boolean reaches(double value, double limit) {
        return value >= limit - SLACK;
    }

    /** The smallest whole number of steps that covers a length. */
    static int steps(double length, double step) {
        return (int) Math.ceil((length - SLACK) / step);
    }
}
