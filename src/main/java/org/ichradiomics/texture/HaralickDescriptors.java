package org.ichradiomics.texture;

import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Source.DOCUMENTED;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

/**
 * The ten Haralick formulas of the AK catalogue, on one co-occurrence matrix P pooled over the four in-plane directions at
 * offset 1. P_s and P_d are the distributions of i + j and |i − j|; sums are scaled to their largest possible value. The
 * kit's spelling {@code HaraEntroy} is kept. Without any pair all are NaN.
 */
public final class HaralickDescriptors {

    public static final List<Descriptor<CooccurrenceMatrix>> ALL = List.of(
            new Descriptor<>("HaraEntroy", "−Σ P log₂ P / (2 log₂ B)", "1", CHOSEN,
                    m -> m.sum((i, j, p) -> -p * StrictMath.log(p)) / (2 * StrictMath.log(m.bins()))),
            new Descriptor<>("AngularSecondMoment", "Σ P²", "1", DOCUMENTED,
                    m -> m.sum((i, j, p) -> p * p)),
            new Descriptor<>("contrast", "Σ (i − j)² P / (B − 1)²", "1", DOCUMENTED,
                    m -> m.sum((i, j, p) -> (double) (i - j) * (i - j) * p) / square(m.bins() - 1)),
            new Descriptor<>("HaraVariance", "Σ (i − μ)² P / ((B − 1)/2)²", "1", DOCUMENTED,
                    m -> m.variance() / square((m.bins() - 1) / 2.0)),
            new Descriptor<>("sumAverage", "(Σ k P_s + 2) / (2 B)", "1", CHOSEN,
                    m -> (mean(m.sums()) + 2) / (2.0 * m.bins())),
            new Descriptor<>("sumVariance", "Σ (k − mean)² P_s / (B − 1)²", "1", DOCUMENTED,
                    m -> variance(m.sums()) / square(m.bins() - 1)),
            new Descriptor<>("sumEntropy", "−Σ P_s log₂ P_s / log₂(2 B − 1)", "1", CHOSEN,
                    m -> entropy(m.sums()) / StrictMath.log(2 * m.bins() - 1)),
            new Descriptor<>("differenceVariance", "Σ (k − mean)² P_d / ((B − 1)/2)²", "1", CHOSEN,
                    m -> variance(m.differences()) / square((m.bins() - 1) / 2.0)),
            new Descriptor<>("differenceEntropy", "−Σ P_d log₂ P_d / log₂ B", "1", CHOSEN,
                    m -> entropy(m.differences()) / StrictMath.log(m.bins())),
            new Descriptor<>("inverseDifferenceMoment", "Σ P(i, i)", "1", DOCUMENTED,
                    m -> m.sum((i, j, p) -> i == j ? p : 0)));

    private HaralickDescriptors() {
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
