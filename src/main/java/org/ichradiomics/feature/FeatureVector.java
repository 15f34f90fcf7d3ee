package org.ichradiomics.feature;

import java.util.List;
import java.util.stream.IntStream;

/** The values of one lesion, in the order of their features. NaN where a feature has no value. */
public final class FeatureVector {

    private final List<Feature> features;
    private final double[] values;

    /** @throws IllegalArgumentException if there is not exactly one value for each feature */
    public FeatureVector(List<Feature> features, double[] values) {
        if (features.size() != values.length) {
            throw new IllegalArgumentException(features.size() + " features but " + values.length + " values");
        }
        this.features = List.copyOf(features);
        this.values = values.clone();
    }

    public List<Feature> features() {
        return features;
    }

    public int size() {
        return values.length;
    }

    public double get(int i) {
        return values[i];
    }

    /** @throws IllegalArgumentException if no feature has that name */
    public double get(String name) {
        int i = IntStream.range(0, values.length).filter(k -> features.get(k).name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no feature " + name));
        return values[i];
    }
}
