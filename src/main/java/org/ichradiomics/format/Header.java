package org.ichradiomics.format;

import java.util.List;

/**
 * What a file says about its volume, without the voxels.
 *
 * @param name     the file's name without its folder
 * @param kind     {@code NIfTI}, {@code NRRD}, {@code MetaImage}, …
 * @param datatype of a stored voxel: {@code int16}, {@code float32}, …
 * @param geometry size, spacing, axes
 */
public record Header(String name, String kind, String datatype, Geometry geometry) {

    /** What the user should know, one sentence each; empty when all is well. */
    public List<String> warnings() {
        return geometry.warnings();
    }
}
