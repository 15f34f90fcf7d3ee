package org.ichradiomics.texture;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

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
            descriptor(
                    "GYBY",
                    "cm_joint_max",
                    "Joint maximum",
                    "max p(i, j)",
                    PairMatrix::max,
                    same(PYRADIOMICS, "glcm_MaximumProbability")),
            descriptor(
                    "60VM",
                    "cm_joint_avg",
                    "Joint average",
                    "μ = Σ i p(i, j)",
                    PairDescriptors::mean,
                    same(PYRADIOMICS, "glcm_JointAverage")),
            descriptor(
                    "UR99",
                    "cm_joint_var",
                    "Joint variance",
                    "σ² = Σ (i − μ)² p(i, j)",
                    PairDescriptors::variance,
                    same(PYRADIOMICS, "glcm_SumSquares")),
            inBits(
                    "TU9B",
                    "cm_joint_entr",
                    "Joint entropy",
                    "HXY = −Σ p(i, j) log₂ p(i, j)",
                    PairDescriptors::jointEntropy,
                    same(PYRADIOMICS, "glcm_JointEntropy")),
            descriptor(
                    "TF7R",
                    "cm_diff_avg",
                    "Difference average",
                    "Σ k p₋(k)",
                    m -> ofDistribution(m, Distribution.mean(m.differences())),
                    same(PYRADIOMICS, "glcm_DifferenceAverage")),
            descriptor(
                    "D3YU",
                    "cm_diff_var",
                    "Difference variance",
                    "Σ (k − Σ k p₋(k))² p₋(k)",
                    m -> ofDistribution(m, Distribution.variance(m.differences())),
                    same(PYRADIOMICS, "glcm_DifferenceVariance")),
            inBits(
                    "NTRS",
                    "cm_diff_entr",
                    "Difference entropy",
                    "−Σ p₋(k) log₂ p₋(k)",
                    m -> ofDistribution(m, Distribution.entropy(m.differences())),
                    same(PYRADIOMICS, "glcm_DifferenceEntropy")),
            descriptor(
                    "ZGXS",
                    "cm_sum_avg",
                    "Sum average",
                    "Σ k p₊(k)",
                    m -> ofDistribution(m, Distribution.mean(m.sums())),
                    same(PYRADIOMICS, "glcm_SumAverage")),
            descriptor(
                    "OEEB",
                    "cm_sum_var",
                    "Sum variance",
                    "Σ (k − Σ k p₊(k))² p₊(k)",
                    m -> ofDistribution(m, Distribution.variance(m.sums())),
                    same(PYRADIOMICS, "glcm_ClusterTendency")),
            inBits(
                    "P6QZ",
                    "cm_sum_entr",
                    "Sum entropy",
                    "−Σ p₊(k) log₂ p₊(k)",
                    m -> ofDistribution(m, Distribution.entropy(m.sums())),
                    same(PYRADIOMICS, "glcm_SumEntropy")),
            descriptor(
                    "8ZQL",
                    "cm_energy",
                    "Angular second moment",
                    "Σ p(i, j)²",
                    m -> m.sum((i, j, p) -> p * p),
                    same(PYRADIOMICS, "glcm_JointEnergy")),
            descriptor(
                    "ACUI",
                    "cm_contrast",
                    "Contrast",
                    "Σ (i − j)² p(i, j)",
                    m -> m.sum((i, j, p) -> square(i - j) * p),
                    same(PYRADIOMICS, "glcm_Contrast")),
            descriptor(
                    "8S9J",
                    "cm_dissimilarity",
                    "Dissimilarity",
                    "Σ |i − j| p(i, j)",
                    m -> m.sum((i, j, p) -> Math.abs(i - j) * p),
                    same(PYRADIOMICS, "glcm_DifferenceAverage")),
            descriptor(
                    "IB1Z",
                    "cm_inv_diff",
                    "Inverse difference",
                    "Σ p(i, j) / (1 + |i − j|)",
                    m -> m.sum((i, j, p) -> p / (1 + Math.abs(i - j))),
                    same(PYRADIOMICS, "glcm_Id")),
            descriptor(
                    "NDRX",
                    "cm_inv_diff_norm",
                    "Normalised inverse difference",
                    "Σ p(i, j) / (1 + |i − j| / Ng)",
                    m -> m.sum((i, j, p) -> p / (1 + Math.abs(i - j) / m.highest())),
                    same(PYRADIOMICS, "glcm_Idn")),
            descriptor(
                    "WF0Z",
                    "cm_inv_diff_mom",
                    "Inverse difference moment",
                    "Σ p(i, j) / (1 + (i − j)²)",
                    m -> m.sum((i, j, p) -> p / (1 + square(i - j))),
                    same(PYRADIOMICS, "glcm_Idm")),
            descriptor(
                    "1QCO",
                    "cm_inv_diff_mom_norm",
                    "Normalised inverse difference moment",
                    "Σ p(i, j) / (1 + (i − j)² / Ng²)",
                    m -> m.sum((i, j, p) -> p / (1 + square((i - j) / m.highest()))),
                    same(PYRADIOMICS, "glcm_Idmn")),
            descriptor(
                    "E8JP",
                    "cm_inv_var",
                    "Inverse variance",
                    "Σ p(i, j) / (i − j)² over i ≠ j",
                    m -> m.sum((i, j, p) -> i == j ? 0 : p / square(i - j)),
                    same(PYRADIOMICS, "glcm_InverseVariance")),
            descriptor(
                    "NI2N",
                    "cm_corr",
                    "Correlation",
                    "Σ (i − μ)(j − μ) p(i, j) / σ²; 1 where σ² = 0",
                    PairDescriptors::correlation,
                    same(PYRADIOMICS, "glcm_Correlation")),
            descriptor(
                    "QWB0",
                    "cm_auto_corr",
                    "Autocorrelation",
                    "Σ i j p(i, j)",
                    m -> m.sum((i, j, p) -> i * j * p),
                    same(PYRADIOMICS, "glcm_Autocorrelation")),
            descriptor(
                    "DG8W",
                    "cm_clust_tend",
                    "Cluster tendency",
                    "Σ (i + j − 2μ)² p(i, j)",
                    m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(i + j - centre) * p);
                    },
                    same(PYRADIOMICS, "glcm_ClusterTendency")),
            descriptor(
                    "7NFM",
                    "cm_clust_shade",
                    "Cluster shade",
                    "Σ (i + j − 2μ)³ p(i, j)",
                    m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(i + j - centre) * (i + j - centre) * p);
                    },
                    same(PYRADIOMICS, "glcm_ClusterShade")),
            descriptor(
                    "AE86",
                    "cm_clust_prom",
                    "Cluster prominence",
                    "Σ (i + j − 2μ)⁴ p(i, j)",
                    m -> {
                        double centre = 2 * mean(m);
                        return m.sum((i, j, p) -> square(square(i + j - centre)) * p);
                    },
                    same(PYRADIOMICS, "glcm_ClusterProminence")),
            descriptor(
                    "R8DG",
                    "cm_info_corr1",
                    "Information correlation 1",
                    "(HXY − 2 HX) / HX; 0 where HX = 0",
                    PairDescriptors::informationCorrelation1,
                    same(PYRADIOMICS, "glcm_Imc1")),
            descriptor(
                    "JN9H",
                    "cm_info_corr2",
                    "Information correlation 2",
                    "√(1 − exp(−2 (2 HX − HXY)))",
                    PairDescriptors::informationCorrelation2,
                    same(PYRADIOMICS, "glcm_Imc2")));

    private PairDescriptors() {}

    private static double mean(PairMatrix m) {
        return ofDistribution(m, Distribution.mean(m.marginals()));
    }

    private static double variance(PairMatrix m) {
        return ofDistribution(m, Distribution.variance(m.marginals()));
    }

    private static double jointEntropy(PairMatrix m) {
        // 0 − sum, not −sum: a single cell has entropy 0, not −0.
        return (0 - m.sum((i, j, p) -> p * StrictMath.log(p))) / StrictMath.log(2);
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
        return hx == 0 ? ofDistribution(m, 0) : (jointEntropy(m) - 2 * hx) / hx;
    }

    /**
     * The entropies are in bits, the exponential is natural. HXY is 2 HX at the most, but rounding may lift it above.
     */
    private static double informationCorrelation2(PairMatrix m) {
        double shared = 2 * Distribution.entropy(m.marginals()) - jointEntropy(m);
        return ofDistribution(m, StrictMath.sqrt(-StrictMath.expm1(-2 * Math.max(0, shared))));
    }

    /** A sum over a distribution; without pairs there is none. */
    private static double ofDistribution(PairMatrix m, double value) {
        return m.isEmpty() ? Double.NaN : value;
    }

    private static double square(double x) {
        return x * x;
    }

    private static IbsiDescriptor<PairMatrix> descriptor(
            String id,
            String tag,
            String title,
            String formula,
            ToDoubleFunction<PairMatrix> value,
            Counterpart... counterparts) {
        return new IbsiDescriptor<>(id, tag, title, formula, "1", value, counterparts);
    }

    private static IbsiDescriptor<PairMatrix> inBits(
            String id,
            String tag,
            String title,
            String formula,
            ToDoubleFunction<PairMatrix> value,
            Counterpart... counterparts) {
        return new IbsiDescriptor<>(id, tag, title, formula, "bit", value, counterparts);
    }
}
