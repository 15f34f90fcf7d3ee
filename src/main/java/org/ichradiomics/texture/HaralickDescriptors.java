package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Counterpart.unlike;
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

    public static final List<Descriptor<CooccurrenceMatrix>> ALL = List.of(
            new Descriptor<>(
                    "HaraEntroy",
                    "−Σ P log₂ P / (2 log₂ B)",
                    "1",
                    CHOSEN,
                    m -> m.sum((i, j, p) -> -p * StrictMath.log(p)) / (2 * StrictMath.log(m.bins())),
                    pooled("TU9B", "glcm_JointEntropy", "÷ 2 log₂ B")),
            new Descriptor<>(
                    "AngularSecondMoment",
                    "Σ P²",
                    "1",
                    DOCUMENTED,
                    m -> m.sum((i, j, p) -> p * p),
                    pooled("8ZQL", "glcm_JointEnergy", "")),
            new Descriptor<>(
                    "contrast",
                    "Σ (i − j)² P / (B − 1)²",
                    "1",
                    DOCUMENTED,
                    m -> m.sum((i, j, p) -> (double) (i - j) * (i - j) * p) / square(m.bins() - 1),
                    pooled("ACUI", "glcm_Contrast", "÷ (B − 1)²")),
            new Descriptor<>(
                    "HaraVariance",
                    "Σ (i − μ)² P / ((B − 1)/2)²",
                    "1",
                    DOCUMENTED,
                    m -> m.variance() / square((m.bins() - 1) / 2.0),
                    pooled("UR99", "glcm_SumSquares", "÷ ((B − 1)/2)²")),
            new Descriptor<>(
                    "sumAverage",
                    "(Σ k P_s + 2) / (2 B)",
                    "1",
                    CHOSEN,
                    m -> (mean(m.sums()) + 2) / (2.0 * m.bins()),
                    pooled("ZGXS", "glcm_SumAverage", "÷ 2 B")),
            new Descriptor<>(
                    "sumVariance",
                    "Σ (k − mean)² P_s / (B − 1)²",
                    "1",
                    DOCUMENTED,
                    m -> variance(m.sums()) / square(m.bins() - 1),
                    pooled("OEEB", "glcm_ClusterTendency", "÷ (B − 1)²")),
            new Descriptor<>(
                    "sumEntropy",
                    "−Σ P_s log₂ P_s / log₂(2 B − 1)",
                    "1",
                    CHOSEN,
                    m -> entropy(m.sums()) / StrictMath.log(2 * m.bins() - 1),
                    pooled("P6QZ", "glcm_SumEntropy", "÷ log₂(2 B − 1)")),
            new Descriptor<>(
                    "differenceVariance",
                    "Σ (k − mean)² P_d / ((B − 1)/2)²",
                    "1",
                    CHOSEN,
                    m -> variance(m.differences()) / square((m.bins() - 1) / 2.0),
                    pooled("D3YU", "glcm_DifferenceVariance", "÷ ((B − 1)/2)²")),
            new Descriptor<>(
                    "differenceEntropy",
                    "−Σ P_d log₂ P_d / log₂ B",
                    "1",
                    CHOSEN,
                    m -> entropy(m.differences()) / StrictMath.log(m.bins()),
                    pooled("NTRS", "glcm_DifferenceEntropy", "÷ log₂ B")),
            new Descriptor<>(
                    "inverseDifferenceMoment",
                    "Σ P(i, i)",
                    "1",
                    DOCUMENTED,
                    m -> m.sum((i, j, p) -> i == j ? p : 0),
                    unlike(IBSI, "WF0Z", "the diagonal only"),
                    unlike(PYRADIOMICS, "glcm_Idm", "the diagonal only")));

    private HaralickDescriptors() {}

    /** PyRadiomics averages over directions, where this pooling merges them. */
    private static Counterpart[] pooled(String id, String name, String scale) {
        String apart = scale.isEmpty() ? "" : ", " + scale;
        return new Counterpart[] {
            same(IBSI, id, Aggregation.SLICES_ALL_MERGED.text() + apart),
            same(PYRADIOMICS, name, "4 directions merged" + apart)
        };
    }

    private static double mean(double[] p) {
        double mean = 0;
        for (int k = 0; k < p.length; k++) mean += k * p[k];
        return mean;
    }

    private static double variance(double[] p) {
        double mean = mean(p);
        double variance = 0;
        for (int k = 0; k < p.length; k++) variance += square(k - mean) * p[k];
        return variance;
    }

    /** −Σ p ln p; NaN if a share is NaN. */
    private static double entropy(double[] p) {
        double entropy = 0;
        for (double share : p) {
            if (share != 0) entropy -= share * StrictMath.log(share);
        }
        return entropy;
    }

    private static double square(double x) {
        return x * x;
    }
}
