package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureFamily;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

/**
 * A family with one matrix for each in-plane direction and offset: descriptor × {pooled, each direction} × offset.
 *
 * @param matrices makes the matrices of a lesion
 * @param offsets in voxels
 * @param <M> the matrix
 */
public record DirectionalFamily<M>(
        String name, String group, List<Descriptor<M>> descriptors, Matrices<M> matrices, List<Integer> offsets)
        implements FeatureFamily {

    /** Prepares a lesion once, and gives its matrix in any direction. */
    @FunctionalInterface
    public interface Matrices<M> {

        /** The lesion in the levels of the discretisation. */
        InDirection<M> of(Region region, Discretisation grey);

        /** A lesion that is ready for its matrices. */
        @FunctionalInterface
        interface InDirection<M> {

            /** @param step a direction times an offset */
            M along(Direction step);
        }
    }

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>();
        for (int offset : offsets) {
            for (Pooling pooling : Pooling.values()) {
                String suffix = "_" + pooling.infix + "_offset" + offset + pooling.suffix;
                for (Descriptor<M> d : descriptors) {
                    String formula = pooling.words + "[" + d.formula() + "]";
                    features.add(feature(d, suffix, formula, pooling.unit(d.unit()), pooling.of(at(offset, d))));
                }
            }
            for (Direction direction : Direction.IN_PLANE) {
                String suffix = "_" + direction.name() + "_offset" + offset;
                Direction step = direction.times(offset);
                for (Descriptor<M> d : descriptors) {
                    String formula = d.formula() + "; step (" + step.dx() + ", " + step.dy() + ", " + step.dz() + ")";
                    features.add(feature(d, suffix, formula, d.unit(), Pooling.inOneDirection(at(offset, d))));
                }
            }
        }
        return features;
    }

    private Feature feature(Descriptor<M> d, String suffix, String formula, String unit, List<Counterpart> elsewhere) {
        return new Feature(d.label() + suffix, name, group, formula, unit, d.source(), elsewhere);
    }

    /** Elsewhere neighbours lie at distance 1, unless one asks for others. */
    private static List<Counterpart> at(int offset, Descriptor<?> descriptor) {
        if (offset == 1) return descriptor.counterparts();
        return descriptor.counterparts().stream()
                .map(c -> c.apart("at offset " + offset + ", not 1"))
                .toList();
    }

    @Override
    public void measure(Region region, Discretisation grey, DoubleConsumer out) {
        Matrices.InDirection<M> lesion = matrices.of(region, grey);
        int directions = Direction.IN_PLANE.size();
        for (int offset : offsets) {
            double[][] values = new double[descriptors.size()][directions];
            for (int a = 0; a < directions; a++) {
                M matrix = lesion.along(Direction.IN_PLANE.get(a).times(offset));
                for (int d = 0; d < values.length; d++)
                    values[d][a] = descriptors.get(d).of(matrix);
            }
            for (Pooling pooling : Pooling.values()) {
                for (double[] overDirections : values) out.accept(pooling.of(overDirections));
            }
            for (int a = 0; a < directions; a++) {
                for (double[] overDirections : values) out.accept(overDirections[a]);
            }
        }
    }
}
