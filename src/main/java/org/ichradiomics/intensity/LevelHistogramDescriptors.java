package org.ichradiomics.intensity;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.same;

/**
 * The 23 intensity-histogram formulas of IBSI 1 (ZVCW) on the N grey levels d of the intensity mask; n_i is the count
 * of level i, p_i = n_i / N, H′ the histogram's gradient over all levels 1..Ng.
 */
public final class LevelHistogramDescriptors {

    /** In the order of the reference manual. */
    public static final List<IbsiDescriptor<LevelHistogram>> ALL = List.of(
            named("X6K6", "ih_mean", "Mean discretised intensity").is("μ = Σ d / N", "level", levels(Sample::mean)),
            named("CH89", "ih_var", "Discretised intensity variance")
                    .is("σ² = Σ (d − μ)² / N", "level²", levels(Sample::variance)),
            named("88K1", "ih_skew", "Discretised intensity skewness")
                    .is("Σ (d − μ)³ / N / σ³; 0 if σ = 0", "1", levels(Sample::skewness)),
            named("C3I7", "ih_kurt", "(Excess) discretised intensity kurtosis")
                    .is("Σ (d − μ)⁴ / N / σ⁴ − 3; 0 if σ = 0", "1", levels(Sample::kurtosis)),
            named("WIFQ", "ih_median", "Median discretised intensity").is("P50", "level", levels(Sample::median)),
            named("1PR8", "ih_min", "Minimum discretised intensity").is("min d", "level", levels(Sample::min)),
            named("GPMT", "ih_p10", "10th discretised intensity percentile")
                    .is("P10, linear between order statistics at (N − 1) p", "level", levels(d -> d.percentile(0.1))),
            named("OZ0C", "ih_p90", "90th discretised intensity percentile")
                    .is("P90, linear between order statistics at (N − 1) p", "level", levels(d -> d.percentile(0.9))),
            named("3NCY", "ih_max", "Maximum discretised intensity").is("max d = Ng", "level", levels(Sample::max)),
            named("AMMC", "ih_mode", "Intensity histogram mode")
                    .is(
                            "level with the largest n; of several the one nearest μ, then the lower",
                            "level",
                            LevelHistogram::mode),
            named("WR0O", "ih_iqr", "Discretised intensity interquartile range")
                    .is("P75 − P25", "level", levels(Sample::interquartileRange)),
            named("5Z3W", "ih_range", "Discretised intensity range")
                    .is("max d − min d", "level", levels(d -> d.max() - d.min())),
            named("D2ZX", "ih_mad", "Intensity histogram mean absolute deviation")
                    .is("Σ |d − μ| / N", "level", levels(Sample::meanAbsoluteDeviation)),
            named("WRZB", "ih_rmad", "Intensity histogram robust mean absolute deviation")
                    .is(
                            "mean |y − mean y|, y the d in [P10, P90]",
                            "level",
                            levels(Sample::robustMeanAbsoluteDeviation)),
            named("4RNL", "ih_medad", "Intensity histogram median absolute deviation")
                    .is("Σ |d − P50| / N", "level", levels(Sample::medianAbsoluteDeviation)),
            named("CWYJ", "ih_cov", "Intensity histogram coefficient of variation")
                    .is("σ / μ", "1", levels(Sample::variationCoefficient)),
            named("SLWD", "ih_qcod", "Intensity histogram quartile coefficient of dispersion")
                    .is("(P75 − P25) / (P75 + P25)", "1", levels(Sample::quartileDispersion)),
            named("TLU2", "ih_entropy", "Discretised intensity entropy", same("firstorder_Entropy"))
                    .is("−Σ p log₂ p", "bit", LevelHistogram::entropy),
            named("BJ5W", "ih_uniformity", "Discretised intensity uniformity", same("firstorder_Uniformity"))
                    .is("Σ p²", "1", LevelHistogram::uniformity),
            named("12CE", "ih_max_grad", "Maximum histogram gradient")
                    .is(
                            "max H′, H′_i = (n_{i+1} − n_{i−1}) / 2, one-sided at both ends",
                            "voxels/level",
                            h -> h.gradient(h.steepestRise())),
            named("8E6O", "ih_max_grad_g", "Maximum histogram gradient intensity")
                    .is("first level of max H′", "level", LevelHistogram::steepestRise),
            named("VQB3", "ih_min_grad", "Minimum histogram gradient")
                    .is("min H′", "voxels/level", h -> h.gradient(h.steepestFall())),
            named("RHQZ", "ih_min_grad_g", "Minimum histogram gradient intensity")
                    .is("first level of min H′", "level", LevelHistogram::steepestFall));

    private LevelHistogramDescriptors() {}

    /** A statistic on the levels themselves. */
    private static ToDoubleFunction<LevelHistogram> levels(ToDoubleFunction<Sample> statistic) {
        return h -> statistic.applyAsDouble(h.levels());
    }
}
