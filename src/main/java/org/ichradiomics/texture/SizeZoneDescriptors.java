package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.CHOSEN;

/**
 * The eleven size-zone formulas of the AK catalogue; their names are those of pyradiomics 1.x (Thibault 2009). Z is the
 * number of zones with level g and size s in voxels, n the number of all zones. NaN without zones.
 */
public final class SizeZoneDescriptors {

    private static final String ZONES = "4-connected zones of rounded HU in the largest slice";

    /** In the order of the catalogue. */
    public static final List<Descriptor<SizeZoneMatrix>> ALL = List.of(
            named("SizeZoneVariability", unlike("4JP3", "glszm_SizeZoneNonUniformity", ZONES))
                    .is("Σ_s (Σ_g Z)² / n", "1", CHOSEN, SizeZoneMatrix::sizeNonuniformity),
            named("HighIntensityEmphasis", unlike("5GN9", "glszm_HighGrayLevelZoneEmphasis", ZONES))
                    .is("Σ Z g² / n", "1", CHOSEN, m -> m.mean((g, s) -> g * g)),
            named("HighIntensityLargeAreaEmphasis", unlike("J17V", "glszm_LargeAreaHighGrayLevelEmphasis", ZONES))
                    .is("Σ Z g² s² / n", "1", CHOSEN, m -> m.mean((g, s) -> g * g * s * s)),
            named("HighIntensitySmallAreaEmphasis", unlike("HW1V", "glszm_SmallAreaHighGrayLevelEmphasis", ZONES))
                    .is("Σ Z g² / s² / n", "1", CHOSEN, m -> m.mean((g, s) -> g * g / (s * s))),
            named("IntensityVariability", unlike("JNSA", "glszm_GrayLevelNonUniformity", ZONES))
                    .is("Σ_g (Σ_s Z)² / n", "1", CHOSEN, SizeZoneMatrix::levelNonuniformity),
            named("LargeAreaEmphasis", unlike("48P8", "glszm_LargeAreaEmphasis", ZONES))
                    .is("Σ Z s² / n", "1", CHOSEN, m -> m.mean((g, s) -> s * s)),
            named("LowIntensityEmphasis", unlike("XMSY", "glszm_LowGrayLevelZoneEmphasis", ZONES))
                    .is("Σ Z / g² / n", "1", CHOSEN, m -> m.mean((g, s) -> 1 / (g * g))),
            named("LowIntensityLargeAreaEmphasis", unlike("YH51", "glszm_LargeAreaLowGrayLevelEmphasis", ZONES))
                    .is("Σ Z s² / g² / n", "1", CHOSEN, m -> m.mean((g, s) -> s * s / (g * g))),
            named("LowIntensitySmallAreaEmphasis", unlike("5RAI", "glszm_SmallAreaLowGrayLevelEmphasis", ZONES))
                    .is("Σ Z / (g² s²) / n", "1", CHOSEN, m -> m.mean((g, s) -> 1 / (g * g * s * s))),
            named("SmallAreaEmphasis", unlike("5QRC", "glszm_SmallAreaEmphasis", ZONES))
                    .is("Σ Z / s² / n", "1", CHOSEN, m -> m.mean((g, s) -> 1 / (s * s))),
            named(
                            "ZonePercentage",
                            unlike(
                                    "P30P",
                                    "glszm_ZonePercentage",
                                    "divides by the highest level, not by the voxels; " + ZONES))
                    .is("n / highest level of the slice", "1", CHOSEN, SizeZoneMatrix::zonesPerLevel));

    private SizeZoneDescriptors() {}
}
