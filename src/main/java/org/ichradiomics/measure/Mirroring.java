package org.ichradiomics.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * A mask that lies beside its haematoma may lie on it when mirrored: what happens when a file's rows or slices run the
 * other way than it says. It is said, never done.
 */
final class Mirroring {

    /** Where a mean makes one look: denser than grey matter (37–41 HU), less dense than calcification. */
    private static final double LEAST = 40;

    private static final double MOST = 110;

    /** Clotted blood, the mean and the median of a whole haematoma. */
    private static final double LEAST_BLOOD = 45;

    private static final double MOST_BLOOD = 90;

    /** By which the mirrored mask must be denser than the mask as it lies, unless that lies on bone. */
    private static final double CLEARLY = 15;

    private static final String[] NAMES = {"left to right", "front to back", "top to bottom"};

    private Mirroring() {}

    /**
     * A sentence if the mask does not lie on blood but its mirror image does; the best of seven.
     *
     * @throws InvalidInputException if a scan that was cut out cannot be read as a whole
     */
    static Optional<String> note(Scan scan, Region region) throws InvalidInputException {
        // The mask of a haematoma: nothing to find, and the usual case costs nothing.
        return isUsual(region) ? Optional.empty() : note(scan.part(hull(region)).slices(region.spacing()), region);
    }

    /** The box that holds all mirror images. */
    private static VoxelBox hull(Region region) {
        int[] from = new int[3];
        for (int d = 0; d < 3; d++)
            from[d] = Math.min(region.origin(d), region.matrix(d) - region.origin(d) - region.box(d));
        return new VoxelBox(
                from[0],
                from[1],
                from[2],
                region.matrix(0) - 2 * from[0],
                region.matrix(1) - 2 * from[1],
                region.matrix(2) - 2 * from[2]);
    }

    private static boolean isUsual(Region region) {
        return region.mean() >= LEAST && region.mean() <= MOST;
    }

    static Optional<String> note(Slices scan, Region region) {
        if (isUsual(region)) return Optional.empty();
        double mean = region.mean();
        int best = 0;
        double bestMean = Double.NaN;
        double densest = 0;
        for (int axes = 1; axes < 8; axes++) {
            double[] hu = values(scan, region, axes);
            double mirrored = Arrays.stream(hu).average().orElse(Double.NaN);
            if (!isBlood(mirrored) || mean < LEAST && mirrored - mean < CLEARLY || !isBlood(median(hu))) continue;
            double share = Arrays.stream(hu).filter(Mirroring::isBlood).count() / (double) hu.length;
            // A single flip comes before those that contain it: the simplest mistake is the likeliest.
            if (share > densest || share == densest && Integer.bitCount(axes) < Integer.bitCount(best)) {
                best = axes;
                bestMean = mirrored;
                densest = share;
            }
        }
        if (best == 0) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "The mask lies on %.1f HU; mirrored %s it would lie on %.1f HU, like blood: "
                        + "check on the picture that image and mask run the same way.",
                mean,
                names(best),
                bestMean));
    }

    /** The scan's values under the mirrored mask; a flip turns the whole matrix, not the mask in its box. */
    private static double[] values(Slices scan, Region region, int axes) {
        double[] hu = new double[region.size()];
        int[] at = new int[3];
        for (int i = 0; i < hu.length; i++) {
            for (int d = 0; d < 3; d++) {
                int voxel = region.at(i, d);
                at[d] = (axes >> d & 1) == 0 ? voxel : region.matrix(d) - 1 - voxel;
            }
            scan.read(at[0], at[1], at[2], 1, hu, i);
        }
        return hu;
    }

    private static boolean isBlood(double hu) {
        return hu >= LEAST_BLOOD && hu <= MOST_BLOOD;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String names(int axes) {
        List<String> names = IntStream.range(0, 3)
                .filter(d -> (axes >> d & 1) != 0)
                .mapToObj(d -> NAMES[d])
                .toList();
        return English.listed(names, "and");
    }
}
