package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.same;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Source.ITK;

/**
 * The eight co-occurrence formulas of the AK catalogue, those of ITK 5.2.1 {@code HistogramToTextureFeaturesFilter}. p
 * are the cells, i and j the levels from 0, μ, s² and m_i the mean, variance and shares of the levels, B the number of
 * bins.
 *
 * <p>A direction without any pair has entropy 0 and no value (NaN) for the others.
 */
public final class CooccurrenceDescriptors {

    private static final String OF_SHARES = "mean and variance of the shares m_i, not of the levels";

    /** In the order of the catalogue. */
    public static final List<Descriptor<CooccurrenceMatrix>> ALL = List.of(
            named("GLCMEnergy", same("8ZQL", "glcm_JointEnergy")).is("Σ p²", "1", ITK, m -> m.sum((i, j, p) -> p * p)),
            named("GLCMEntropy", unlike("TU9B", "glcm_JointEntropy", "without the cells of p ≤ 0.0001"))
                    .is("−Σ p log₂ p over cells with p > 0.0001", "bit", DOCUMENTED, m -> entropyOfFrequentCells(m)),
            named("Inertia", same("ACUI", "glcm_Contrast"))
                    .is("Σ (i − j)² p", "1", DOCUMENTED, m -> m.sum((i, j, p) -> (double) (i - j) * (i - j) * p)),
            named("Correlation", unlike("NI2N", "glcm_Correlation", "divides by s⁴, not s²"))
                    .is("Σ (i − μ)(j − μ) p / s⁴; denominator 1 if s⁴ ≈ 0", "1", DOCUMENTED, m -> correlation(m)),
            named("InverseDifferenceMoment", same("WF0Z", "glcm_Idm"))
                    .is(
                            "Σ p / (1 + (i − j)²)",
                            "1",
                            ITK,
                            m -> m.sum((i, j, p) -> p / (1 + (double) (i - j) * (i - j)))),
            named("ClusterShade", same("7NFM", "glcm_ClusterShade"))
                    .is("Σ (i + j − 2μ)³ p", "1", ITK, m -> m.sum((i, j, p) -> cube(i + j - 2 * m.mean()) * p)),
            named("ClusterProminence", same("AE86", "glcm_ClusterProminence"))
                    .is(
                            "Σ (i + j − 2μ)⁴ p",
                            "1",
                            ITK,
                            m -> m.sum((i, j, p) -> square(square(i + j - 2 * m.mean())) * p)),
            named("HaralickCorrelation", unlike("NI2N", "glcm_Correlation", OF_SHARES))
                    .is("(Σ i j p − (1/B)²) / (Σ m_i² / B − (1/B)²)", "1", DOCUMENTED, m -> haralickCorrelation(m)));

    private CooccurrenceDescriptors() {}

    private static double entropyOfFrequentCells(CooccurrenceMatrix m) {
        if (m.total() == 0) return 0;
        return m.sum((i, j, p) -> p > 0.0001 ? -p * StrictMath.log(p) : 0) / StrictMath.log(2);
    }

    private static double correlation(CooccurrenceMatrix m) {
        double covariance = m.sum((i, j, p) -> (i - m.mean()) * (j - m.mean()) * p);
        double s4 = m.variance() * m.variance();
        // ITK's FloatAlmostEqual(s4, 0, 4, 2 * epsilon): a lesion of one level has correlation 0, not 0 / 0.
        return covariance / (s4 <= 2 * Math.ulp(1.0) ? 1 : s4);
    }

    private static double haralickCorrelation(CooccurrenceMatrix m) {
        double mean = 1.0 / m.bins();
        return (m.sum((i, j, p) -> (double) i * j * p) - mean * mean) / m.varianceOfMarginals();
    }

    private static double square(double x) {
        return x * x;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
