package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The 23 intensity-histogram formulas of IBSI 1 (ZVCW) on the N grey levels d of the intensity mask; n_i is the count
 * of level i, p_i = n_i / N, H′ the histogram's gradient over all levels 1..Ng.
 */
public final class LevelHistogramDescriptors {

    public static final List<IbsiDescriptor<LevelHistogram>> ALL = List.of(
            new IbsiDescriptor<>(
                    "X6K6",
                    "ih_mean",
                    "Mean discretised intensity",
                    "μ = Σ d / N",
                    "level",
                    h -> h.levels().mean()),
            new IbsiDescriptor<>(
                    "CH89",
                    "ih_var",
                    "Discretised intensity variance",
                    "σ² = Σ (d − μ)² / N",
                    "level²",
                    h -> h.levels().variance()),
            new IbsiDescriptor<>(
                    "88K1",
                    "ih_skew",
                    "Discretised intensity skewness",
                    "Σ (d − μ)³ / N / σ³; 0 if σ = 0",
                    "1",
                    h -> h.levels().skewness()),
            new IbsiDescriptor<>(
                    "C3I7",
                    "ih_kurt",
                    "(Excess) discretised intensity kurtosis",
                    "Σ (d − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0",
                    "1",
                    h -> h.levels().kurtosis()),
            new IbsiDescriptor<>(
                    "WIFQ",
                    "ih_median",
                    "Median discretised intensity",
                    "P50",
                    "level",
                    h -> h.levels().median()),
            new IbsiDescriptor<>(
                    "1PR8",
                    "ih_min",
                    "Minimum discretised intensity",
                    "min d",
                    "level",
                    h -> h.levels().min()),
            new IbsiDescriptor<>(
                    "GPMT",
                    "ih_p10",
                    "10th discretised intensity percentile",
                    "P10, linear between order statistics at (N − 1) p",
                    "level",
                    h -> h.levels().percentile(0.1)),
            new IbsiDescriptor<>(
                    "OZ0C",
                    "ih_p90",
                    "90th discretised intensity percentile",
                    "P90, linear between order statistics at (N − 1) p",
                    "level",
                    h -> h.levels().percentile(0.9)),
            new IbsiDescriptor<>(
                    "3NCY",
                    "ih_max",
                    "Maximum discretised intensity",
                    "max d = Ng",
                    "level",
                    h -> h.levels().max()),
            new IbsiDescriptor<>(
                    "AMMC",
                    "ih_mode",
                    "Intensity histogram mode",
                    "level with the largest n; of several the one nearest μ, then the lower",
                    "level",
                    LevelHistogram::mode),
            new IbsiDescriptor<>(
                    "WR0O",
                    "ih_iqr",
                    "Discretised intensity interquartile range",
                    "P75 − P25",
                    "level",
                    h -> h.levels().interquartileRange()),
            new IbsiDescriptor<>(
                    "5Z3W",
                    "ih_range",
                    "Discretised intensity range",
                    "max d − min d",
                    "level",
                    h -> h.levels().max() - h.levels().min()),
            new IbsiDescriptor<>(
                    "D2ZX",
                    "ih_mad",
                    "Intensity histogram mean absolute deviation",
                    "Σ |d − μ| / N",
                    "level",
                    h -> h.levels().meanAbsoluteDeviation()),
            new IbsiDescriptor<>(
                    "WRZB",
                    "ih_rmad",
                    "Intensity histogram robust mean absolute deviation",
                    "mean |y − mean y|, y the d in [P10, P90]",
                    "level",
                    h -> h.levels().robustMeanAbsoluteDeviation()),
            new IbsiDescriptor<>(
                    "4RNL",
                    "ih_medad",
                    "Intensity histogram median absolute deviation",
                    "Σ |d − P50| / N",
                    "level",
                    h -> h.levels().medianAbsoluteDeviation()),
            new IbsiDescriptor<>(
                    "CWYJ",
                    "ih_cov",
                    "Intensity histogram coefficient of variation",
                    "σ / μ",
                    "1",
                    h -> h.levels().variationCoefficient()),
            new IbsiDescriptor<>(
                    "SLWD",
                    "ih_qcod",
                    "Intensity histogram quartile coefficient of dispersion",
                    "(P75 − P25) / (P75 + P25)",
                    "1",
                    h -> h.levels().quartileDispersion()),
            new IbsiDescriptor<>(
                    "TLU2",
                    "ih_entropy",
                    "Discretised intensity entropy",
                    "−Σ p log₂ p",
                    "bit",
                    LevelHistogram::entropy,
                    same(PYRADIOMICS, "firstorder_Entropy")),
            new IbsiDescriptor<>(
                    "BJ5W",
                    "ih_uniformity",
                    "Discretised intensity uniformity",
                    "Σ p²",
                    "1",
                    LevelHistogram::uniformity,
                    same(PYRADIOMICS, "firstorder_Uniformity")),
            new IbsiDescriptor<>(
                    "12CE",
                    "ih_max_grad",
                    "Maximum histogram gradient",
                    "max H′, H′_i = (n_{i+1} − n_{i−1}) / 2, one-sided at both ends",
                    "voxels/level",
                    h -> h.gradient(h.steepestRise())),
            new IbsiDescriptor<>(
                    "8E6O",
                    "ih_max_grad_g",
                    "Maximum histogram gradient intensity",
                    "first level of max H′",
                    "level",
                    LevelHistogram::steepestRise),
            new IbsiDescriptor<>(
                    "VQB3",
                    "ih_min_grad",
                    "Minimum histogram gradient",
                    "min H′",
                    "voxels/level",
                    h -> h.gradient(h.steepestFall())),
            new IbsiDescriptor<>(
                    "RHQZ",
                    "ih_min_grad_g",
                    "Minimum histogram gradient intensity",
                    "first level of min H′",
                    "level",
                    LevelHistogram::steepestFall));

    private LevelHistogramDescriptors() {}
}
