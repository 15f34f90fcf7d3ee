package org.ichradiomics.region;

import java.util.stream.IntStream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * The voxels at most so many steps away along each axis, around every voxel of a lesion in turn.
 *
 * @param x steps along x, at least 0; y and z alike
 */
public record SlidingKernel(int x, int y, int z) {

    /** How many voxels lie between two calls of the progress; of no consequence for the values. */
    private static final int BLOCK = 256;

    /** What is measured in a kernel. */
    @FunctionalInterface
    public interface Values {

        /**
         * Called by many threads.
         *
         * @param kernel at least one voxel, in the smallest box
         * @return as many values for every kernel
         * @throws InvalidInputException if it cannot be measured
         */
        double[] of(VoxelMask kernel) throws InvalidInputException;
    }

    /** @throws IllegalArgumentException if it reaches less than 0 voxels */
    public SlidingKernel {
        if (x < 0 || y < 0 || z < 0) {
            throw new IllegalArgumentException("a kernel reaches 0 voxels or more, was " + x + ", " + y + ", " + z);
        }
    }

    /**
     * As far along each axis but one.
     *
     * @param flat the axis (0, 1, 2) along which the kernel has one voxel; −1 for none
     */
    public static SlidingKernel of(int radius, int flat) {
        return new SlidingKernel(flat == 0 ? 0 : radius, flat == 1 ? 0 : radius, flat == 2 ? 0 : radius);
    }

    /** How far it reaches along an axis (0, 1, 2), voxels. */
    public int reach(int axis) {
        return axis == 0 ? x : axis == 1 ? y : z;
    }

    /** As a sentence says it: {@code 5 × 5 × 1 voxels, 2.5 × 2.5 × 5.0 mm}. */
    public String text(Spacing spacing) {
        return "%d × %d × %d voxels, %s × %s × %s mm"
                .formatted(
                        2 * x + 1,
                        2 * y + 1,
                        2 * z + 1,
                        millimetres(0, spacing),
                        millimetres(1, spacing),
                        millimetres(2, spacing));
    }

    private double millimetres(int axis, Spacing spacing) {
        return Math.rint((2 * reach(axis) + 1) * spacing.along(axis) * 1000) / 1000;
    }

    /**
     * Measures around every voxel of a lesion; the values do not depend on the number of threads.
     *
     * @param domain the voxels that a kernel may hold, the lesion's among them
     * @return the values at each voxel of the lesion, in raster order
     * @throws InvalidInputException if a kernel cannot be measured
     */
    public double[][] over(VoxelMask lesion, VoxelMask domain, Values values, Progress progress)
            throws InvalidInputException {
        VoxelBox box = lesion.box();
        int[] voxels = IntStream.range(0, box.size()).filter(lesion::contains).toArray();
        double[][] all = new double[voxels.length][];
        InvalidInputException[] refused = new InvalidInputException[voxels.length];
        for (int from = 0; from < voxels.length; from += BLOCK) {
            int to = Math.min(voxels.length, from + BLOCK);
            progress.at("feature maps", (double) from / voxels.length);
            IntStream.range(from, to).parallel().forEach(n -> {
                try {
                    all[n] = values.of(around(domain, box, voxels[n]));
                } catch (InvalidInputException e) {
                    refused[n] = e;
                }
            });
            for (int n = from; n < to; n++) if (refused[n] != null) throw refused[n];
        }
        return all;
    }

    private VoxelMask around(VoxelMask domain, VoxelBox lesion, int voxel) {
        VoxelBox all = domain.box();
        int[] at = {
            lesion.x() + voxel % lesion.nx(),
            lesion.y() + voxel / lesion.nx() % lesion.ny(),
            lesion.z() + voxel / (lesion.nx() * lesion.ny())
        };
        int[] low = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            low[axis] = Math.max(all.first(axis), at[axis] - reach(axis));
            size[axis] = Math.min(all.first(axis) + all.size(axis), at[axis] + reach(axis) + 1) - low[axis];
        }
        VoxelBox part = new VoxelBox(low[0], low[1], low[2], size[0], size[1], size[2]);
        boolean[] inside = new boolean[part.size()];
        for (int i = 0; i < inside.length; i++) inside[i] = domain.contains(index(part, i, all));
        return new VoxelMask(domain.grid(), part, inside).trimmed();
    }

    /** Place in a box of the voxel that has the place {@code i} in another box. */
    private static int index(VoxelBox part, int i, VoxelBox all) {
        return all.index(
                part.x() + i % part.nx(), part.y() + i / part.nx() % part.ny(), part.z() + i / (part.nx() * part.ny()));
    }

    /**
     * The levels that a kernel sees, on its box; 0 outside it.
     *
     * @param levels on the box of the domain
     */
    public static int[] levels(VoxelMask kernel, int[] levels, VoxelBox domain) {
        int[] seen = new int[kernel.box().size()];
        for (int i = 0; i < seen.length; i++) if (kernel.contains(i)) seen[i] = levels[index(kernel.box(), i, domain)];
        return seen;
    }
}
