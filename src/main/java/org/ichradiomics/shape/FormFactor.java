package org.ichradiomics.shape;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/**
 * What the form features are made of.
 *
 * @param volume V, voxel count × voxel volume, mm³
 * @param surface A, area of the marching-cubes surface, mm²
 * @param diameter largest distance between voxel centres, in voxels
 */
public record FormFactor(double volume, double surface, double diameter) {

    /** Measures a lesion's form; the grey bins play no part. */
    public static FormFactor of(Region region, Discretisation grey) {
        return new FormFactor(region.volume(), MarchingCubes.area(region), Diameter.of(region));
    }
}
