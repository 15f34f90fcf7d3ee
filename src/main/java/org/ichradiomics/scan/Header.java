package org.ichradiomics.scan;

import java.util.List;

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
        Alignment.of(mask.name, mask.geometry, scan(), placement == Placement.FORCED);
    }

    /** The scan without its voxels. */
    public Scan scan() {
        return Scan.unread(name, geometry);
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
