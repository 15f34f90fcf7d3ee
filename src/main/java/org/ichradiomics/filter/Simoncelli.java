package org.ichradiomics.filter;

import java.util.Map;
import java.util.Optional;

/**
 * Simoncelli's isotropic band-pass wavelet; the same from every side.
 *
 * @param level 1 to {@value Wavelet#HIGHEST}; the band is m/4 {@literal <} |ν| ≤ m, m = 2^(1 − level)
 */
record Simoncelli(int level) implements Kernel {

    public Simoncelli {
        Wavelet.checkLevel(level);
    }

    static Simoncelli of(Parameters parameters) {
        return new Simoncelli(parameters.count(Wavelet.LEVEL));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(Wavelet.LEVEL, Integer.toString(level));
    }

    @Override
    public Size size(double spacing) {
        return new Size(Wavelet.LEVEL, 1 << level - 1);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return FourierFilter.response(values, domain, transfer());
    }

    Transfer transfer() {
        double highest = Math.scalb(1.0, 1 - level);
        return new Transfer(0, (x, y, z) -> {
            double norm = Math.sqrt(x * x + y * y + z * z);
            if (norm <= highest / 4 || norm > highest) return 0;
            return Math.cos(Math.PI / 2 * Math.log(2 * norm / highest) / Math.log(2));
        });
    }
}
