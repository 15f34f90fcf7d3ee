package org.ichradiomics.outline;

import java.util.function.IntPredicate;

/**
 * The limit between a bleed and what surrounds it: half-way between the median of its inside and that of the tissue
 * around, where the surface of a blurred edge lies.
 *
 * @param inside median of what lies 2 mm and more within, HU
 * @param around median of the tissue 3 to 8 mm off, HU; NaN where there is none
 */
record Surroundings(double inside, double around) {

    static final double FAR = 8;
    private static final double NEAR = 3;
    private static final double DEEP = 2;
    private static final int FEW = 10;

    /** @param near which voxels may count as tissue around */
    static Surroundings of(Head head, Piece bleed, IntPredicate near) {
        Piece core = bleed.eroded(DEEP);
        Median inside = new Median();
        (core.size() < FEW ? bleed : core).forEachPlace(i -> inside.add(head.hu(i)));
        Median around = new Median();
        bleed.dilated(FAR).minus(bleed.dilated(NEAR)).forEachPlace(i -> {
            if (head.isTissue(i) && near.test(i)) around.add(head.hu(i));
        });
        return new Surroundings(inside.value(), around.value());
    }

    double limit() {
        return (inside + around) / 2;
    }
}
