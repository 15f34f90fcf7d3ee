package org.ichradiomics.scan;

import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.util.ConstantUtils;

import org.ichradiomics.text.InvalidInputException;

/**
 * What a file says about its volume, without the voxels.
 *
 * @param name the file's name without its folder
 * @param kind {@code NIfTI}, {@code NRRD}, {@code MetaImage}, …
 * @param datatype of a stored voxel: {@code int16}, {@code float32}, …
 * @param geometry size, spacing, axes
 */
public record Header(String name, String kind, String datatype, Geometry geometry) {

    /**
     * Looks whether a mask lies on this scan, as {@link Labels#onto(Scan, Placement)} will; where the mask is to be
     * resampled, whether a labelled voxel lies in the scan is not known without the voxels.
     *
     * @throws InvalidInputException if it does not
     */
    public void requireFits(Header mask, Placement placement) throws InvalidInputException {
        boolean isPlaced =
                geometry.affine().isPresent() && mask.geometry.affine().isPresent();
        if (placement == Placement.RESAMPLED && isPlaced) return;
        int[] size = geometry.storedSize();
        Scan empty = Scan.of(
                name,
                ConstantUtils.constantRandomAccessibleInterval(
                        new ByteType(), new FinalInterval(size[0], size[1], size[2])),
                geometry);
        Alignment.of(mask.name, mask.geometry, empty, placement == Placement.FORCED);
    }

    /** What the user should know, one sentence each; empty when all is well. */
    public List<String> warnings() {
        return geometry.warnings();
    }

    /**
     * Looks whether the scan has a spacing, as {@link Scan#spaced} will.
     *
     * @throws InvalidInputException as that
     */
    public void requireSpacing(GivenSpacing given) throws InvalidInputException {
        given.of(geometry, name);
    }
}
