package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.List;

/**
 * What one slice shows of the haematoma, its holes filled.
 *
 * @param slice counted from 0
 * @param filled the haematoma, not empty
 * @param hu of every pixel
 * @param smooth HU, smoothed inside the haematoma; NaN outside
 * @param wall mm from every pixel to the nearest one outside
 * @param bright what most of the bleed here is like, HU
 * @param pieces that do not touch, not even at a corner
 */
record Section(
        int slice, Pixels filled, double[] hu, double[] smooth, double[] wall, double bright, Components pieces) {

    /** Nearer to the wall than this, mm, a pixel may hold some brain. */
    private static final double RIM = 1.5;

    static Section of(int slice, Pixels filled, double[] hu) {
        double[] smooth = Smoothing.of(hu, filled);
        double bright =
                upperQuartile(filled.stream().mapToDouble(i -> smooth[i]).toArray());
        double[] wall = Distances.toOutside(filled);
        return new Section(slice, filled, hu, smooth, wall, bright, Components.ofCorners(filled));
    }

    /** The 75th percentile, linear between neighbours. */
    private static double upperQuartile(double[] values) {
        Arrays.sort(values);
        double place = 0.75 * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * (values[above] - values[below]);
    }

    double smooth(int i) {
        return smooth[i];
    }

    double wall(int i) {
        return wall[i];
    }

    boolean isInterior(int i) {
        return Slack.exceeds(wall[i], RIM);
    }

    Pixels largestPiece() {
        return pieces.part(pieces.largest());
    }

    /** Regions darker than most of the bleed by half a contrast, HU. */
    List<DarkRegion> darkRegions(double contrast) {
        double limit = bright - contrast / 2;
        Pixels dark = filled.where(i -> smooth[i] < limit);
        Pixels rest = filled.without(dark);
        Components regions = Components.ofEdges(dark);
        return regions.ofArea(DarkRegion.LEAST_AREA)
                .mapToObj(k -> DarkRegion.of(this, regions.part(k), rest))
                .toList();
    }
}
