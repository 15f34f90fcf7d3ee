package org.ichradiomics.intensity;

import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Source.ITK;

import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.feature.Descriptor;

/**
 * The 42 histogram formulas of the AK catalogue. x are the N values of the lesion in HU, h and q the counts and shares of the
 * bins, Q(p) is ITK's quantile. Names are the vendor kit's, also where they mislead: {@code uniformity} is not Σ q².
 */
public final class HistogramDescriptors {

    private static final List<Descriptor<IntensityHistogram>> STATISTICS = List.of(
            new Descriptor<>("MinIntensity", "min x", "HU", DOCUMENTED, h -> h.min()),
            new Descriptor<>("MaxIntensity", "max x", "HU", DOCUMENTED, h -> h.max()),
            new Descriptor<>("MedianIntensity", "centre of the first bin b with Σ_{k≤b} h_k > ⌊N/2⌋, the maximum included", "HU", DOCUMENTED, h -> h.medianBinCentre()),
            new Descriptor<>("MeanValue", "Σ x / N", "HU", DOCUMENTED, h -> h.mean()),
            new Descriptor<>("stdDeviation", "√Variance", "HU", DOCUMENTED, h -> Math.sqrt(h.variance())),
            new Descriptor<>("Variance", "Σ (x − mean)² / (N − 1); 0 if N = 1", "HU²", ITK, h -> h.variance()),
            new Descriptor<>("VolumeCount", "N", "voxels", DOCUMENTED, h -> h.size()),
            new Descriptor<>("VoxelValueSum", "Σ x", "HU", DOCUMENTED, h -> h.sum()),
            new Descriptor<>("Range", "max x − min x", "HU", DOCUMENTED, h -> h.max() - h.min()),
            new Descriptor<>("RMS", "√(Σ x² / N)", "HU", DOCUMENTED, h -> h.rootMeanSquare()),
            new Descriptor<>("MeanDeviation", "Σ (x − mean) / N = 0", "HU", DOCUMENTED, h -> 0),
            new Descriptor<>("RelativeDeviation", "Σ (x − mean) = 0", "HU", DOCUMENTED, h -> 0),
            new Descriptor<>("skewness", "(Σ (x − mean)³ / N) / Variance^1.5; 0 if Variance = 0", "1", ITK, h -> h.skewness()),
            new Descriptor<>("kurtosis", "(Σ (x − mean)⁴ / N) / Variance² − 3; 0 if Variance = 0", "1", DOCUMENTED, h -> h.kurtosis()),
            new Descriptor<>("uniformity", "1 − stdDeviation / MeanValue", "1", DOCUMENTED, h -> 1 - Math.sqrt(h.variance()) / h.mean()),
            new Descriptor<>("histogramEnergy", "Σ q²", "1", DOCUMENTED, h -> h.energy()),
            new Descriptor<>("histogramEntropy", "−Σ q log₂ q", "bit", DOCUMENTED, h -> h.entropy()),
            new Descriptor<>("FrequencySize", "number of voxels below the upper end of the range", "voxels", DOCUMENTED, h -> h.belowHigh()));

    /** In the order of the catalogue. */
    public static final List<Descriptor<IntensityHistogram>> ALL = Stream.of(
            STATISTICS.stream(),
            Stream.iterate(5, p -> p < 100, p -> p + 5).map(p -> quantile("Percentile" + p, p / 100.0)),
            Stream.of(0.025, 0.25, 0.5, 0.75, 0.975).map(p -> quantile("Quantile" + p, p)))
            .flatMap(descriptors -> descriptors).toList();

    private HistogramDescriptors() {
    }

    private static Descriptor<IntensityHistogram> quantile(String label, double p) {
        return new Descriptor<>(label, "Q(" + p + "): linear inside the bin, from below if p < 0.5, else from above", "HU", ITK,
                h -> h.quantile(p));
    }
}
