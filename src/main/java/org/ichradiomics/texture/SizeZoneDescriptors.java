package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Counterpart.unlike;
import static org.ichradiomics.feature.Source.CHOSEN;
import static org.ichradiomics.feature.Vocabulary.IBSI;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The eleven size-zone formulas of the AK catalogue; their names are those of pyradiomics 1.x (Thibault 2009). Z is the
 * number of zones with level g and size s in voxels, n the number of all zones. NaN without zones.
 */
public final class SizeZoneDescriptors {

    private static final String ZONES = "4-connected zones of rounded HU in the largest slice";

    public static final List<Descriptor<SizeZoneMatrix>> ALL = List.of(
            new Descriptor<>(
                    "SizeZoneVariability",
                    "Σ_s (Σ_g Z)² / n",
                    "1",
                    CHOSEN,
                    SizeZoneMatrix::sizeNonuniformity,
                    unlike(IBSI, "4JP3", ZONES),
                    unlike(PYRADIOMICS, "glszm_SizeZoneNonUniformity", ZONES)),
            descriptor(
                    "HighIntensityEmphasis",
                    "Σ Z g² / n",
                    (g, s) -> g * g,
                    unlike(IBSI, "5GN9", ZONES),
                    unlike(PYRADIOMICS, "glszm_HighGrayLevelZoneEmphasis", ZONES)),
            descriptor(
                    "HighIntensityLargeAreaEmphasis",
                    "Σ Z g² s² / n",
                    (g, s) -> g * g * s * s,
                    unlike(IBSI, "J17V", ZONES),
                    unlike(PYRADIOMICS, "glszm_LargeAreaHighGrayLevelEmphasis", ZONES)),
            descriptor(
                    "HighIntensitySmallAreaEmphasis",
                    "Σ Z g² / s² / n",
                    (g, s) -> g * g / (s * s),
                    unlike(IBSI, "HW1V", ZONES),
                    unlike(PYRADIOMICS, "glszm_SmallAreaHighGrayLevelEmphasis", ZONES)),
            new Descriptor<>(
                    "IntensityVariability",
                    "Σ_g (Σ_s Z)² / n",
                    "1",
                    CHOSEN,
                    SizeZoneMatrix::levelNonuniformity,
                    unlike(IBSI, "JNSA", ZONES),
                    unlike(PYRADIOMICS, "glszm_GrayLevelNonUniformity", ZONES)),
            descriptor(
                    "LargeAreaEmphasis",
                    "Σ Z s² / n",
                    (g, s) -> s * s,
                    unlike(IBSI, "48P8", ZONES),
                    unlike(PYRADIOMICS, "glszm_LargeAreaEmphasis", ZONES)),
            descriptor(
                    "LowIntensityEmphasis",
                    "Σ Z / g² / n",
                    (g, s) -> 1 / (g * g),
                    unlike(IBSI, "XMSY", ZONES),
                    unlike(PYRADIOMICS, "glszm_LowGrayLevelZoneEmphasis", ZONES)),
            descriptor(
                    "LowIntensityLargeAreaEmphasis",
                    "Σ Z s² / g² / n",
                    (g, s) -> s * s / (g * g),
                    unlike(IBSI, "YH51", ZONES),
                    unlike(PYRADIOMICS, "glszm_LargeAreaLowGrayLevelEmphasis", ZONES)),
            descriptor(
                    "LowIntensitySmallAreaEmphasis",
                    "Σ Z / (g² s²) / n",
                    (g, s) -> 1 / (g * g * s * s),
                    unlike(IBSI, "5RAI", ZONES),
                    unlike(PYRADIOMICS, "glszm_SmallAreaLowGrayLevelEmphasis", ZONES)),
            descriptor(
                    "SmallAreaEmphasis",
                    "Σ Z / s² / n",
                    (g, s) -> 1 / (s * s),
                    unlike(IBSI, "5QRC", ZONES),
                    unlike(PYRADIOMICS, "glszm_SmallAreaEmphasis", ZONES)),
            new Descriptor<>(
                    "ZonePercentage",
                    "n / highest level of the slice",
                    "1",
                    CHOSEN,
                    SizeZoneMatrix::zonesPerLevel,
                    unlike(IBSI, "P30P", "divides by the highest level, not by the voxels; " + ZONES),
                    unlike(
                            PYRADIOMICS,
                            "glszm_ZonePercentage",
                            "divides by the highest level, not by the voxels; " + ZONES)));

    private SizeZoneDescriptors() {}

    private static Descriptor<SizeZoneMatrix> descriptor(
            String label, String formula, SizeZoneMatrix.Term term, Counterpart... counterparts) {
        return new Descriptor<>(label, formula, "1", CHOSEN, m -> m.mean(term), counterparts);
    }
}
