package org.ichradiomics.sign;

/**
 * A region of a section that is darker than most of the bleed.
 *
 * @param section where it is
 * @param pixels connected, at least 7 mm²
 * @param difference HU by which the bleed within 5 mm of it is brighter; NaN if there is none
 * @param interior how many of its pixels are away from the wall
 */
record DarkRegion(Section section, Pixels pixels, double difference, int interior) {

    /** mm². */
    static final double LEAST_AREA = 7;

    /** How far round a region the bleed is compared with it, mm. */
    private static final double AROUND = 5;

    /** Fewer pixels than this have no mean that noise would leave alone. */
    private static final int LEAST_CORE = 4;

    static DarkRegion of(Section section, Pixels pixels, Pixels rest) {
        Pixels core = pixels.eroded();
        double dark = (core.count() >= LEAST_CORE ? core : pixels).mean(section.hu());
        double bright = rest.where(pixels.within(AROUND)::contains).mean(section.hu());
        return new DarkRegion(
                section,
                pixels,
                bright - dark,
                pixels.where(section::isInterior).count());
    }

    /** Whether it nowhere comes near the wall. */
    boolean isClosed() {
        return interior == pixels.count();
    }

    boolean isMostlyInterior() {
        return 2 * interior >= pixels.count();
    }

    /** What of it is no brighter than a limit, HU: at least 7 mm², half of it interior; else nothing. */
    Pixels paleAs(double limit) {
        Pixels pale = pixels.where(i -> section.smooth(i) <= limit);
        boolean counts = Slack.reaches(pale.area(), LEAST_AREA)
                && 2 * pale.where(section::isInterior).count() >= pale.count();
        return counts ? pale : pale.where(i -> false);
    }
}
