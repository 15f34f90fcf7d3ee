package org.ichradiomics.texture;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;

/**
 * An IBSI family of texture features: descriptor × aggregation.
 *
 * @param family which of them
 * @param directional whether there is a matrix for each direction
 * @param descriptors the formulas
 * @param matrices which of a lesion's matrices they are computed on
 * @param <M> the kind of matrix
 */
record TextureFamily<M extends TextureMatrix<M>>(
        IbsiFamily family,
        boolean directional,
        List<IbsiDescriptor<M>> descriptors,
        Function<TextureMatrices, MatrixGrid<M>> matrices) {

    /** The six families of the reference manual, in its order. */
    static final List<TextureFamily<?>> ALL = List.of(
            new TextureFamily<>(IbsiFamily.GLCM, true, PairDescriptors.ALL, TextureMatrices::pairs),
            new TextureFamily<>(IbsiFamily.GLRLM, true, CountFormula.RUN_LENGTH, TextureMatrices::runs),
            new TextureFamily<>(IbsiFamily.GLSZM, false, CountFormula.ZONE_SIZE, TextureMatrices::zoneSizes),
            new TextureFamily<>(IbsiFamily.GLDZM, false, CountFormula.ZONE_DISTANCE, TextureMatrices::zoneDistances),
            new TextureFamily<>(IbsiFamily.NGTDM, false, ToneDifferenceDescriptors.ALL, TextureMatrices::differences),
            new TextureFamily<>(IbsiFamily.NGLDM, false, CountFormula.DEPENDENCE, TextureMatrices::dependences));

    /** The features of one approach: all formulas of the first aggregation, then of the next. */
    List<IbsiFeature> features(Approach approach) {
        return Aggregation.of(approach, directional).stream()
                .flatMap(aggregation -> descriptors.stream().map(d -> d.under(family, aggregation)))
                .toList();
    }

    /** The values of {@link #features}, in their order. */
    void measure(TextureMatrices lesion, Approach approach, DoubleConsumer out) {
        MatrixGrid<M> grid = matrices.apply(lesion);
        for (Aggregation aggregation : Aggregation.of(approach, directional)) {
            List<M> averaged = grid.under(aggregation);
            for (IbsiDescriptor<M> descriptor : descriptors) {
                double sum = 0;
                for (M matrix : averaged) sum += descriptor.of(matrix);
                out.accept(sum / averaged.size());
            }
        }
    }
}
