package org.ichradiomics.measure;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.text.InvalidInputException;

/**
 * An image with its masks on one grid: one state of the processing; each step makes the next one.
 *
 * @param image HU; holds the lesion and what its features look at around it
 * @param morphology M, the mask of shape
 * @param intensities R, the mask of intensities; a part of M
 */
public record MaskedImage(VoxelImage image, VoxelMask morphology, VoxelMask intensities) {

    MaskedImage(VoxelImage image, VoxelMask mask) {
        this(image, mask, mask);
    }

    /**
     * Takes from R what lies outside the range or outside mean ± n standard deviations (with N) of the intensities in
     * M.
     */
    MaskedImage resegmented(Resegmentation limits) throws InvalidInputException {
        VoxelMask kept = intensities;
        if (limits.hasRange()) kept = kept.where(image, limits.low(), limits.high());
        if (limits.hasOutliers()) {
            Region m = region(morphology);
            double mean = m.mean();
            double squares = 0;
            for (int i = 0; i < m.size(); i++) squares += (m.hu(i) - mean) * (m.hu(i) - mean);
            double reach = limits.outliers() * Math.sqrt(squares / m.size());
            kept = kept.where(image, mean - reach, mean + reach);
        }
        if (kept.count() == 0) {
            Region m = region(morphology);
            throw new InvalidInputException("No voxel under the mask is left after re-segmentation: the lesion has "
                    + m.min() + " to " + m.max() + " HU; change resegmentation.low and resegmentation.high.");
        }
        return new MaskedImage(image, morphology, kept);
    }

    /** The response map of the whole image under the same masks, neither rounded nor re-segmented. */
    MaskedImage filtered(IbsiFilter filter) throws InvalidInputException {
        return new MaskedImage(filter.of(image), morphology, intensities);
    }

    /** The voxels under M. */
    Region mask() throws InvalidInputException {
        return region(morphology);
    }

    /** The voxels under R. */
    Region lesion() throws InvalidInputException {
        return region(intensities);
    }

    private Region region(VoxelMask mask) throws InvalidInputException {
        return Region.of(image, mask);
    }
}
