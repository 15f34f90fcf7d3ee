package org.ichradiomics.measure;

import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.intensity.LocalPeak;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Resampling;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
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
 * it. Of the image no more is held than a box around the lesion: as far as the features look beyond it, or all of it
 * where there are filters. Each value is what it is in the whole image.
 *
 * @param initial the lesion as loaded, rounded if so set
 * @param interpolated on the new grid, rounded if so set; without interpolation on the scan's own
 * @param resegmented with R apart from M
 */
record Processing(Region initial, MaskedImage interpolated, MaskedImage resegmented) {

    /**
     * Processes a lesion of a scan.
     *
     * @param scan HU
     * @param lesion its voxels in the scan, in its spacing
     * @throws InvalidInputException if nothing of the lesion is left
     */
    static Processing of(Slices scan, Region lesion, IbsiSettings settings) throws InvalidInputException {
        Slices initial = settings.round() ? scan.rounded() : scan;
        MaskedImage interpolated = settings.regrid().isPresent()
                ? interpolated(
                        initial,
                        VoxelMask.of(lesion),
                        settings,
                        settings.regrid().get())
                : masked(initial, VoxelMask.of(lesion), settings);
        return new Processing(
                settings.round() ? lesion.rounded() : lesion,
                interpolated,
                interpolated.resegmented(settings.resegmentation()));
    }

    /** What happens to the image of a scan before a filter sees it; no mask is needed for that. */
    static VoxelImage image(Slices scan, IbsiSettings settings) throws InvalidInputException {
        Slices initial = settings.round() ? scan.rounded() : scan;
        if (settings.regrid().isEmpty()) return VoxelImage.of(initial, VoxelBox.of(scan.grid()));
        Resampling resampling = resampling(scan.grid(), settings.regrid().get());
        return interpolated(initial, VoxelBox.of(resampling.grid()), resampling, settings);
    }

    private static MaskedImage masked(Slices initial, VoxelMask mask, IbsiSettings settings) {
        return new MaskedImage(VoxelImage.of(initial, box(mask, settings)), mask);
    }

    private static MaskedImage interpolated(Slices initial, VoxelMask mask, IbsiSettings settings, Regrid regrid)
            throws InvalidInputException {
        Resampling resampling = resampling(initial.grid(), regrid);
        VoxelMask resampled = resampling.trimmed(mask, regrid.mask());
        if (resampled.count() == 0) {
            throw new InvalidInputException("Nothing of the mask is left after interpolation to " + regrid.spacing()
                    + " mm: choose a smaller interpolation.spacing_mm.");
        }
        return new MaskedImage(interpolated(initial, box(resampled, settings), resampling, settings), resampled);
    }

    private static VoxelImage interpolated(Slices initial, VoxelBox box, Resampling resampling, IbsiSettings settings) {
        VoxelImage image = resampling.of(initial, box, settings.regrid().get().image());
        return settings.round() ? image.rounded() : image;
    }

    static Resampling resampling(VoxelGrid grid, Regrid regrid) throws InvalidInputException {
        return Resampling.of(grid, regrid.of(grid.spacing()));
    }

    /** What is held of the image under a mask. */
    private static VoxelBox box(VoxelMask mask, IbsiSettings settings) {
        VoxelGrid grid = mask.grid();
        if (!settings.images().filters().isEmpty()) return VoxelBox.of(grid);
        if (!settings.families().contains(IbsiFamily.LOCAL_INTENSITY)) return mask.box();
        return mask.box().grown(LocalPeak.reach(grid.spacing()), grid);
    }
}
