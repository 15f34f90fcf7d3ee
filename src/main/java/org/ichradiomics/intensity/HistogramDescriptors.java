package org.ichradiomics.intensity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.same;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Source.ITK;
import static org.ichradiomics.feature.Vocabulary.IBSI;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The 42 histogram formulas of the AK catalogue. x are the N values of the lesion in HU, h and q the counts and shares
 * of the bins, Q(p) is ITK's quantile. Names are the vendor kit's, also where they mislead: {@code uniformity} is not Σ
 * q².
 */
public final class HistogramDescriptors {

    private static final String WITH_N_LESS_1 = "variance with N − 1, not N";
    private static final String WITHOUT_HIGH = "the voxels of the highest value are left out";
    private static final String WITHIN_BIN = "a place within a bin of the histogram, not among the values";

    /** What else lies at a share p: a place among the values. */
    private static final Map<Double, List<Counterpart>> SAME_SHARE = Map.of(
            0.1, unlike("QG58", "firstorder_10Percentile", WITHIN_BIN),
            0.5, unlike("Y12H", "firstorder_Median", WITHIN_BIN),
            0.9, unlike("8DWT", "firstorder_90Percentile", WITHIN_BIN));

    private static final List<Descriptor<IntensityHistogram>> STATISTICS = List.of(
            named("MinIntensity", same("1GSF", "firstorder_Minimum")).is("min x", "HU", DOCUMENTED, h -> h.min()),
            named("MaxIntensity", same("84IY", "firstorder_Maximum")).is("max x", "HU", DOCUMENTED, h -> h.max()),
            named("MedianIntensity", unlike("Y12H", "firstorder_Median", "centre of a bin of the histogram"))
                    .is(
                            "centre of the first bin b with Σ_{k≤b} h_k > ⌊N/2⌋, the maximum included",
                            "HU",
                            DOCUMENTED,
                            h -> h.medianBinCentre()),
            named("MeanValue", same("Q4LE", "firstorder_Mean")).is("Σ x / N", "HU", DOCUMENTED, h -> h.mean()),
            named("stdDeviation", Counterpart.unlike(PYRADIOMICS, "firstorder_StandardDeviation", WITH_N_LESS_1))
                    .is("√Variance", "HU", DOCUMENTED, h -> Math.sqrt(h.variance())),
            named("Variance", unlike("ECT3", "firstorder_Variance", "divides by N − 1, not N"))
                    .is("Σ (x − mean)² / (N − 1); 0 if N = 1", "HU²", ITK, h -> h.variance()),
            named("VolumeCount").is("N", "voxels", DOCUMENTED, h -> h.size()),
            named("VoxelValueSum").is("Σ x", "HU", DOCUMENTED, h -> h.sum()),
            named("Range", same("2OJQ", "firstorder_Range"))
                    .is("max x − min x", "HU", DOCUMENTED, h -> h.max() - h.min()),
            named("RMS", same("5ZWQ", "firstorder_RootMeanSquared"))
                    .is("√(Σ x² / N)", "HU", DOCUMENTED, h -> h.rootMeanSquare()),
            named("MeanDeviation", unlike("4FUA", "firstorder_MeanAbsoluteDeviation", "deviations keep their sign"))
                    .is("Σ (x − mean) / N = 0", "HU", DOCUMENTED, h -> 0),
            named("RelativeDeviation").is("Σ (x − mean) = 0", "HU", DOCUMENTED, h -> 0),
            named("skewness", unlike("KE2A", "firstorder_Skewness", WITH_N_LESS_1))
                    .is("(Σ (x − mean)³ / N) / Variance^1.5; 0 if Variance = 0", "1", ITK, h -> h.skewness()),
            named(
                            "kurtosis",
                            List.of(
                                    Counterpart.unlike(IBSI, "IPH6", WITH_N_LESS_1),
                                    Counterpart.unlike(
                                            PYRADIOMICS, "firstorder_Kurtosis", "excess, 3 less; " + WITH_N_LESS_1)))
                    .is("(Σ (x − mean)⁴ / N) / Variance² − 3; 0 if Variance = 0", "1", DOCUMENTED, h -> h.kurtosis()),
            named("uniformity", unlike("BJ5W", "firstorder_Uniformity", "no sum of squared shares"))
                    .is("1 − stdDeviation / MeanValue", "1", DOCUMENTED, h -> 1 - Math.sqrt(h.variance()) / h.mean()),
            named(
                            "histogramEnergy",
                            Counterpart.unlike(IBSI, "BJ5W", WITHOUT_HIGH),
                            Counterpart.unlike(IBSI, "N8CA", "squares of shares, not of HU"),
                            Counterpart.unlike(PYRADIOMICS, "firstorder_Uniformity", WITHOUT_HIGH),
                            Counterpart.unlike(PYRADIOMICS, "firstorder_Energy", "squares of shares, not of HU"))
                    .is("Σ q²", "1", DOCUMENTED, h -> h.energy()),
            named("histogramEntropy", unlike("TLU2", "firstorder_Entropy", WITHOUT_HIGH))
                    .is("−Σ q log₂ q", "bit", DOCUMENTED, h -> h.entropy()),
            named("FrequencySize")
                    .is("number of voxels below the upper end of the range", "voxels", DOCUMENTED, h -> h.belowHigh()));

    /** In the order of the catalogue. */
    public static final List<Descriptor<IntensityHistogram>> ALL = Stream.of(
                    STATISTICS.stream(),
                    Stream.iterate(5, p -> p < 100, p -> p + 5).map(p -> quantile("Percentile" + p, p / 100.0)),
                    Stream.of(0.025, 0.25, 0.5, 0.75, 0.975).map(p -> quantile("Quantile" + p, p)))
            .flatMap(descriptors -> descriptors)
            .toList();

    private HistogramDescriptors() {}

    private static Descriptor<IntensityHistogram> quantile(String label, double p) {
        return named(label, SAME_SHARE.getOrDefault(p, List.of()))
                .is(
                        "Q(" + p + "): linear inside the bin, from below if p < 0.5, else from above",
                        "HU",
                        ITK,
                        h -> h.quantile(p));
    }
}
