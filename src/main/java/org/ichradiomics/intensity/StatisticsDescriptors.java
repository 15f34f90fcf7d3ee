package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Counterpart.unlike;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/** The 18 intensity-based statistics of IBSI 1 (UHIW) on the N intensities x of the intensity mask. */
public final class StatisticsDescriptors {

    public static final List<IbsiDescriptor<Sample>> ALL = List.of(
            new IbsiDescriptor<>(
                    "Q4LE",
                    "stat_mean",
                    "Mean intensity",
                    "μ = Σ x / N",
                    "HU",
                    Sample::mean,
                    same(PYRADIOMICS, "firstorder_Mean")),
            new IbsiDescriptor<>(
                    "ECT3",
                    "stat_var",
                    "Intensity variance",
                    "σ² = Σ (x − μ)² / N",
                    "HU²",
                    Sample::variance,
                    same(PYRADIOMICS, "firstorder_Variance")),
            new IbsiDescriptor<>(
                    "KE2A",
                    "stat_skew",
                    "Intensity skewness",
                    "Σ (x − μ)³ / N / σ³; 0 if σ = 0",
                    "1",
                    Sample::skewness,
                    same(PYRADIOMICS, "firstorder_Skewness")),
            new IbsiDescriptor<>(
                    "IPH6",
                    "stat_kurt",
                    "(Excess) intensity kurtosis",
                    "Σ (x − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0",
                    "1",
                    Sample::kurtosis,
                    unlike(PYRADIOMICS, "firstorder_Kurtosis", "excess, 3 less")),
            new IbsiDescriptor<>(
                    "Y12H",
                    "stat_median",
                    "Median intensity",
                    "P50",
                    "HU",
                    Sample::median,
                    same(PYRADIOMICS, "firstorder_Median")),
            new IbsiDescriptor<>(
                    "1GSF",
                    "stat_min",
                    "Minimum intensity",
                    "min x",
                    "HU",
                    Sample::min,
                    same(PYRADIOMICS, "firstorder_Minimum")),
            new IbsiDescriptor<>(
                    "QG58",
                    "stat_p10",
                    "10th intensity percentile",
                    "P10, linear between order statistics at (N − 1) p",
                    "HU",
                    s -> s.percentile(0.1),
                    same(PYRADIOMICS, "firstorder_10Percentile")),
            new IbsiDescriptor<>(
                    "8DWT",
                    "stat_p90",
                    "90th intensity percentile",
                    "P90, linear between order statistics at (N − 1) p",
                    "HU",
                    s -> s.percentile(0.9),
                    same(PYRADIOMICS, "firstorder_90Percentile")),
            new IbsiDescriptor<>(
                    "84IY",
                    "stat_max",
                    "Maximum intensity",
                    "max x",
                    "HU",
                    Sample::max,
                    same(PYRADIOMICS, "firstorder_Maximum")),
            new IbsiDescriptor<>(
                    "SALO",
                    "stat_iqr",
                    "Intensity interquartile range",
                    "P75 − P25",
                    "HU",
                    Sample::interquartileRange,
                    same(PYRADIOMICS, "firstorder_InterquartileRange")),
            new IbsiDescriptor<>(
                    "2OJQ",
                    "stat_range",
                    "Intensity range",
                    "max x − min x",
                    "HU",
                    s -> s.max() - s.min(),
                    same(PYRADIOMICS, "firstorder_Range")),
            new IbsiDescriptor<>(
                    "4FUA",
                    "stat_mad",
                    "Intensity-based mean absolute deviation",
                    "Σ |x − μ| / N",
                    "HU",
                    Sample::meanAbsoluteDeviation,
                    same(PYRADIOMICS, "firstorder_MeanAbsoluteDeviation")),
            new IbsiDescriptor<>(
                    "1128",
                    "stat_rmad",
                    "Intensity-based robust mean absolute deviation",
                    "mean |y − mean y|, y the x in [P10, P90]",
                    "HU",
                    Sample::robustMeanAbsoluteDeviation,
                    same(PYRADIOMICS, "firstorder_RobustMeanAbsoluteDeviation")),
            new IbsiDescriptor<>(
                    "N72L",
                    "stat_medad",
                    "Intensity-based median absolute deviation",
                    "Σ |x − P50| / N",
                    "HU",
                    Sample::medianAbsoluteDeviation),
            new IbsiDescriptor<>(
                    "7TET",
                    "stat_cov",
                    "Intensity-based coefficient of variation",
                    "σ / μ",
                    "1",
                    Sample::variationCoefficient),
            new IbsiDescriptor<>(
                    "9S40",
                    "stat_qcod",
                    "Intensity-based quartile coefficient of dispersion",
                    "(P75 − P25) / (P75 + P25)",
                    "1",
                    Sample::quartileDispersion),
            new IbsiDescriptor<>(
                    "N8CA",
                    "stat_energy",
                    "Intensity-based energy",
                    "Σ x²",
                    "HU²",
                    Sample::energy,
                    same(PYRADIOMICS, "firstorder_Energy")),
            new IbsiDescriptor<>(
                    "5ZWQ",
                    "stat_rms",
                    "Root mean square intensity",
                    "√(Σ x² / N)",
                    "HU",
                    Sample::rootMeanSquare,
                    same(PYRADIOMICS, "firstorder_RootMeanSquared")));

    private StatisticsDescriptors() {}
}
