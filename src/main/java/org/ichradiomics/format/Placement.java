package org.ichradiomics.format;

/** What is done with a mask whose grid is not its scan's. */
public enum Placement {

    /**
     * It is refused. Every voxel must lie within half a voxel of its partner; a {@code .seg.nrrd}, which 3D Slicer may crop
     * to what is not empty, fits too if its voxels are the scan's.
     */
    CHECKED,

    /** If it has as many voxels, it is taken voxel by voxel along the axes that correspond, wherever it lies. */
    FORCED,

    /** The label that lies nearest to the centre of each voxel of the scan is taken. */
    RESAMPLED
}
