package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

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
        double[] brain = new double[hu.length];
        int n = 0;
        for (int i = 0; i < hu.length; i++) {
            boolean isRing = Slack.reaches(distances[i], NEAREST) && !Slack.exceeds(distances[i], FARTHEST);
            if (isRing && hu[i] >= DARKEST && hu[i] <= BRIGHTEST) brain[n++] = hu[i];
        }
        return Arrays.stream(brain, 0, n);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
