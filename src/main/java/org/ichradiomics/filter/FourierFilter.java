package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.ichradiomics.region.FourierTransform;
import org.ichradiomics.region.VoxelGrid;

/**
 * Filtering in the Fourier domain under a boundary. Periodic is the transform's own; for the others the boundary fills
 * a margin, which is cut off again. IBSI leaves the margin open: half the image on each side, at most {@value #WIDEST}
 * voxels, and as many more as make a length that is quick to transform.
 */
final class FourierFilter {

    private static final int WIDEST = 32;

    /** Something done before, on the padded image. */
    @FunctionalInterface
    interface Before {
        double[] of(double[] values, Domain padded);
    }

    private FourierFilter() {}

    static double[] response(double[] values, Domain domain, Transfer transfer) {
        return response(values, domain, (voxels, padded) -> voxels, transfer);
    }

    /**
     * The real part of the response.
     *
     * @param before what is filtered is its result
     */
    static double[] response(double[] values, Domain domain, Before before, Transfer transfer) {
        if (domain.dimension() == Dimension.IN_VOLUME) return padded(values, domain, before, transfer);
        VoxelGrid grid = domain.grid();
        VoxelGrid slice = new VoxelGrid(grid.nx(), grid.ny(), 1, grid.spacing());
        Domain plane = new Domain(slice, domain.dimension(), domain.boundary());
        double[] response = new double[values.length];
        IntStream.range(0, grid.nz()).parallel().forEach(z -> {
            int first = z * slice.size();
            double[] voxels = Arrays.copyOfRange(values, first, first + slice.size());
            System.arraycopy(padded(voxels, plane, before, transfer), 0, response, first, slice.size());
        });
        return response;
    }

    private static double[] padded(double[] values, Domain domain, Before before, Transfer transfer) {
        VoxelGrid grid = domain.grid();
        int axes =
                domain.boundary() == Boundary.PERIODIC ? 0 : domain.dimension().axes();
        int[] margin = new int[3];
        for (int axis = 0; axis < axes; axis++) margin[axis] = margin(grid.size(axis));
        Block block = Block.of(grid, values).padded(margin, domain.boundary());
        VoxelGrid larger = new VoxelGrid(block.nx(), block.ny(), block.nz(), grid.spacing());
        Domain known = new Domain(larger, domain.dimension(), domain.boundary());
        Block filtered = Block.of(larger, before.of(block.values(), known));
        return Spectrum.response(filtered, domain.dimension(), transfer).cropped(margin);
    }

    private static int margin(int n) {
        int margin = Math.min(n / 2, WIDEST);
        while (FourierTransform.quickLength(n + 2 * margin) != n + 2 * margin) margin++;
        return margin;
    }
}
