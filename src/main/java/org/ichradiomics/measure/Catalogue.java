package org.ichradiomics.measure;

import java.util.List;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureFamily;
import org.ichradiomics.feature.MatrixFamily;
import org.ichradiomics.intensity.HistogramDescriptors;
import org.ichradiomics.intensity.IntensityHistogram;
import org.ichradiomics.shape.FormFactor;
import org.ichradiomics.shape.FormFactorDescriptors;
import org.ichradiomics.texture.CooccurrenceDescriptors;
import org.ichradiomics.texture.CooccurrenceMatrix;
import org.ichradiomics.texture.DirectionalFamily;
import org.ichradiomics.texture.HaralickDescriptors;
import org.ichradiomics.texture.RunLengthDescriptors;
import org.ichradiomics.texture.RunLengthMatrix;
import org.ichradiomics.texture.SizeZoneDescriptors;
import org.ichradiomics.texture.SizeZoneMatrix;

/** A named, ordered list of features. */
public enum Catalogue {

    /**
     * The 396 features of the R-score paper, in the order of the vendor kit's table. The paper counts them as 42
     * first-order, 20 shape, 144 GLCM, 172 run length and 18 Haralick; the kit's own families below have 180 and 10,
     * and no name tells which eight the paper moved.
     */
    AK(
            new MatrixFamily<>("Histogram", "first order (42)", HistogramDescriptors.ALL, IntensityHistogram::of),
            new DirectionalFamily<>(
                    "GLCM", "GLCM (144)", CooccurrenceDescriptors.ALL, CooccurrenceMatrix::matrices, List.of(1, 4, 7)),
            new MatrixFamily<>(
                    "Haralick", Catalogue.RUN_LENGTH_OR_HARALICK, HaralickDescriptors.ALL, CooccurrenceMatrix::pooled),
            new DirectionalFamily<>(
                    "Run length",
                    Catalogue.RUN_LENGTH_OR_HARALICK,
                    RunLengthDescriptors.ALL,
                    RunLengthMatrix::matrices,
                    List.of(1, 4, 7)),
            new MatrixFamily<>("Form factor", Catalogue.SHAPE, FormFactorDescriptors.ALL, FormFactor::of),
            new MatrixFamily<>("Size zone", Catalogue.SHAPE, SizeZoneDescriptors.ALL, SizeZoneMatrix::of));

    private static final String RUN_LENGTH_OR_HARALICK = "run length / Haralick (172 + 18)";
    private static final String SHAPE = "shape (20)";

    private final List<FeatureFamily> families;
    private final List<Feature> features;

    Catalogue(FeatureFamily... families) {
        this.families = List.of(families);
        this.features =
                this.families.stream().flatMap(f -> f.features().stream()).toList();
    }

    /** In the order of the catalogue. */
    public List<FeatureFamily> families() {
        return families;
    }

    /** All features, in the order of the table. */
    public List<Feature> features() {
        return features;
    }
}
