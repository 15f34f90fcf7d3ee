package org.ichradiomics.clinical;

import java.util.List;

/**
 * Numbers from a limit on, up to the next band, and their points.
 *
 * @param limit lower end
 * @param isAbove whether the limit itself belongs to the band below
 * @param points 0 or more
 */
record Band(double limit, boolean isAbove, int points) {

    /**
     * How far a number may be off, relative to itself: volumes come from spacings that headers keep in 32 bits, hours
     * from differences of times, and 29.999999 mL are 30 mL.
     */
    private static final double ROUNDING = 0x1p-22;

    private boolean holds(double value) {
        double slack = Math.abs(limit) * ROUNDING;
        return isAbove ? value > limit + slack : value >= limit - slack;
    }

    /** @param bands in ascending order, the first of which holds every value that is allowed */
    static int points(List<Band> bands, double value) {
        int points = bands.get(0).points;
        for (Band band : bands) if (band.holds(value)) points = band.points;
        return points;
    }
}
