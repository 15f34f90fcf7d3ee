package org.ichradiomics.sign;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What brain near the haematoma measures. */
final class BrainLevel {

    /** HU, where too little brain is seen. */
    static final double USUAL = 33;

    private static final int LEAST_PIXELS = 50;

    /** mm from the haematoma, and HU, between which a pixel is taken for brain. */
    static final double NEAREST = 3;

    static final double FARTHEST = 15;
    private static final double DARKEST = 15;
    private static final double BRIGHTEST = 45;

    private BrainLevel() {}

    /**
     * Median HU of brain 3 to 15 mm outside the haematoma in its slices; 33 where fewer than 50 pixels of it are seen.
     */
    static double of(List<Section> sections) {
        double[] brain =
                sections.stream().flatMapToDouble(BrainLevel::brain).sorted().toArray();
        return brain.length < LEAST_PIXELS ? USUAL : median(brain);
    }

    private static DoubleStream brain(Section section) {
        double[] distances = Distances.to(section.filled());
        double[] hu = section.hu();
        return IntStream.range(0, hu.length)
                .filter(i -> Slack.reaches(distances[i], NEAREST) && !Slack.exceeds(distances[i], FARTHEST))
                .mapToDouble(i -> hu[i])
                .filter(value -> value >= DARKEST && value <= BRIGHTEST);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
