package org.ichradiomics.page;

import java.util.Set;
import java.util.function.IntPredicate;

import org.ichradiomics.figure.Colour;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.sign.Evidence;

/**
 * Voxels round which a line is drawn, along their outer borders.
 *
 * @param voxels places in the raster order of the scan
 * @param colour of the line
 */
public record Outlined(IntPredicate voxels, Colour colour) {

    /** The haematoma, in the colour in which it is drawn everywhere. */
    public static Outlined haematoma(VoxelMask mask) {
        return new Outlined(mask::contains, Colour.YELLOW);
    }

    /** Where a sign is seen. */
    public static Outlined evidence(Evidence evidence) {
        return new Outlined(Set.copyOf(evidence.voxels())::contains, Colour.SKY);
    }
}
