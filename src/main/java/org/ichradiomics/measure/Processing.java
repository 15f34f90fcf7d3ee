package org.ichradiomics.measure;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.region.Resampling;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.text.InvalidInputException;

/**
 * The image processing of IBSI 1 as a chain of values:
 *
 * <pre>
 *     load → round → initial → interpolate on the centred grid → round → interpolated → re-segment → final
 * </pre>
 *
 * The morphological mask M is that of the interpolated state; the intensity mask R is what re-segmentation leaves of
 * it.
 *
 * @param initial as loaded, rounded if so set
 * @param interpolated on the new grid, rounded if so set; the same as {@code initial} without interpolation
 * @param resegmented with R apart from M
 */
public record Processing(MaskedImage initial, MaskedImage interpolated, MaskedImage resegmented) {

    /**
     * Processes a scan.
     *
     * @param scan 2D or 3D, HU
     * @param mask true inside the lesion; within the scan's interval
     * @throws InvalidInputException if the mask is empty, reaches beyond the scan, or nothing of it is left
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> Processing of(
            RandomAccessibleInterval<T> scan, RandomAccessibleInterval<B> mask, Spacing spacing, IbsiSettings settings)
            throws InvalidInputException {
        MaskedImage loaded = new MaskedImage(VoxelImage.of(scan, spacing), VoxelMask.of(mask, scan, spacing));
        if (loaded.morphology().count() == 0) {
            throw new InvalidInputException(
                    "The mask is empty: draw the haematoma on at least one slice, or choose another mask or label.");
        }
        MaskedImage initial = rounded(loaded, settings);
        MaskedImage interpolated = initial;
        if (settings.regrid().isPresent())
            interpolated = rounded(initial.interpolated(settings.regrid().get()), settings);
        return new Processing(initial, interpolated, interpolated.resegmented(settings.resegmentation()));
    }

    /** What happens to the image of a scan before a filter sees it; no mask is needed for that. */
    static VoxelImage image(VoxelImage loaded, IbsiSettings settings) throws InvalidInputException {
        VoxelImage initial = settings.round() ? loaded.rounded() : loaded;
        if (settings.regrid().isEmpty()) return initial;
        Regrid regrid = settings.regrid().get();
        Resampling resampling =
                Resampling.of(initial.grid(), regrid.of(initial.grid().spacing()));
        VoxelImage interpolated = resampling.of(initial, regrid.image());
        return settings.round() ? interpolated.rounded() : interpolated;
    }

    private static MaskedImage rounded(MaskedImage image, IbsiSettings settings) {
        return settings.round() ? image.rounded() : image;
    }
}
