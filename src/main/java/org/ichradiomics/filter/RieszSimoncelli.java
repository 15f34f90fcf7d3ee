package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Riesz transform of Simoncelli's wavelet.
 *
 * @param wavelet Simoncelli's
 * @param riesz   the transform's order
 */
record RieszSimoncelli(Simoncelli wavelet, Riesz riesz) implements Kernel {

    private static final Set<String> STANDARDISED = Set.of("0-2-0");

    static RieszSimoncelli of(Parameters parameters) {
        return new RieszSimoncelli(Simoncelli.of(parameters), Riesz.parse(parameters.text(Riesz.KEY)));
    }

    @Override
    public KernelKind kind() {
        return KernelKind.RIESZ_SIMONCELLI;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>(wavelet.parameters());
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
        return wavelet.size(spacing);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return FourierFilter.response(values, domain, riesz.transfer().after(wavelet.transfer()));
    }
}
