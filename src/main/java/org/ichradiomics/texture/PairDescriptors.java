package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.same;

/**
 * The 25 formulas of IBSI's GLCM (LFYI). p are the cells, μ and σ² the mean and variance of their level, p₋ and p₊ the
 * distributions of |i − j| and i + j, Ng the highest level of the lesion, HX and HXY the entropies of the levels and of
 * the cells. Without any pair all are NaN.
 *
 * <p>IBSI leaves two cases of a lesion of one level open: its correlation is 1 here and its information correlation 1
 * is 0.
 */
final class PairDescriptors {

    static final List<IbsiDescriptor<PairMatrix>> ALL = List.of(
            named("GYBY", "cm_joint_max", "Joint maximum", same("glcm_MaximumProbability"))
                    .is("max p(i, j)", "1", PairMatrix::max),
            named("60VM", "cm_joint_avg", "Joint average", same("glcm_JointAverage"))
                    .is("μ = Σ i p(i, j)", "1", m -> mean(m)),
            named("UR99", "cm_joint_var", "Joint variance", same("glcm_SumSquares"))
                    .is("σ² = Σ (i − μ)² p(i, j)", "1", m -> variance(m)),
            named("TU9B", "cm_joint_entr", "Joint entropy", same("glcm_JointEntropy"))
                    .is("HXY = −Σ p(i, j) log₂ p(i, j)", "bit", PairMatrix::entropy),
            named("TF7R", "cm_diff_avg", "Difference average", same("glcm_DifferenceAverage"))
                    .is("Σ k p₋(k)", "1", m -> Distribution.mean(m.differences())),
            named("D3YU", "cm_diff_var", "Difference variance", same("glcm_DifferenceVariance"))
                    .is("Σ (k − Σ k p₋(k))² p₋(k)", "1", m -> Distribution.variance(m.differences())),
            named("NTRS", "cm_diff_entr", "Difference entropy", same("glcm_DifferenceEntropy"))
                    .is("−Σ p₋(k) log₂ p₋(k)", "bit", m -> Distribution.entropy(m.differences())),
            named("ZGXS", "cm_sum_avg", "Sum average", same("glcm_SumAverage"))
                    .is("Σ k p₊(k)", "1", m -> Distribution.mean(m.sums())),
            named("OEEB", "cm_sum_var", "Sum variance", same("glcm_ClusterTendency"))
                    .is("Σ (k − Σ k p₊(k))² p₊(k)", "1", m -> Distribution.variance(m.sums())),
            named("P6QZ", "cm_sum_entr", "Sum entropy", same("glcm_SumEntropy"))
                    .is("−Σ p₊(k) log₂ p₊(k)", "bit", m -> Distribution.entropy(m.sums())),
            named("8ZQL", "cm_energy", "Angular second moment", same("glcm_JointEnergy"))
                    .is("Σ p(i, j)²", "1", m -> m.sum((i, j, p) -> p * p)),
            named("ACUI", "cm_contrast", "Contrast", same("glcm_Contrast"))
                    .is("Σ (i − j)² p(i, j)", "1", m -> m.sum((i, j, p) -> square(i - j) * p)),
            named("8S9J", "cm_dissimilarity", "Dissimilarity", same("glcm_DifferenceAverage"))
                    .is("Σ |i − j| p(i, j)", "1", m -> m.sum((i, j, p) -> Math.abs(i - j) * p)),
            named("IB1Z", "cm_inv_diff", "Inverse difference", same("glcm_Id"))
                    .is("Σ p(i, j) / (1 + |i − j|)", "1", m -> m.sum((i, j, p) -> p / (1 + Math.abs(i - j)))),
            named("NDRX", "cm_inv_diff_norm", "Normalised inverse difference", same("glcm_Idn"))
                    .is(
                            "Σ p(i, j) / (1 + |i − j| / Ng)",
                            "1",
                            m -> m.sum((i, j, p) -> p / (1 + Math.abs(i - j) / m.highest()))),
            named("WF0Z", "cm_inv_diff_mom", "Inverse difference moment", same("glcm_Idm"))
                    .is("Σ p(i, j) / (1 + (i − j)²)", "1", m -> m.sum((i, j, p) -> p / (1 + square(i - j)))),
            named("1QCO", "cm_inv_diff_mom_norm", "Normalised inverse difference moment", same("glcm_Idmn"))
                    .is(
                            "Σ p(i, j) / (1 + (i − j)² / Ng²)",
                            "1",
                            m -> m.sum((i, j, p) -> p / (1 + square((i - j) / m.highest())))),
            named("E8JP", "cm_inv_var", "Inverse variance", same("glcm_InverseVariance"))
                    .is(
                            "Σ p(i, j) / (i − j)² over i ≠ j",
                            "1",
                            m -> m.sum((i, j, p) -> i == j ? 0 : p / square(i - j))),
            named("NI2N", "cm_corr", "Correlation", same("glcm_Correlation"))
                    .is("Σ (i − μ)(j − μ) p(i, j) / σ²; 1 where σ² = 0", "1", m -> correlation(m)),
            named("QWB0", "cm_auto_corr", "Autocorrelation", same("glcm_Autocorrelation"))
                    .is("Σ i j p(i, j)", "1", m -> m.sum((i, j, p) -> i * j * p)),
            named("DG8W", "cm_clust_tend", "Cluster tendency", same("glcm_ClusterTendency"))
                    .is("Σ (i + j − 2μ)² p(i, j)", "1", m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(i + j - centre) * p);
                    }),
            named("7NFM", "cm_clust_shade", "Cluster shade", same("glcm_ClusterShade"))
                    .is("Σ (i + j − 2μ)³ p(i, j)", "1", m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(i + j - centre) * (i + j - centre) * p);
                    }),
            named("AE86", "cm_clust_prom", "Cluster prominence", same("glcm_ClusterProminence"))
                    .is("Σ (i + j − 2μ)⁴ p(i, j)", "1", m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(square(i + j - centre)) * p);
                    }),
            named("R8DG", "cm_info_corr1", "Information correlation 1", same("glcm_Imc1"))
                    .is("(HXY − 2 HX) / HX; 0 where HX = 0", "1", m -> informationCorrelation1(m)),
            named("JN9H", "cm_info_corr2", "Information correlation 2", same("glcm_Imc2"))
                    .is("√(1 − exp(−2 (2 HX − HXY)))", "1", m -> informationCorrelation2(m)));

    private PairDescriptors() {}

    private static double mean(PairMatrix m) {
        return Distribution.mean(m.marginals());
    }

    private static double variance(PairMatrix m) {
        return Distribution.variance(m.marginals());
    }

    private static double correlation(PairMatrix m) {
        double mean = mean(m);
        double variance = variance(m);
        return variance == 0 ? 1 : m.sum((i, j, p) -> (i - mean) * (j - mean) * p) / variance;
    }

    /**
     * The manual's HXY1 = −Σ p(i, j) log₂ (p(i) p(j)) is 2 HX, because the marginals of p are p(i) and the logarithm of
     * a product is a sum; so is HXY2 = −Σ p(i) p(j) log₂ (p(i) p(j)).
     */
    private static double informationCorrelation1(PairMatrix m) {
        double hx = Distribution.entropy(m.marginals());
        return hx == 0 ? 0 : (m.entropy() - 2 * hx) / hx;
    }

    /**
     * The entropies are in bits, the exponential is natural. HXY is 2 HX at the most, but rounding may lift it above.
     */
    private static double informationCorrelation2(PairMatrix m) {
        double shared = 2 * Distribution.entropy(m.marginals()) - m.entropy();
        return StrictMath.sqrt(-StrictMath.expm1(-2 * Math.max(0, shared)));
    }

    private static double square(double x) {
        return x * x;
    }
}
