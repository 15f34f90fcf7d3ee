package org.ichradiomics.growth;

/**
 * The change of a volume from one scan to the next, whose voxels may differ.
 *
 * <p>Where both scans have the same voxels, percentages are compared as whole numbers of voxels, exactly. Elsewhere a
 * volume is known no better than {@link VoxelVolume#SPACING_ERROR}, and what lies that close to a bound is taken to lie
 * on it.
 *
 * @param before the earlier volume
 * @param after the later volume
 */
public record Growth(VoxelVolume before, VoxelVolume after) {

    /** Later minus earlier volume in mL; negative for shrinkage. */
    public double millilitres() {
        return cubicMillimetres() / 1000;
    }

    /**
     * Growth in % of the earlier volume; negative for shrinkage, −100 if nothing is left, NaN if there was nothing
     * before.
     */
    public double percent() {
        if (before.voxels() == 0) return Double.NaN;
        if (isOfSameVoxels()) return 100.0 * (after.voxels() - before.voxels()) / before.voxels();
        return 100 * cubicMillimetres() / before.cubicMillimetres();
    }

    /** Growth against a number of mL: −1 less, 0 exactly that, 1 more. */
    public int againstMillilitres(double bound) {
        double off =
                isOfSameVoxels() ? Math.abs(cubicMillimetres()) : before.cubicMillimetres() + after.cubicMillimetres();
        return sign(cubicMillimetres() - 1000 * bound, off);
    }

    /** Growth against a percentage of the earlier volume, which is not 0: −1 less, 0 exactly that, 1 more. */
    public int againstPercent(int bound) {
        if (before.voxels() == 0) throw new IllegalArgumentException("there is no percentage of nothing");
        if (isOfSameVoxels()) return Long.compare(100 * after.voxels(), (100L + bound) * before.voxels());
        double reached = 100 * after.cubicMillimetres();
        double needed = (100 + bound) * before.cubicMillimetres();
        return sign(reached - needed, reached + needed);
    }

    private boolean isOfSameVoxels() {
        return before.spacing().equals(after.spacing());
    }

    /**
     * In one product where the voxels are the same, so that one voxel more is one voxel's volume, whatever the size.
     */
    private double cubicMillimetres() {
        if (isOfSameVoxels())
            return (after.voxels() - before.voxels()) * after.spacing().voxelVolume();
        return after.cubicMillimetres() - before.cubicMillimetres();
    }

    private static int sign(double difference, double size) {
        return Math.abs(difference) <= VoxelVolume.SPACING_ERROR * size ? 0 : (int) Math.signum(difference);
    }
}
