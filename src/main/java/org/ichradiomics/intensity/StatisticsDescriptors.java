package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.same;
import static org.ichradiomics.feature.IbsiDescriptor.unlike;

/** The 18 intensity-based statistics of IBSI 1 (UHIW) on the N intensities x of the intensity mask. */
public final class StatisticsDescriptors {

    /** In the order of the reference manual. */
    public static final List<IbsiDescriptor<Sample>> ALL = List.of(
            named("Q4LE", "stat_mean", "Mean intensity", same("firstorder_Mean"))
                    .is("μ = Σ x / N", "HU", Sample::mean),
            named("ECT3", "stat_var", "Intensity variance", same("firstorder_Variance"))
                    .is("σ² = Σ (x − μ)² / N", "HU²", Sample::variance),
            named("KE2A", "stat_skew", "Intensity skewness", same("firstorder_Skewness"))
                    .is("Σ (x − μ)³ / N / σ³; 0 if σ = 0", "1", Sample::skewness),
            named("IPH6", "stat_kurt", "(Excess) intensity kurtosis", unlike("firstorder_Kurtosis", "excess, 3 less"))
                    .is("Σ (x − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0", "1", Sample::kurtosis),
            named("Y12H", "stat_median", "Median intensity", same("firstorder_Median"))
                    .is("P50", "HU", Sample::median),
            named("1GSF", "stat_min", "Minimum intensity", same("firstorder_Minimum"))
                    .is("min x", "HU", Sample::min),
            named("QG58", "stat_p10", "10th intensity percentile", same("firstorder_10Percentile"))
                    .is("P10, linear between order statistics at (N − 1) p", "HU", s -> s.percentile(0.1)),
            named("8DWT", "stat_p90", "90th intensity percentile", same("firstorder_90Percentile"))
                    .is("P90, linear between order statistics at (N − 1) p", "HU", s -> s.percentile(0.9)),
            named("84IY", "stat_max", "Maximum intensity", same("firstorder_Maximum"))
                    .is("max x", "HU", Sample::max),
            named("SALO", "stat_iqr", "Intensity interquartile range", same("firstorder_InterquartileRange"))
                    .is("P75 − P25", "HU", Sample::interquartileRange),
            named("2OJQ", "stat_range", "Intensity range", same("firstorder_Range"))
                    .is("max x − min x", "HU", s -> s.max() - s.min()),
            named(
                            "4FUA",
                            "stat_mad",
                            "Intensity-based mean absolute deviation",
                            same("firstorder_MeanAbsoluteDeviation"))
                    .is("Σ |x − μ| / N", "HU", Sample::meanAbsoluteDeviation),
            named(
                            "1128",
                            "stat_rmad",
                            "Intensity-based robust mean absolute deviation",
                            same("firstorder_RobustMeanAbsoluteDeviation"))
                    .is("mean |y − mean y|, y the x in [P10, P90]", "HU", Sample::robustMeanAbsoluteDeviation),
            named("N72L", "stat_medad", "Intensity-based median absolute deviation")
                    .is("Σ |x − P50| / N", "HU", Sample::medianAbsoluteDeviation),
            named("7TET", "stat_cov", "Intensity-based coefficient of variation")
                    .is("σ / μ", "1", Sample::variationCoefficient),
            named("9S40", "stat_qcod", "Intensity-based quartile coefficient of dispersion")
                    .is("(P75 − P25) / (P75 + P25)", "1", Sample::quartileDispersion),
            named("N8CA", "stat_energy", "Intensity-based energy", same("firstorder_Energy"))
                    .is("Σ x²", "HU²", Sample::energy),
            named("5ZWQ", "stat_rms", "Root mean square intensity", same("firstorder_RootMeanSquared"))
                    .is("√(Σ x² / N)", "HU", Sample::rootMeanSquare));

    private StatisticsDescriptors() {}
}
