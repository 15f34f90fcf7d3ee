package org.ichradiomics.growth;

import org.ichradiomics.region.Region;

/** The outermost voxels of a lesion: what a reader may draw or leave out by one voxel around. */
public final class OuterLayer {

    private OuterLayer() {}

    /** The voxels that share an edge with a voxel outside on their slice. */
    public static VoxelVolume of(Region region) {
        long voxels = 0;
        for (Section section : Section.of(region)) voxels += section.outline().size();
        return new VoxelVolume(voxels, region.spacing());
    }
}
