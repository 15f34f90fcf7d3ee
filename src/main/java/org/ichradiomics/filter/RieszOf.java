package org.ichradiomics.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Riesz transform of the response to another kernel: its parameters and one more, the transform's order. */
sealed interface RieszOf extends Kernel permits RieszLaplacianOfGaussian, RieszSimoncelli {

    /** The other kernel. */
    Kernel transformed();

    Riesz riesz();

    /** The orders for which reference maps agree. */
    Set<String> agreed();

    @Override
    default Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>(transformed().parameters());
        map.put(Riesz.KEY, riesz().text());
        return map;
    }

    @Override
    default void check(Dimension dimension, Optional<Pooling> rotation) {
        Turning.refuse(this, rotation);
        riesz().check(dimension);
    }

    @Override
    default boolean standardised() {
        return agreed().contains(riesz().text());
    }

    @Override
    default Size size(double spacing) {
        return transformed().size(spacing);
    }
}
