package org.ichradiomics.region;

import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * How intensities and run lengths become bins. NaN stands for "auto": the value then follows from the lesion and its
 * scan as in the AK profile.
 *
 * @param bins number of bins on each axis, 2..4096
 * @param low lower end of the grey range in HU; auto: min(0, smallest value of the lesion)
 * @param high upper end of the grey range in HU, above {@code low}; auto: max(0, largest value of the lesion)
 * @param runDistance longest run that is counted, in mm; auto: √(nx² + ny² + nz²), the diagonal of the scan's matrix in
 *     voxels
 */
public record Discretisation(int bins, double low, double high, double runDistance) {

    /** Beyond the 4096 values a CT scanner stores, more bins tell nothing, and the matrices grow with their square. */
    public static final int MAX_BINS = 4096;

    /** The AK profile: 256 bins, range and run distance from the lesion and its scan. */
    public static final Discretisation AK = new Discretisation(256, Double.NaN, Double.NaN, Double.NaN);

    /** @throws IllegalArgumentException if a number is out of its range; the message names the setting */
    public Discretisation {
        problem(bins, low, high, runDistance).map(Sentence::toString).ifPresent(sentence -> {
            throw new IllegalArgumentException(Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1));
        });
    }

    /**
     * Settings of a user.
     *
     * @throws InvalidInputException if a number is out of its range
     */
    public static Discretisation of(int bins, double low, double high, double runDistance)
            throws InvalidInputException {
        Optional<Sentence> problem = problem(bins, low, high, runDistance);
        if (problem.isPresent()) throw new InvalidInputException(problem.get());
        return new Discretisation(bins, low, high, runDistance);
    }

    private static Optional<Sentence> problem(int bins, double low, double high, double runDistance) {
        if (bins < 2 || bins > MAX_BINS) return must("bins", "a whole number from 2 to " + MAX_BINS, bins);
        if (Double.isInfinite(low)) return must("low", "a finite number of HU or auto", low);
        if (Double.isInfinite(high)) return must("high", "a finite number of HU or auto", high);
        if (low >= high) {
            Setting from = Setting.of("low");
            Setting to = Setting.of("high");
            return Optional.of(Sentence.of(
                    to, " must be above ", from, ", was ", from, " = ", low, " and ", to, " = ", high, " HU."));
        }
        if (runDistance <= 0 || Double.isInfinite(runDistance))
            return must("run_distance", "a positive number of mm or auto", runDistance);
        return Optional.empty();
    }

    private static Optional<Sentence> must(String key, String what, Object was) {
        return Optional.of(Sentence.of(Setting.of(key), " must be ", what, ", was ", was, "."));
    }

    /** Lower end of the grey range for a lesion, HU. */
    public double low(Region region) {
        return Double.isNaN(low) ? Math.min(0, region.min()) : low;
    }

    /** Upper end of the grey range for a lesion, HU. */
    public double high(Region region) {
        return Double.isNaN(high) ? Math.max(0, region.max()) : high;
    }

    /** Longest run that is counted for a lesion, mm. */
    public double runDistance(Region region) {
        if (!Double.isNaN(runDistance)) return runDistance;
        double nx = region.matrix(0);
        double ny = region.matrix(1);
        double nz = region.matrix(2);
        return Math.sqrt(nx * nx + ny * ny + nz * nz);
    }

    /**
     * Refuses a lesion that has no grey range under these settings.
     *
     * @throws InvalidInputException if every voxel is 0 HU, or none lies in the chosen range
     */
    public void check(Region region) throws InvalidInputException {
        double from = low(region);
        double to = high(region);
        if (from == 0 && to == 0) {
            throw new InvalidInputException(
                    "Every voxel under the mask is 0 HU: the mask lies on an empty part of the image, "
                            + "or belongs to another image.");
        }
        if (from >= to) {
            throw new InvalidInputException("The grey range is empty: low = " + from + " and high = " + to
                    + " HU; choose a range that holds the lesion, " + region.min() + " to " + region.max() + " HU.");
        }
        if (!Float.isFinite((float) to - (float) from)) {
            throw new InvalidInputException("The lesion's values reach from " + region.min() + " to " + region.max()
                    + ", which is no range of HU: open the original CT, or choose low and high.");
        }
        for (int i = 0; i < region.size(); i++) {
            if (region.hu(i) >= from && region.hu(i) <= to) return;
        }
        throw new InvalidInputException(
                "No voxel under the mask lies in the grey range of " + from + " to " + to + " HU: the lesion has "
                        + region.min() + " to " + region.max() + " HU; change low and high, or leave them at auto.");
    }
}
