package org.ichradiomics.intensity;

import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Counterpart.unlike;
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

    private static final List<Descriptor<IntensityHistogram>> STATISTICS = List.of(
            new Descriptor<>(
                    "MinIntensity",
                    "min x",
                    "HU",
                    DOCUMENTED,
                    h -> h.min(),
                    same(IBSI, "1GSF"),
                    same(PYRADIOMICS, "firstorder_Minimum")),
            new Descriptor<>(
                    "MaxIntensity",
                    "max x",
                    "HU",
                    DOCUMENTED,
                    h -> h.max(),
                    same(IBSI, "84IY"),
                    same(PYRADIOMICS, "firstorder_Maximum")),
            new Descriptor<>(
                    "MedianIntensity",
                    "centre of the first bin b with Σ_{k≤b} h_k > ⌊N/2⌋, the maximum included",
                    "HU",
                    DOCUMENTED,
                    h -> h.medianBinCentre(),
                    unlike(IBSI, "Y12H", "centre of a bin of the histogram"),
                    unlike(PYRADIOMICS, "firstorder_Median", "centre of a bin of the histogram")),
            new Descriptor<>(
                    "MeanValue",
                    "Σ x / N",
                    "HU",
                    DOCUMENTED,
                    h -> h.mean(),
                    same(IBSI, "Q4LE"),
                    same(PYRADIOMICS, "firstorder_Mean")),
            new Descriptor<>(
                    "stdDeviation",
                    "√Variance",
                    "HU",
                    DOCUMENTED,
                    h -> Math.sqrt(h.variance()),
                    unlike(PYRADIOMICS, "firstorder_StandardDeviation", WITH_N_LESS_1)),
            new Descriptor<>(
                    "Variance",
                    "Σ (x − mean)² / (N − 1); 0 if N = 1",
                    "HU²",
                    ITK,
                    h -> h.variance(),
                    unlike(IBSI, "ECT3", "divides by N − 1, not N"),
                    unlike(PYRADIOMICS, "firstorder_Variance", "divides by N − 1, not N")),
            new Descriptor<>("VolumeCount", "N", "voxels", DOCUMENTED, h -> h.size()),
            new Descriptor<>("VoxelValueSum", "Σ x", "HU", DOCUMENTED, h -> h.sum()),
            new Descriptor<>(
                    "Range",
                    "max x − min x",
                    "HU",
                    DOCUMENTED,
                    h -> h.max() - h.min(),
                    same(IBSI, "2OJQ"),
                    same(PYRADIOMICS, "firstorder_Range")),
            new Descriptor<>(
                    "RMS",
                    "√(Σ x² / N)",
                    "HU",
                    DOCUMENTED,
                    h -> h.rootMeanSquare(),
                    same(IBSI, "5ZWQ"),
                    same(PYRADIOMICS, "firstorder_RootMeanSquared")),
            new Descriptor<>(
                    "MeanDeviation",
                    "Σ (x − mean) / N = 0",
                    "HU",
                    DOCUMENTED,
                    h -> 0,
                    unlike(IBSI, "4FUA", "deviations keep their sign"),
                    unlike(PYRADIOMICS, "firstorder_MeanAbsoluteDeviation", "deviations keep their sign")),
            new Descriptor<>("RelativeDeviation", "Σ (x − mean) = 0", "HU", DOCUMENTED, h -> 0),
            new Descriptor<>(
                    "skewness",
                    "(Σ (x − mean)³ / N) / Variance^1.5; 0 if Variance = 0",
                    "1",
                    ITK,
                    h -> h.skewness(),
                    unlike(IBSI, "KE2A", WITH_N_LESS_1),
                    unlike(PYRADIOMICS, "firstorder_Skewness", WITH_N_LESS_1)),
            new Descriptor<>(
                    "kurtosis",
                    "(Σ (x − mean)⁴ / N) / Variance² − 3; 0 if Variance = 0",
                    "1",
                    DOCUMENTED,
                    h -> h.kurtosis(),
                    unlike(IBSI, "IPH6", WITH_N_LESS_1),
                    unlike(PYRADIOMICS, "firstorder_Kurtosis", "excess, 3 less; " + WITH_N_LESS_1)),
            new Descriptor<>(
                    "uniformity",
                    "1 − stdDeviation / MeanValue",
                    "1",
                    DOCUMENTED,
                    h -> 1 - Math.sqrt(h.variance()) / h.mean(),
                    unlike(IBSI, "BJ5W", "no sum of squared shares"),
                    unlike(PYRADIOMICS, "firstorder_Uniformity", "no sum of squared shares")),
            new Descriptor<>(
                    "histogramEnergy",
                    "Σ q²",
                    "1",
                    DOCUMENTED,
                    h -> h.energy(),
                    unlike(IBSI, "BJ5W", WITHOUT_HIGH),
                    unlike(IBSI, "N8CA", "squares of shares, not of HU"),
                    unlike(PYRADIOMICS, "firstorder_Uniformity", WITHOUT_HIGH),
                    unlike(PYRADIOMICS, "firstorder_Energy", "squares of shares, not of HU")),
            new Descriptor<>(
                    "histogramEntropy",
                    "−Σ q log₂ q",
                    "bit",
                    DOCUMENTED,
                    h -> h.entropy(),
                    unlike(IBSI, "TLU2", WITHOUT_HIGH),
                    unlike(PYRADIOMICS, "firstorder_Entropy", WITHOUT_HIGH)),
            new Descriptor<>(
                    "FrequencySize",
                    "number of voxels below the upper end of the range",
                    "voxels",
                    DOCUMENTED,
                    h -> h.belowHigh()));

    /** In the order of the catalogue. */
    public static final List<Descriptor<IntensityHistogram>> ALL = Stream.of(
                    STATISTICS.stream(),
                    Stream.iterate(5, p -> p < 100, p -> p + 5).map(p -> quantile("Percentile" + p, p / 100.0)),
                    Stream.of(0.025, 0.25, 0.5, 0.75, 0.975).map(p -> quantile("Quantile" + p, p)))
            .flatMap(descriptors -> descriptors)
            .toList();

    private HistogramDescriptors() {}

    private static Descriptor<IntensityHistogram> quantile(String label, double p) {
        return new Descriptor<>(
                label,
                "Q(" + p + "): linear inside the bin, from below if p < 0.5, else from above",
                "HU",
                ITK,
                h -> h.quantile(p),
                lookAlikes(p));
    }

    private static Counterpart[] lookAlikes(double p) {
        if (p == 0.1)
            return new Counterpart[] {
                unlike(IBSI, "QG58", WITHIN_BIN), unlike(PYRADIOMICS, "firstorder_10Percentile", WITHIN_BIN)
            };
        if (p == 0.5)
            return new Counterpart[] {
                unlike(IBSI, "Y12H", WITHIN_BIN), unlike(PYRADIOMICS, "firstorder_Median", WITHIN_BIN)
            };
        if (p == 0.9)
            return new Counterpart[] {
                unlike(IBSI, "8DWT", WITHIN_BIN), unlike(PYRADIOMICS, "firstorder_90Percentile", WITHIN_BIN)
            };
        return new Counterpart[0];
    }
}
