package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.NumberText;

/**
 * The Laplacian of a Gaussian, sampled at the voxels and cut off; a bright blob gives a negative response.
 *
 * <p>The kernel is the sum over the axes a of h(kₐ) Π_{b≠a} G(k_b), with the Gaussian G(k) = exp(−k²/2s²) / (√(2π) s)
 * and h(k) = −(1 − k²/s²) G(k) / s²: so it is summed axis after axis, although it is no product.
 *
 * @param sigma mm, positive
 * @param cutoff in sigma, positive
 */
record LaplacianOfGaussian(double sigma, double cutoff) implements Kernel {

    static final String SIGMA = "sigma";
    private static final String CUTOFF = "cutoff";
    private static final double USUAL_CUTOFF = 4;

    static LaplacianOfGaussian of(Parameters parameters) {
        return new LaplacianOfGaussian(
                parameters.length(SIGMA), parameters.has(CUTOFF) ? parameters.positive(CUTOFF, "sigma") : USUAL_CUTOFF);
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(SIGMA, NumberText.plain(sigma));
        map.put(CUTOFF, NumberText.plain(cutoff));
        return map;
    }

    @Override
    public Size size(double spacing) {
        return new Size(SIGMA, sigma / spacing);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        VoxelGrid grid = domain.grid();
        Boundary boundary = domain.boundary();
        int axes = domain.dimension().axes();
        double s = sigma / grid.spacing(0);
        int reach = (int) Math.floor(cutoff * s + 0.5);
        double[] gauss = new double[2 * reach + 1];
        double[] curve = new double[2 * reach + 1];
        for (int k = -reach; k <= reach; k++) {
            double square = k * (double) k / (s * s);
            gauss[k + reach] = Math.exp(-square / 2) / (Math.sqrt(2 * Math.PI) * s);
            curve[k + reach] = -(1 - square) * gauss[k + reach] / (s * s);
        }
        Taps smooth = Taps.of(gauss);
        Taps bend = Taps.of(curve);
        double[] smoothed = values;
        double[] bent = null;
        for (int axis = 0; axis < axes; axis++) {
            double[] more = Convolution.along(axis, grid, smoothed, bend, boundary);
            bent = bent == null ? more : sum(Convolution.along(axis, grid, bent, smooth, boundary), more);
            if (axis + 1 < axes) smoothed = Convolution.along(axis, grid, smoothed, smooth, boundary);
        }
        return bent;
    }

    private static double[] sum(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) a[i] += b[i];
        return a;
    }
}
