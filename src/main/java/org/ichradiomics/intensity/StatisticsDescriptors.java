package org.ichradiomics.intensity;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

/** The 18 intensity-based statistics of IBSI 1 (UHIW) on the N intensities x of the intensity mask. */
public final class StatisticsDescriptors {

    public static final List<IbsiDescriptor<Sample>> ALL = List.of(
            new IbsiDescriptor<>("Q4LE", "stat_mean", "Mean intensity", "μ = Σ x / N", "HU", Sample::mean),
            new IbsiDescriptor<>("ECT3", "stat_var", "Intensity variance", "σ² = Σ (x − μ)² / N", "HU²", Sample::variance),
            new IbsiDescriptor<>("KE2A", "stat_skew", "Intensity skewness", "Σ (x − μ)³ / N / σ³; 0 if σ = 0", "1", Sample::skewness),
            new IbsiDescriptor<>("IPH6", "stat_kurt", "(Excess) intensity kurtosis", "Σ (x − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0", "1", Sample::kurtosis),
            new IbsiDescriptor<>("Y12H", "stat_median", "Median intensity", "P50", "HU", Sample::median),
            new IbsiDescriptor<>("1GSF", "stat_min", "Minimum intensity", "min x", "HU", Sample::min),
            new IbsiDescriptor<>("QG58", "stat_p10", "10th intensity percentile", "P10, linear between order statistics at (N − 1) p", "HU", s -> s.percentile(0.1)),
            new IbsiDescriptor<>("8DWT", "stat_p90", "90th intensity percentile", "P90, linear between order statistics at (N − 1) p", "HU", s -> s.percentile(0.9)),
            new IbsiDescriptor<>("84IY", "stat_max", "Maximum intensity", "max x", "HU", Sample::max),
            new IbsiDescriptor<>("SALO", "stat_iqr", "Intensity interquartile range", "P75 − P25", "HU", Sample::interquartileRange),
            new IbsiDescriptor<>("2OJQ", "stat_range", "Intensity range", "max x − min x", "HU", s -> s.max() - s.min()),
            new IbsiDescriptor<>("4FUA", "stat_mad", "Intensity-based mean absolute deviation", "Σ |x − μ| / N", "HU", Sample::meanAbsoluteDeviation),
            new IbsiDescriptor<>("1128", "stat_rmad", "Intensity-based robust mean absolute deviation", "mean |y − mean y|, y the x in [P10, P90]", "HU",
                    Sample::robustMeanAbsoluteDeviation),
            new IbsiDescriptor<>("N72L", "stat_medad", "Intensity-based median absolute deviation", "Σ |x − P50| / N", "HU", Sample::medianAbsoluteDeviation),
            new IbsiDescriptor<>("7TET", "stat_cov", "Intensity-based coefficient of variation", "σ / μ", "1", Sample::variationCoefficient),
            new IbsiDescriptor<>("9S40", "stat_qcod", "Intensity-based quartile coefficient of dispersion", "(P75 − P25) / (P75 + P25)", "1", Sample::quartileDispersion),
            new IbsiDescriptor<>("N8CA", "stat_energy", "Intensity-based energy", "Σ x²", "HU²", Sample::energy),
            new IbsiDescriptor<>("5ZWQ", "stat_rms", "Root mean square intensity", "√(Σ x² / N)", "HU", Sample::rootMeanSquare));

    private StatisticsDescriptors() {
    }
}
