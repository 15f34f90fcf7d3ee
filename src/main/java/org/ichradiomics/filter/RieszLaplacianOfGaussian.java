package org.ichradiomics.filter;

import java.util.Optional;
import java.util.Set;

/**
 * The Riesz transform of a Laplacian of a Gaussian.
 *
 * @param log the Laplacian of the Gaussian
 * @param riesz the transform's order
 */
record RieszLaplacianOfGaussian(LaplacianOfGaussian log, Riesz riesz) implements RieszOf {

    static RieszLaplacianOfGaussian of(Parameters parameters) {
        return new RieszLaplacianOfGaussian(
                LaplacianOfGaussian.of(parameters), Riesz.parse(parameters.text(Riesz.KEY)));
    }

    @Override
    public KernelKind kind() {
        return KernelKind.RIESZ_LOG;
    }

    @Override
    public Kernel transformed() {
        return log;
    }

    @Override
    public Set<String> agreed() {
        return Set.of("1-0-0", "0-2-0");
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return FourierFilter.response(
                values, domain, (voxels, padded) -> log.response(voxels, padded, rotation), riesz.transfer());
    }
}
