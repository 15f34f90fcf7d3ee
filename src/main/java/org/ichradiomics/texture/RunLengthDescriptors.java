package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Descriptor;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Descriptor.unlike;
import static org.ichradiomics.feature.Source.DOCUMENTED;

/**
 * The ten run-length formulas of the AK catalogue (ITK 5.2.1 {@code HistogramToRunLengthFeaturesFilter}). r is the
 * number of runs of grey level number g and length number l, both counted from 1, n the number of all runs.
 */
public final class RunLengthDescriptors {

    private static final String LENGTHS = "lengths are bins of mm, not voxels";
    private static final String LEVELS = "runs of the level of 0 HU go on outside the lesion";

    /** In the order of the catalogue. */
    public static final List<Descriptor<CountMatrix>> ALL = List.of(
            named("ShortRunEmphasis", unlike("22OV", "glrlm_ShortRunEmphasis", LENGTHS))
                    .is("Σ r / l² / n", "1", DOCUMENTED, m -> m.emphases().lowMeasure()),
            named("LongRunEmphasis", unlike("W4KF", "glrlm_LongRunEmphasis", LENGTHS))
                    .is("Σ r l² / n", "1", DOCUMENTED, m -> m.emphases().highMeasure()),
            named("GreyLevelNonuniformity", unlike("R5YN", "glrlm_GrayLevelNonUniformity", LEVELS))
                    .is("Σ_g (Σ_l r)² / n", "1", DOCUMENTED, m -> m.squaresOfRows() / m.total()),
            named("RunLengthNonuniformity", unlike("W92Y", "glrlm_RunLengthNonUniformity", LENGTHS))
                    .is("Σ_l (Σ_g r)² / n", "1", DOCUMENTED, m -> m.squaresOfColumns() / m.total()),
            named("LowGreyLevelRunEmphasis", unlike("V3SW", "glrlm_LowGrayLevelRunEmphasis", LEVELS))
                    .is("Σ r / g² / n", "1", DOCUMENTED, m -> m.emphases().lowLevel()),
            named("HighGreyLevelRunEmphasis", unlike("G3QZ", "glrlm_HighGrayLevelRunEmphasis", LEVELS))
                    .is("Σ r g² / n", "1", DOCUMENTED, m -> m.emphases().highLevel()),
            named("ShortRunLowGreyLevelEmphasis", unlike("HTZT", "glrlm_ShortRunLowGrayLevelEmphasis", LENGTHS))
                    .is("Σ r / (g² l²) / n", "1", DOCUMENTED, m -> m.emphases().lowMeasureLowLevel()),
            named("ShortRunHighGreyLevelEmphasis", unlike("GD3A", "glrlm_ShortRunHighGrayLevelEmphasis", LENGTHS))
                    .is("Σ r g² / l² / n", "1", DOCUMENTED, m -> m.emphases().lowMeasureHighLevel()),
            named("LongRunLowGreyLevelEmphasis", unlike("IVPO", "glrlm_LongRunLowGrayLevelEmphasis", LENGTHS))
                    .is("Σ r l² / g² / n", "1", DOCUMENTED, m -> m.emphases().highMeasureLowLevel()),
            named("LongRunHighGreyLevelEmphasis", unlike("3KUM", "glrlm_LongRunHighGrayLevelEmphasis", LENGTHS))
                    .is("Σ r g² l² / n", "1", DOCUMENTED, m -> m.emphases().highMeasureHighLevel()));

    private RunLengthDescriptors() {}
}
