package org.ichradiomics.filter;

import java.util.Optional;
import java.util.Set;

/**
 * The Riesz transform of Simoncelli's wavelet.
 *
 * @param wavelet Simoncelli's
 * @param riesz the transform's order
 */
record RieszSimoncelli(Simoncelli wavelet, Riesz riesz) implements RieszOf {

    static RieszSimoncelli of(Parameters parameters) {
        return new RieszSimoncelli(Simoncelli.of(parameters), Riesz.parse(parameters.text(Riesz.KEY)));
    }

    @Override
    public KernelKind kind() {
        return KernelKind.RIESZ_SIMONCELLI;
    }

    @Override
    public Kernel transformed() {
        return wavelet;
    }

    @Override
    public Set<String> agreed() {
        return Set.of("0-2-0");
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return FourierFilter.response(values, domain, riesz.transfer().after(wavelet.transfer()));
    }
}
