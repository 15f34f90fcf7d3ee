package org.ichradiomics.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The values of one lesion, in the order of their features. NaN where a feature has no value. */
public final class FeatureVector {

    private final List<Feature> features;
    private final double[] values;
    private final Map<String, Double> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if there is not exactly one value for each feature */
    public FeatureVector(List<Feature> features, double[] values) {
        if (features.size() != values.length) {
            throw new IllegalArgumentException(features.size() + " features but " + values.length + " values");
        }
        this.features = List.copyOf(features);
        this.values = values.clone();
        for (int i = 0; i < values.length; i++)
            byName.putIfAbsent(features.get(i).name(), values[i]);
    }

    /** What the values are of, in their order. */
    public List<Feature> features() {
        return features;
    }

    /** Features that have no value for a lesion: NaN each. */
    public static FeatureVector unknown(List<Feature> features) {
        double[] values = new double[features.size()];
        Arrays.fill(values, Double.NaN);
        return new FeatureVector(features, values);
    }

    /** These features, then those of another list. */
    public FeatureVector and(FeatureVector more) {
        List<Feature> all = new ArrayList<>(features);
        all.addAll(more.features);
        return new FeatureVector(
                all,
                DoubleStream.concat(DoubleStream.of(values), DoubleStream.of(more.values))
                        .toArray());
    }

    /** How many values there are. */
    public int size() {
        return values.length;
    }

    /** The value at a place from 0 on, in the unit of its feature; NaN where mathematics has none. */
    public double get(int i) {
        return values[i];
    }

    /** @throws IllegalArgumentException if no feature has that name */
    public double get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("there is no feature " + name));
    }

    /** Name → value, in order. */
    public Map<String, Double> byName() {
        return Collections.unmodifiableMap(byName);
    }

    /** The value of a feature; empty if it was not measured. */
    public OptionalDouble find(String name) {
        Double value = byName.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
