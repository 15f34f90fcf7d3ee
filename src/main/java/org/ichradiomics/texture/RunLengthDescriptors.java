package org.ichradiomics.texture;

import static org.ichradiomics.feature.Source.DOCUMENTED;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

/**
 * The ten run-length formulas of the AK catalogue (ITK 5.2.1 {@code HistogramToRunLengthFeaturesFilter}). r is the number of
 * runs of grey level number g and length number l, both counted from 1, n the number of all runs.
 */
public final class RunLengthDescriptors {

    public static final List<Descriptor<RunLengthMatrix>> ALL = List.of(
            descriptor("ShortRunEmphasis", "Σ r / l² / n", (g, l) -> 1 / (l * l)),
            descriptor("LongRunEmphasis", "Σ r l² / n", (g, l) -> l * l),
            new Descriptor<>("GreyLevelNonuniformity", "Σ_g (Σ_l r)² / n", "1", DOCUMENTED, RunLengthMatrix::greyNonuniformity),
            new Descriptor<>("RunLengthNonuniformity", "Σ_l (Σ_g r)² / n", "1", DOCUMENTED, RunLengthMatrix::lengthNonuniformity),
            descriptor("LowGreyLevelRunEmphasis", "Σ r / g² / n", (g, l) -> 1 / (g * g)),
            descriptor("HighGreyLevelRunEmphasis", "Σ r g² / n", (g, l) -> g * g),
            descriptor("ShortRunLowGreyLevelEmphasis", "Σ r / (g² l²) / n", (g, l) -> 1 / (g * g * l * l)),
            descriptor("ShortRunHighGreyLevelEmphasis", "Σ r g² / l² / n", (g, l) -> g * g / (l * l)),
            descriptor("LongRunLowGreyLevelEmphasis", "Σ r l² / g² / n", (g, l) -> l * l / (g * g)),
            descriptor("LongRunHighGreyLevelEmphasis", "Σ r g² l² / n", (g, l) -> g * g * l * l));

    private RunLengthDescriptors() {
    }

    private static Descriptor<RunLengthMatrix> descriptor(String label, String formula, RunLengthMatrix.Term term) {
        return new Descriptor<>(label, formula, "1", DOCUMENTED, m -> m.mean(term));
    }
}
