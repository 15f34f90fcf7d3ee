package org.ichradiomics.texture;

import static org.ichradiomics.feature.Source.CHOSEN;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

/**
 * The eleven size-zone formulas of the AK catalogue; their names are those of pyradiomics 1.x (Thibault 2009). Z is the number
 * of zones with level g and size s in voxels, n the number of all zones. NaN without zones.
 */
public final class SizeZoneDescriptors {

    public static final List<Descriptor<SizeZoneMatrix>> ALL = List.of(
            new Descriptor<>("SizeZoneVariability", "Σ_s (Σ_g Z)² / n", "1", CHOSEN, SizeZoneMatrix::sizeNonuniformity),
            descriptor("HighIntensityEmphasis", "Σ Z g² / n", (g, s) -> g * g),
            descriptor("HighIntensityLargeAreaEmphasis", "Σ Z g² s² / n", (g, s) -> g * g * s * s),
            descriptor("HighIntensitySmallAreaEmphasis", "Σ Z g² / s² / n", (g, s) -> g * g / (s * s)),
            new Descriptor<>("IntensityVariability", "Σ_g (Σ_s Z)² / n", "1", CHOSEN, SizeZoneMatrix::levelNonuniformity),
            descriptor("LargeAreaEmphasis", "Σ Z s² / n", (g, s) -> s * s),
            descriptor("LowIntensityEmphasis", "Σ Z / g² / n", (g, s) -> 1 / (g * g)),
            descriptor("LowIntensityLargeAreaEmphasis", "Σ Z s² / g² / n", (g, s) -> s * s / (g * g)),
            descriptor("LowIntensitySmallAreaEmphasis", "Σ Z / (g² s²) / n", (g, s) -> 1 / (g * g * s * s)),
            descriptor("SmallAreaEmphasis", "Σ Z / s² / n", (g, s) -> 1 / (s * s)),
            new Descriptor<>("ZonePercentage", "n / highest level of the slice", "1", CHOSEN, SizeZoneMatrix::zonesPerLevel));

    private SizeZoneDescriptors() {
    }

    private static Descriptor<SizeZoneMatrix> descriptor(String label, String formula, SizeZoneMatrix.Term term) {
        return new Descriptor<>(label, formula, "1", CHOSEN, m -> m.mean(term));
    }
}
