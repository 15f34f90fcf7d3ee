package org.ichradiomics.region;

import java.util.Arrays;

import org.ichradiomics.text.InvalidInputException;

/**
 * A region in the grey levels of IBSI: f : {voxels of the region} → {1, …, count}, the levels that do not occur
 * included. ({@link GreyLevels}, the AK catalogue's, leaves those out.)
 */
public final class LevelRegion {

    private final Region region;
    private final int[] levels;
    private final int count;

    private LevelRegion(Region region, int[] levels) {
        this.region = region;
        this.levels = levels;
        this.count = Arrays.stream(levels).max().getAsInt();
    }

    /**
     * @param low lower bound of the re-segmentation range, HU; NaN if there is none
     * @throws InvalidInputException if there is no discretisation and the intensities are no levels, or there are too
     *     many levels
     */
    public static LevelRegion of(Region region, Binning binning, double low) throws InvalidInputException {
        if (binning instanceof Binning.None) {
            for (int i = 0; i < region.size(); i++) requireLevel(region.hu(i));
        }
        LevelRegion levels = new LevelRegion(region, binning.levels(region, low));
        if (levels.count > Binning.MOST_LEVELS) {
            throw new InvalidInputException("The discretisation (" + binning.text() + ") makes " + levels.count
                    + " grey levels, more than " + Binning.MOST_LEVELS + ": choose wider bins.");
        }
        return levels;
    }

    /**
     * A part of a region, in the levels that the whole gives it.
     *
     * @param levels of each voxel in raster order, from 1; handed over
     */
    public static LevelRegion ofPart(Region part, int... levels) {
        return new LevelRegion(part, levels);
    }

    private static void requireLevel(double hu) throws InvalidInputException {
        if (hu >= 1 && hu <= Binning.MOST_LEVELS && hu == Math.rint(hu)) return;
        throw new InvalidInputException(
                "Without discretisation the intensities must be grey levels, whole numbers from 1 to "
                        + Binning.MOST_LEVELS + ", but one is " + hu + ": choose a fixed bin width or number.");
    }

    /**
     * The levels with the morphological mask around them, for texture.
     *
     * @param mask M, of which the region is a part, on the same grid
     */
    public LevelVolume within(Region mask) {
        int[] box = new int[mask.boxSize()];
        boolean[] inside = new boolean[mask.boxSize()];
        for (int i = 0; i < mask.size(); i++) inside[mask.position(i)] = true;
        for (int i = 0; i < region.size(); i++) {
            int x = region.at(i, 0) - mask.origin(0);
            int y = region.at(i, 1) - mask.origin(1);
            int z = region.at(i, 2) - mask.origin(2);
            box[(z * mask.box(1) + y) * mask.box(0) + x] = levels[i];
        }
        return LevelVolume.of(box, inside, mask.box(0), mask.box(1), mask.box(2));
    }

    /** The lesion in HU. */
    public Region region() {
        return region;
    }

    /** Level of voxel {@code i} (0..size−1, in the region's order), 1..{@link #count}. */
    public int level(int i) {
        return levels[i];
    }

    /** Ng, the highest level that occurs. */
    public int count() {
        return count;
    }
}
