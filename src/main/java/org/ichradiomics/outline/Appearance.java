package org.ichradiomics.outline;

import java.util.function.IntPredicate;

/**
 * How what has grown looks: blood is brighter than what touches it, has a sharp edge, is of one brightness, and is a
 * lump. Brain in which growing was lost, falx, tentorium and the veins of the skull are not all of that.
 *
 * @param inside median of what lies 2 mm and more within, HU
 * @param rim median of the rest, HU
 * @param near median of the tissue up to 2.6 mm outside, HU; that of the brain where there is none
 * @param spread between the 10th and the 90th percentile of the smoothed values within, HU
 * @param lump voxels 2 mm and more within, over those that discs of the same area have on each slice; 1 for a disc
 * @param millilitres volume
 */
record Appearance(double inside, double rim, double near, double spread, double lump, double millilitres) {

    private static final double DEEP = 2;
    private static final double NEAR = 2.6;
    private static final int FEW = 10;

    /** How much brighter than its surroundings blood is, HU; more of it where the volume is unusual. */
    private static final double CONTRAST = 9;

    private static final double SURE = 15;
    private static final double SMALLEST = 0.3;
    private static final double SMALL = 1;
    private static final double LARGE = 50;

    /** Share of the contrast that the outermost 2 mm have. */
    private static final double SHARP = 0.6;
    /** Spread over contrast. */
    private static final double UNEVEN = 1.3;

    private static final double LUMP = 0.65;

    static Appearance of(Head head, Piece bleed, IntPredicate counts) {
        Piece deep = bleed.eroded(DEEP);
        Piece core = deep.size() < FEW ? bleed : deep;
        double inside = median(core, i -> true, head);
        double rim = median(deep.size() < FEW ? bleed : bleed.minus(deep), i -> true, head);
        double near = median(bleed.dilated(NEAR).minus(bleed), i -> head.isTissue(i) && counts.test(i), head);
        Median smooth = new Median();
        core.forEachPlace(i -> smooth.add(head.smooth(i)));
        return new Appearance(
                inside,
                rim,
                // Where the radius ends within the blood nothing of what surrounds it is looked at.
                Double.isNaN(near) ? head.median() : near,
                smooth.quantile(0.9) - smooth.quantile(0.1),
                lump(bleed, deep),
                bleed.size() * bleed.grid().spacing().voxelVolume() / 1000);
    }

    private static double median(Piece of, IntPredicate counts, Head head) {
        Median median = new Median();
        of.forEachPlace(i -> {
            if (counts.test(i)) median.add(head.hu(i));
        });
        return median.value();
    }

    private static double lump(Piece bleed, Piece deep) {
        double pixel = bleed.grid().spacing().x() * bleed.grid().spacing().y();
        double ideal = 0;
        for (int k = 0; k < bleed.box().depth(); k++) {
            double radius = Math.sqrt(count(bleed.slice(k)) * pixel / Math.PI);
            ideal += Math.PI * Math.pow(Math.max(0, radius - DEEP), 2) / pixel;
        }
        return ideal < FEW ? 1 : deep.size() / ideal;
    }

    private static int count(boolean[] slice) {
        int count = 0;
        for (boolean in : slice) count += in ? 1 : 0;
        return count;
    }

    double contrast() {
        return inside - near;
    }

    private boolean isContrasted() {
        return contrast() >= (millilitres >= SMALL && millilitres <= LARGE ? CONTRAST : SURE);
    }

    /** Whether it looks like a bleed. */
    boolean isBlood() {
        return millilitres >= SMALLEST
                && isContrasted()
                && rim - near >= SHARP * contrast()
                && spread <= UNEVEN * contrast()
                && lump >= LUMP;
    }
}
