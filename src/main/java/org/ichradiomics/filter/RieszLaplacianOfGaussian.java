package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Riesz transform of a Laplacian of a Gaussian.
 *
 * @param log   the Laplacian of the Gaussian
 * @param riesz the transform's order
 */
record RieszLaplacianOfGaussian(LaplacianOfGaussian log, Riesz riesz) implements Kernel {

    private static final Set<String> STANDARDISED = Set.of("1-0-0", "0-2-0");

    static RieszLaplacianOfGaussian of(Parameters parameters) {
        return new RieszLaplacianOfGaussian(LaplacianOfGaussian.of(parameters),
                Riesz.parse(parameters.text(Riesz.KEY)));
    }

    @Override
    public KernelKind kind() {
        return KernelKind.RIESZ_LOG;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>(log.parameters());
        map.put(Riesz.KEY, riesz.text());
        return map;
    }

    @Override
    public void check(Dimension dimension, Optional<Pooling> rotation) {
        Turning.refuse(this, rotation);
        riesz.check(dimension);
    }

    @Override
    public boolean standardised() {
        return STANDARDISED.contains(riesz.text());
    }

    @Override
    public Size size(double spacing) {
        return log.size(spacing);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return FourierFilter.response(values, domain, (voxels, padded) -> log.response(voxels, padded, rotation),
                riesz.transfer());
    }
}
