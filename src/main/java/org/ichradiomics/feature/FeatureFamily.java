package org.ichradiomics.feature;

import java.util.List;
import java.util.function.DoubleConsumer;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/** Features that are computed together because they share a matrix. */
public interface FeatureFamily {

    /** The family's name, e.g. "Run length". */
    String name();

    /** The features, in the order in which {@link #measure} hands out their values. */
    List<Feature> features();

    /**
     * Measures one lesion.
     *
     * @param grey how its intensities become grey levels
     * @param out receives one value for each of {@link #features()}, in that order; NaN where a feature has no value
     */
    void measure(Region region, Discretisation grey, DoubleConsumer out);
}
