package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.List;

/** What one slice shows of the haematoma, its holes filled. */
final class Section {

    /** Nearer to the wall than this, mm, a pixel may hold some brain. */
    private static final double RIM = 1.5;

    private final int slice;
    private final Pixels filled;
    private final double[] hu;
    private final double[] smooth;
    private final double[] wall;
    private final double bright;
    private final Components pieces;

    /**
     * @param slice counted from 0
     * @param filled the haematoma, not empty
     * @param hu of every pixel of the plane
     */
    Section(int slice, Pixels filled, double[] hu) {
        this.slice = slice;
        this.filled = filled;
        this.hu = hu;
        this.smooth = Smoothing.of(hu, filled);
        this.wall = Distances.toOutside(filled);
        this.bright = upperQuartile(filled.stream().mapToDouble(i -> smooth[i]).toArray());
        this.pieces = Components.ofCorners(filled);
    }

    /** The 75th percentile, linear between neighbours. */
    private static double upperQuartile(double[] values) {
        Arrays.sort(values);
        double place = 0.75 * (values.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, values.length - 1);
        return values[below] + (place - below) * (values[above] - values[below]);
    }

    /** Counted from 0. */
    int slice() {
        return slice;
    }

    Pixels filled() {
        return filled;
    }

    /** HU of every pixel. */
    double[] hu() {
        return hu;
    }

    /** HU, smoothed inside the haematoma; NaN outside. */
    double smooth(int i) {
        return smooth[i];
    }

    /** mm from a pixel to the nearest one outside. */
    double wall(int i) {
        return wall[i];
    }

    boolean isInterior(int i) {
        return Slack.exceeds(wall[i], RIM);
    }

    /** What most of the bleed here is like, HU. */
    double bright() {
        return bright;
    }

    /** Pieces that do not touch, not even at a corner. */
    Components pieces() {
        return pieces;
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
