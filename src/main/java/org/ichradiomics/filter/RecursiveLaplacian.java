package org.ichradiomics.filter;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;

/**
 * The Laplacian of a Gaussian of ITK ({@code itk::LaplacianRecursiveGaussianImageFilter}, ITK 5.2.1, normalised across
 * scale), which PyRadiomics calls LoG: σ² Σ over the axes of the second derivative along one and the Gaussian along the
 * others, over the square of the spacing. As there every pass is kept in 32 bits; of the responses no more is kept than
 * a box depends on.
 */
public final class RecursiveLaplacian {

    /** Fewer samples along an axis have no response. */
    public static final int FEWEST = 4;

    /** Sigmas after which a sample has no say in any of 64 bits: the slower wave has fallen to e^(−1.37 · 40). */
    private static final double FARTHEST = 40;

    /** Lines that are filtered beside each other, so that they stay in the cache. */
    private static final int BESIDE = 64;

    private final VoxelGrid grid;
    private final VoxelBox box;
    private final double sigma;

    private RecursiveLaplacian(VoxelGrid grid, VoxelBox box, double sigma) {
        this.grid = grid;
        this.box = box;
        this.sigma = sigma;
    }

    /**
     * The response in a box.
     *
     * @param image all of it
     * @param sigma mm, above 0
     * @throws IllegalArgumentException if the image has fewer than {@value #FEWEST} voxels along an axis
     */
    public static VoxelImage of(VoxelImage image, VoxelBox box, double sigma) {
        VoxelGrid grid = image.grid();
        for (int axis = 0; axis < 3; axis++) {
            if (grid.size(axis) < FEWEST)
                throw new IllegalArgumentException("an axis of " + grid.size(axis) + " voxels is too short");
        }
        return VoxelImage.of(grid, box, new RecursiveLaplacian(grid, box, sigma).values(image));
    }

    private double[] values(VoxelImage image) {
        int[] reach = new int[3];
        for (int axis = 0; axis < 3; axis++)
            reach[axis] = (int) Math.min(grid.size(axis), Math.ceil(FARTHEST * sigma / grid.spacing(axis)) + FEWEST);
        VoxelBox around = box.grown(reach, grid);
        double[] sum = new double[box.size()];
        for (int axis = 0; axis < 3; axis++) {
            double spacing = grid.spacing(axis);
            VoxelImage part = along(axis, image, around, RecursiveGaussian.secondDerivative(sigma / spacing, sigma));
            for (int other = 0; other < 3; other++) {
                if (other == axis) continue;
                part = along(other, part, part.box(), RecursiveGaussian.smoothing(sigma / grid.spacing(other)));
            }
            double squared = spacing * spacing;
            for (int i = 0; i < sum.length; i++) sum[i] = (float) (sum[i] + part.hu(i) / squared);
        }
        return sum;
    }

    /** One pass over a part of an image, kept where the box is wide along the axis. */
    private VoxelImage along(int axis, VoxelImage from, VoxelBox there, RecursiveGaussian filter) {
        VoxelBox kept = kept(axis, there);
        double[] values = new double[kept.size()];
        int[] strides = {1, kept.nx(), kept.nx() * kept.ny()};
        // Lines beside each other lie along x, those along x themselves along y.
        int beside = axis == 0 ? 1 : 0;
        int third = 3 - axis - beside;
        double[][] samples = new double[there.size(axis)][BESIDE];
        double[][] response = new double[kept.size(axis)][BESIDE];
        for (int plane = 0; plane < there.size(third); plane++) {
            for (int line = 0; line < there.size(beside); line += BESIDE) {
                int lines = Math.min(BESIDE, there.size(beside) - line);
                int[] at = new int[3];
                at[axis] = there.first(axis);
                at[beside] = there.first(beside) + line;
                at[third] = there.first(third) + plane;
                if (axis == 0) readAlongX(from, at, lines, samples);
                else readAcross(axis, from, at, lines, samples);
                filter.of(samples, lines, kept.first(axis) - there.first(axis), response);
                int first = plane * strides[third] + line * strides[beside];
                for (int k = 0; k < response.length; k++)
                    write(response[k], lines, values, first + k * strides[axis], strides[beside]);
            }
        }
        return VoxelImage.of(grid, kept, values);
    }

    private VoxelBox kept(int axis, VoxelBox there) {
        return new VoxelBox(
                axis == 0 ? box.x() : there.x(),
                axis == 1 ? box.y() : there.y(),
                axis == 2 ? box.z() : there.z(),
                axis == 0 ? box.nx() : there.nx(),
                axis == 1 ? box.ny() : there.ny(),
                axis == 2 ? box.nz() : there.nz());
    }

    private static void write(double[] response, int lines, double[] to, int at, int stride) {
        for (int i = 0; i < lines; i++) to[at + i * stride] = (float) response[i];
    }

    private static void readAlongX(VoxelImage from, int[] at, int lines, double[][] samples) {
        double[] row = new double[samples.length];
        for (int line = 0; line < lines; line++) {
            from.read(at[0], at[1] + line, at[2], row.length, row, 0);
            for (int k = 0; k < row.length; k++) samples[k][line] = row[k];
        }
    }

    /** @param axis y or z, along which the lines run */
    private static void readAcross(int axis, VoxelImage from, int[] at, int lines, double[][] samples) {
        for (int k = 0; k < samples.length; k++)
            from.read(at[0], at[1] + (axis == 1 ? k : 0), at[2] + (axis == 2 ? k : 0), lines, samples[k], 0);
    }
}
