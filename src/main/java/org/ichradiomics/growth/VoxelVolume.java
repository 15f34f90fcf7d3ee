package org.ichradiomics.growth;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * A volume as voxel count × voxel volume, kept as the count so that it can be compared exactly. Pieces and holes need
 * no rule: what the mask holds is counted.
 *
 * @param voxels how many, 0 or more
 * @param spacing of the scan
 */
public record VoxelVolume(long voxels, Spacing spacing) {

    /**
     * How far a volume may be off because of its spacing, relative to itself. NIfTI headers keep spacings as 32-bit
     * numbers, each off by up to 2⁻²⁴ of itself, so a product of three by up to 3 · 2⁻²⁴. Less than one voxel up to
     * four million of them.
     */
    static final double SPACING_ERROR = 0x1p-22;

    /** @throws IllegalArgumentException if the count is negative */
    public VoxelVolume {
        if (voxels < 0) throw new IllegalArgumentException("voxels must be 0 or more, was " + voxels);
    }

    /** The volume of a lesion. */
    public static VoxelVolume of(Region region) {
        return new VoxelVolume(region.size(), region.spacing());
    }

    /** mm³. */
    public double cubicMillimetres() {
        return voxels * spacing.voxelVolume();
    }

    /** mL. */
    public double millilitres() {
        return cubicMillimetres() / 1000;
    }

    /** Whether it reaches a number of mL; it does where only the rounding of the spacing keeps it below. */
    public boolean isAtLeast(double millilitres) {
        return cubicMillimetres() * (1 + SPACING_ERROR) >= 1000 * millilitres;
    }
}
