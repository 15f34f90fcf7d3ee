package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mean of a square or cube of voxels.
 *
 * @param support M, voxels along each axis; odd
 */
record Mean(int support) implements Kernel {

    private static final String SUPPORT = "support";

    /** @throws IllegalArgumentException unless the support is an odd number of voxels */
    public Mean {
        if (support < 1 || support % 2 == 0) {
            throw new IllegalArgumentException(SUPPORT + " must be an odd number of voxels, was " + support);
        }
    }

    static Mean of(Parameters parameters) {
        return new Mean(parameters.count(SUPPORT));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(SUPPORT, Integer.toString(support));
    }

    @Override
    public Size size(double spacing) {
        return new Size(SUPPORT, (support - 1) / 2.0);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        return mean(support, domain.dimension()).of(values, domain, Optional.empty());
    }

    static Separable mean(int support, Dimension dimension) {
        double[] ones = new double[support];
        Arrays.fill(ones, 1);
        List<Taps> sum = List.of(Taps.of(ones));
        return new Separable(Collections.nCopies(dimension.axes(), sum), Math.pow(support, dimension.axes()));
    }
}
