package org.ichradiomics.measure;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * The response of a scan to a filter, as a volume in the patient.
 *
 * @param filter what was done
 * @param values the response map
 * @param geometry where its voxels lie
 */
public record ResponseMap(IbsiFilter filter, VoxelImage values, Geometry geometry) {

    /**
     * Of the scan as it is.
     *
     * @throws InvalidInputException if the filter cannot be used on such voxels
     */
    public static ResponseMap of(Scan scan, Spacing spacing, IbsiFilter filter) throws InvalidInputException {
        Slices slices = slices(scan, spacing);
        return of(scan, VoxelImage.of(slices, VoxelBox.of(slices.grid())), filter);
    }

    /**
     * Of the scan as the settings round and interpolate it: the map on which their features are measured.
     *
     * @param settings with exactly one filter
     * @throws InvalidInputException if there is not exactly one filter, or it cannot be used on such voxels
     */
    public static ResponseMap of(Scan scan, Spacing spacing, IbsiSettings settings) throws InvalidInputException {
        int filters = settings.images().filters().size();
        if (filters != 1) {
            throw new InvalidInputException("The settings \"" + settings.name() + "\" have "
                    + (filters == 0 ? "no filter" : filters + " filters")
                    + ", and a map is made by one: leave one in \"filters\".");
        }
        return of(
                scan,
                Processing.image(slices(scan, spacing), settings),
                settings.images().filters().get(0));
    }

    private static ResponseMap of(Scan scan, VoxelImage image, IbsiFilter filter) throws InvalidInputException {
        return new ResponseMap(filter, filter.of(image), scan.geometry().centred(image.grid()));
    }

    private static Slices slices(Scan scan, Spacing spacing) {
        return Slices.of(scan.hu(), IbsiExtractor.decimal(spacing));
    }
}
