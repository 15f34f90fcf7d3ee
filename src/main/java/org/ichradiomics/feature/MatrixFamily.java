package org.ichradiomics.feature;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleConsumer;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/**
 * A family with one matrix a lesion: every descriptor is one feature of the same name.
 *
 * @param matrix makes the matrix (histogram, mesh, zones) of a lesion
 * @param <M> the matrix
 */
public record MatrixFamily<M>(
        String name, String group, List<Descriptor<M>> descriptors, BiFunction<Region, Discretisation, M> matrix)
        implements FeatureFamily {

    @Override
    public List<Feature> features() {
        return descriptors.stream()
                .map(d -> new Feature(d.label(), name, group, d.formula(), d.unit(), d.source(), d.counterparts()))
                .toList();
    }

    @Override
    public void measure(Region region, Discretisation grey, DoubleConsumer out) {
        M m = matrix.apply(region, grey);
        for (Descriptor<M> descriptor : descriptors) out.accept(descriptor.of(m));
    }
}
