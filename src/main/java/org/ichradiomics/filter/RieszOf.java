package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Riesz transform of the response to another kernel: its parameters and one more, the transform's order.
 *
 * @param transformed the other kernel
 * @param riesz the transform's order
 */
record RieszOf(KernelKind kind, Kernel transformed, Riesz riesz) implements Kernel {

    static RieszOf log(Parameters parameters) {
        return of(KernelKind.RIESZ_LOG, LaplacianOfGaussian.of(parameters), parameters);
    }

    static RieszOf simoncelli(Parameters parameters) {
        return of(KernelKind.RIESZ_SIMONCELLI, Simoncelli.of(parameters), parameters);
    }

    private static RieszOf of(KernelKind kind, Kernel transformed, Parameters parameters) {
        return new RieszOf(kind, transformed, Riesz.parse(parameters.text(Riesz.KEY)));
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>(transformed.parameters());
        map.put(Riesz.KEY, riesz.text());
        return map;
    }

    @Override
    public void check(Dimension dimension, Optional<Pooling> rotation) {
        Kernel.super.check(dimension, rotation);
        riesz.check(dimension);
    }

    /** For these orders reference maps agree. */
    @Override
    public boolean standardised() {
        Set<String> agreed = kind == KernelKind.RIESZ_LOG ? Set.of("1-0-0", "0-2-0") : Set.of("0-2-0");
        return agreed.contains(riesz.text());
    }

    @Override
    public Size size(double spacing) {
        return transformed.size(spacing);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        if (transformed instanceof Simoncelli wavelet) {
            return FourierFilter.response(values, domain, riesz.transfer().after(wavelet.transfer()));
        }
        return FourierFilter.response(
                values, domain, (voxels, padded) -> transformed.response(voxels, padded, rotation), riesz.transfer());
    }
}
