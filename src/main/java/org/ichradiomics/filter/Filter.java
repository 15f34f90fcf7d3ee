package org.ichradiomics.filter;

import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;

/** An image made of an image on the same grid: f : image → response map. Immutable; safe for use by many threads. */
public interface Filter {

    /** As columns of filtered features begin: {@code log_sigma3_cutoff4_2D_mirror}. */
    String name();

    /** In Unicode; f is the image. */
    String formula();

    /** Where the definition comes from. */
    String source();

    /**
     * The response map of a whole image, never cut or rounded. Same input, same bits, whatever the number of threads.
     *
     * @param image held whole
     * @throws InvalidInputException if the filter is not defined for the image's voxels, or too large for the image
     */
    VoxelImage of(VoxelImage image) throws InvalidInputException;
}
