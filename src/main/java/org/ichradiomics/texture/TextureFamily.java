package org.ichradiomics.texture;

import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFeature;

/**
 * An IBSI family of texture features: descriptor × aggregation.
 *
 * @param name        e.g. "GLCM"
 * @param group       the manual's name of the family, with its code
 * @param directional whether there is a matrix for each direction
 * @param descriptors the formulas
 * @param matrices    which of a lesion's matrices they are computed on
 * @param <M>         the kind of matrix
 */
record TextureFamily<M extends TextureMatrix<M>>(String name, String group, boolean directional, List<IbsiDescriptor<M>> descriptors,
                                                 Function<TextureMatrices, MatrixGrid<M>> matrices) {

    /** The six families of the reference manual, in its order. */
    static final List<TextureFamily<?>> ALL = List.of(
            new TextureFamily<>("GLCM", "Grey level co-occurrence (LFYI)", true, PairDescriptors.ALL, TextureMatrices::pairs),
            new TextureFamily<>("GLRLM", "Grey level run length (TP0I)", true, CountDescriptors.RUN_LENGTH, TextureMatrices::runs),
            new TextureFamily<>("GLSZM", "Grey level size zone (9SAK)", false, CountDescriptors.ZONE_SIZE, TextureMatrices::zoneSizes),
            new TextureFamily<>("GLDZM", "Grey level distance zone (VMDZ)", false, CountDescriptors.ZONE_DISTANCE,
                    TextureMatrices::zoneDistances),
            new TextureFamily<>("NGTDM", "Neighbourhood grey tone difference (IPET)", false, ToneDifferenceDescriptors.ALL,
                    TextureMatrices::differences),
            new TextureFamily<>("NGLDM", "Neighbouring grey level dependence (REK0)", false, CountDescriptors.DEPENDENCE,
                    TextureMatrices::dependences));

    /** The features of one approach: all formulas of the first aggregation, then of the next. */
    List<IbsiFeature> features(Approach approach) {
        return Aggregation.of(approach, directional).stream()
                .flatMap(aggregation -> descriptors.stream().map(d -> d.feature(name, group, aggregation))).toList();
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
