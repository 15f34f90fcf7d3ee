package org.ichradiomics.filter;

import java.util.function.IntBinaryOperator;

import org.ichradiomics.region.Slices;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;

/**
 * The Laplacian of a Gaussian of ITK ({@code itk::LaplacianRecursiveGaussianImageFilter}, ITK 5.2.1, normalised across
 * scale), which PyRadiomics calls LoG: σ² Σ over the axes of the second derivative along one and the Gaussian along the
 * others, over the square of the spacing. As there every pass is kept in 32 bits. Lines are seen whole, but of their
 * responses no more is kept than the box depends on.
 */
public final class RecursiveLaplacian {

    /** Fewer samples along an axis have no response. */
    public static final int FEWEST = 4;

    /** Lines that are filtered beside each other, so that they stay in the cache. */
    private static final int BESIDE = 64;

    private final Slices image;
    private final VoxelBox box;
    private final double sigma;

    private RecursiveLaplacian(Slices image, VoxelBox box, double sigma) {
        this.image = image;
        this.box = box;
        this.sigma = sigma;
    }

    /**
     * The response in a box.
     *
     * @param sigma mm, above 0
     * @throws IllegalArgumentException if the image has fewer than {@value #FEWEST} voxels along an axis
     */
    public static VoxelImage of(Slices image, VoxelBox box, double sigma) {
        VoxelGrid grid = image.grid();
        for (int axis = 0; axis < 3; axis++) {
            if (grid.size(axis) < FEWEST)
                throw new IllegalArgumentException("an axis of " + grid.size(axis) + " voxels is too short");
        }
        return VoxelImage.of(grid, box, new RecursiveLaplacian(image, box, sigma).values());
    }

    private double[] values() {
        double[] sum = new double[box.size()];
        for (int axis = 0; axis < 3; axis++) {
            double spacing = image.grid().spacing(axis);
            RecursiveGaussian second = RecursiveGaussian.secondDerivative(sigma / spacing, sigma);
            Part part = along(axis, image, VoxelBox.of(image.grid()), second);
            for (int other = 0; other < 3; other++) {
                if (other == axis) continue;
                double s = sigma / image.grid().spacing(other);
                part = along(other, part, part.box, RecursiveGaussian.smoothing(s));
            }
            double squared = spacing * spacing;
            for (int i = 0; i < sum.length; i++) sum[i] = (float) (sum[i] + part.values[i] / squared);
        }
        return sum;
    }

    /** What is left of an image after a pass. */
    private record Part(VoxelGrid grid, VoxelBox box, float[] values) implements Slices {

        @Override
        public void read(int x, int y, int z, int count, double[] to, int at) {
            int from = box.index(x, y, z);
            for (int i = 0; i < count; i++) to[at + i] = values[from + i];
        }
    }

    /** One pass over what there is, kept where the box is wide along the axis. */
    private Part along(int axis, Slices from, VoxelBox there, RecursiveGaussian filter) {
        VoxelBox kept = new VoxelBox(
                axis == 0 ? box.x() : there.x(),
                axis == 1 ? box.y() : there.y(),
                axis == 2 ? box.z() : there.z(),
                axis == 0 ? box.nx() : there.nx(),
                axis == 1 ? box.ny() : there.ny(),
                axis == 2 ? box.nz() : there.nz());
        float[] values = new float[kept.size()];
        // Lines beside each other lie along x, those along x themselves along y.
        int beside = axis == 0 ? 1 : 0;
        int third = 3 - axis - beside;
        double[][] samples = new double[there.size(axis)][BESIDE];
        double[][] response = new double[kept.size(axis)][BESIDE];
        double[] row = new double[there.nx()];
        for (int t = 0; t < there.size(third); t++) {
            for (int b = 0; b < there.size(beside); b += BESIDE) {
                int lines = Math.min(BESIDE, there.size(beside) - b);
                int second = there.first(beside) + b;
                int plane = there.first(third) + t;
                if (axis == 0) readAlongX(from, there, second, plane, lines, samples, row);
                else readAcross(axis, from, there, second, plane, lines, samples);
                filter.of(samples, lines, kept.first(axis) - there.first(axis), response);
                int stride = axis == 0 ? kept.nx() : 1;
                IntBinaryOperator place = axis == 0
                        ? (k, line) -> kept.index(kept.x() + k, second + line, plane)
                        : axis == 1
                                ? (k, line) -> kept.index(second + line, kept.y() + k, plane)
                                : (k, line) -> kept.index(second + line, plane, kept.z() + k);
                for (int k = 0; k < response.length; k++) {
                    int at = place.applyAsInt(k, 0);
                    for (int i = 0; i < lines; i++) values[at + i * stride] = (float) response[k][i];
                }
            }
        }
        return new Part(image.grid(), kept, values);
    }

    private static void readAlongX(
            Slices from, VoxelBox there, int y, int z, int lines, double[][] samples, double[] row) {
        for (int line = 0; line < lines; line++) {
            from.read(there.x(), y + line, z, there.nx(), row, 0);
            for (int k = 0; k < row.length; k++) samples[k][line] = row[k];
        }
    }

    /** @param axis y or z, along which the lines run */
    private static void readAcross(
            int axis, Slices from, VoxelBox there, int x, int plane, int lines, double[][] samples) {
        for (int k = 0; k < samples.length; k++) {
            int along = there.first(axis) + k;
            from.read(x, axis == 1 ? along : plane, axis == 1 ? plane : along, lines, samples[k], 0);
        }
    }
}
