package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Vocabulary.IBSI;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The ten Haralick formulas of the AK catalogue, on one co-occurrence matrix P pooled over the four in-plane directions
 * at offset 1. P_s and P_d are the distributions of i + j and |i − j|; sums are scaled to their largest possible value.
 * The kit's spelling {@code HaraEntroy} is kept. Without any pair all are NaN.
 */
public final class HaralickDescriptors {

    /** In the order of the catalogue. */
    public static final List<Descriptor<CooccurrenceMatrix>> ALL = List.of(
            named("HaraEntroy", pooled("TU9B", "glcm_JointEntropy", "÷ 2 log₂ B"))
                    .is(
                            "−Σ P log₂ P / (2 log₂ B)",
                            "1",
                            CHOSEN,
                            m -> m.sum((i, j, p) -> -p * StrictMath.log(p)) / (2 * StrictMath.log(m.bins()))),
            named("AngularSecondMoment", pooled("8ZQL", "glcm_JointEnergy", ""))
                    .is("Σ P²", "1", DOCUMENTED, m -> m.sum((i, j, p) -> p * p)),
            named("contrast", pooled("ACUI", "glcm_Contrast", "÷ (B − 1)²"))
                    .is(
                            "Σ (i − j)² P / (B − 1)²",
                            "1",
                            DOCUMENTED,
                            m -> m.sum((i, j, p) -> (double) (i - j) * (i - j) * p) / square(m.bins() - 1)),
            named("HaraVariance", pooled("UR99", "glcm_SumSquares", "÷ ((B − 1)/2)²"))
                    .is(
                            "Σ (i − μ)² P / ((B − 1)/2)²",
                            "1",
                            DOCUMENTED,
                            m -> m.variance() / square((m.bins() - 1) / 2.0)),
            named("sumAverage", pooled("ZGXS", "glcm_SumAverage", "÷ 2 B"))
                    .is(
                            "(Σ k P_s + 2) / (2 B)",
                            "1",
                            CHOSEN,
                            m -> (Distribution.mean(m.sums()) + 2) / (2.0 * m.bins())),
            named("sumVariance", pooled("OEEB", "glcm_ClusterTendency", "÷ (B − 1)²"))
                    .is(
                            "Σ (k − mean)² P_s / (B − 1)²",
                            "1",
                            DOCUMENTED,
                            m -> Distribution.variance(m.sums()) / square(m.bins() - 1)),
            named("sumEntropy", pooled("P6QZ", "glcm_SumEntropy", "÷ log₂(2 B − 1)"))
                    .is(
                            "−Σ P_s log₂ P_s / log₂(2 B − 1)",
                            "1",
                            CHOSEN,
                            m -> Distribution.nats(m.sums()) / StrictMath.log(2 * m.bins() - 1)),
            named("differenceVariance", pooled("D3YU", "glcm_DifferenceVariance", "÷ ((B − 1)/2)²"))
                    .is(
                            "Σ (k − mean)² P_d / ((B − 1)/2)²",
                            "1",
                            CHOSEN,
                            m -> Distribution.variance(m.differences()) / square((m.bins() - 1) / 2.0)),
            named("differenceEntropy", pooled("NTRS", "glcm_DifferenceEntropy", "÷ log₂ B"))
                    .is(
                            "−Σ P_d log₂ P_d / log₂ B",
                            "1",
                            CHOSEN,
                            m -> Distribution.nats(m.differences()) / StrictMath.log(m.bins())),
            named("inverseDifferenceMoment", unlike("WF0Z", "glcm_Idm", "the diagonal only"))
                    .is("Σ P(i, i)", "1", DOCUMENTED, m -> m.sum((i, j, p) -> i == j ? p : 0)));

    private HaralickDescriptors() {}

    /** PyRadiomics averages over directions, where this pooling merges them. */
    private static List<Counterpart> pooled(String id, String name, String scale) {
        String apart = scale.isEmpty() ? "" : ", " + scale;
        return List.of(
                Counterpart.same(IBSI, id, Aggregation.SLICES_ALL_MERGED.text() + apart),
                Counterpart.same(PYRADIOMICS, name, "4 directions merged" + apart));
    }

    private static double square(double x) {
        return x * x;
    }
}
