package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Counterpart.unlike;
import static org.ichradiomics.feature.Source.DOCUMENTED;
import static org.ichradiomics.feature.Vocabulary.IBSI;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The ten run-length formulas of the AK catalogue (ITK 5.2.1 {@code HistogramToRunLengthFeaturesFilter}). r is the
 * number of runs of grey level number g and length number l, both counted from 1, n the number of all runs.
 */
public final class RunLengthDescriptors {

    private static final String LENGTHS = "lengths are bins of mm, not voxels";
    private static final String LEVELS = "runs of the level of 0 HU go on outside the lesion";

    public static final List<Descriptor<RunLengthMatrix>> ALL = List.of(
            descriptor(
                    "ShortRunEmphasis",
                    "Σ r / l² / n",
                    (g, l) -> 1 / (l * l),
                    unlike(IBSI, "22OV", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_ShortRunEmphasis", LENGTHS)),
            descriptor(
                    "LongRunEmphasis",
                    "Σ r l² / n",
                    (g, l) -> l * l,
                    unlike(IBSI, "W4KF", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_LongRunEmphasis", LENGTHS)),
            new Descriptor<>(
                    "GreyLevelNonuniformity",
                    "Σ_g (Σ_l r)² / n",
                    "1",
                    DOCUMENTED,
                    RunLengthMatrix::greyNonuniformity,
                    unlike(IBSI, "R5YN", LEVELS),
                    unlike(PYRADIOMICS, "glrlm_GrayLevelNonUniformity", LEVELS)),
            new Descriptor<>(
                    "RunLengthNonuniformity",
                    "Σ_l (Σ_g r)² / n",
                    "1",
                    DOCUMENTED,
                    RunLengthMatrix::lengthNonuniformity,
                    unlike(IBSI, "W92Y", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_RunLengthNonUniformity", LENGTHS)),
            descriptor(
                    "LowGreyLevelRunEmphasis",
                    "Σ r / g² / n",
                    (g, l) -> 1 / (g * g),
                    unlike(IBSI, "V3SW", LEVELS),
                    unlike(PYRADIOMICS, "glrlm_LowGrayLevelRunEmphasis", LEVELS)),
            descriptor(
                    "HighGreyLevelRunEmphasis",
                    "Σ r g² / n",
                    (g, l) -> g * g,
                    unlike(IBSI, "G3QZ", LEVELS),
                    unlike(PYRADIOMICS, "glrlm_HighGrayLevelRunEmphasis", LEVELS)),
            descriptor(
                    "ShortRunLowGreyLevelEmphasis",
                    "Σ r / (g² l²) / n",
                    (g, l) -> 1 / (g * g * l * l),
                    unlike(IBSI, "HTZT", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_ShortRunLowGrayLevelEmphasis", LENGTHS)),
            descriptor(
                    "ShortRunHighGreyLevelEmphasis",
                    "Σ r g² / l² / n",
                    (g, l) -> g * g / (l * l),
                    unlike(IBSI, "GD3A", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_ShortRunHighGrayLevelEmphasis", LENGTHS)),
            descriptor(
                    "LongRunLowGreyLevelEmphasis",
                    "Σ r l² / g² / n",
                    (g, l) -> l * l / (g * g),
                    unlike(IBSI, "IVPO", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_LongRunLowGrayLevelEmphasis", LENGTHS)),
            descriptor(
                    "LongRunHighGreyLevelEmphasis",
                    "Σ r g² l² / n",
                    (g, l) -> g * g * l * l,
                    unlike(IBSI, "3KUM", LENGTHS),
                    unlike(PYRADIOMICS, "glrlm_LongRunHighGrayLevelEmphasis", LENGTHS)));

    private RunLengthDescriptors() {}

    private static Descriptor<RunLengthMatrix> descriptor(
            String label, String formula, RunLengthMatrix.Term term, Counterpart... counterparts) {
        return new Descriptor<>(label, formula, "1", DOCUMENTED, m -> m.mean(term), counterparts);
    }
}
