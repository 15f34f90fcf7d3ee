package org.ichradiomics.pyradiomics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.intensity.PyRadiomicsFirstOrder;
import org.ichradiomics.shape.PyRadiomicsFlatShape;
import org.ichradiomics.shape.PyRadiomicsShape;
import org.ichradiomics.texture.PyRadiomicsTexture;

/** PyRadiomics' feature classes, in the order in which all of them are measured. */
public enum FeatureClass {
    FIRSTORDER("firstorder", PyRadiomicsFirstOrder.ALL, PyRadiomicsFirstOrder.DEPRECATED, List.of()),
    GLCM(
            "glcm",
            PyRadiomicsTexture.GLCM,
            List.of(),
            List.of("Dissimilarity", "Homogeneity1", "Homogeneity2", "SumVariance")),
    GLDM(
            "gldm",
            PyRadiomicsTexture.GLDM,
            List.of(),
            List.of("DependencePercentage", "GrayLevelNonUniformityNormalized")),
    GLRLM("glrlm", PyRadiomicsTexture.GLRLM, List.of(), List.of()),
    GLSZM("glszm", PyRadiomicsTexture.GLSZM, List.of(), List.of()),
    NGTDM("ngtdm", PyRadiomicsTexture.NGTDM, List.of(), List.of()),
    SHAPE("shape", PyRadiomicsShape.ALL, PyRadiomicsShape.DEPRECATED, List.of()),
    SHAPE_2D("shape2D", PyRadiomicsFlatShape.ALL, PyRadiomicsFlatShape.DEPRECATED, List.of());

    private final String text;
    private final List<? extends Descriptor<?>> features;
    private final List<? extends Descriptor<?>> deprecated;
    private final List<String> withoutColumn;

    FeatureClass(
            String text,
            List<? extends Descriptor<?>> features,
            List<? extends Descriptor<?>> deprecated,
            List<String> withoutColumn) {
        this.text = text;
        this.features = features;
        this.deprecated = deprecated;
        this.withoutColumn = withoutColumn;
    }

    /** As in parameter files and columns. */
    public String text() {
        return text;
    }

    /** Those that are measured unless some are named, in their order. */
    public List<Descriptor<?>> features() {
        return List.copyOf(features);
    }

    /** Those that have a value, the deprecated ones last. */
    public List<Descriptor<?>> all() {
        return Stream.<Descriptor<?>>concat(features.stream(), deprecated.stream())
                .toList();
    }

    /** Whether it tells of the form alone, and is measured once. */
    public boolean isForm() {
        return this == SHAPE || this == SHAPE_2D;
    }

    /** The feature of a name; empty if there is none that has a value. */
    Optional<Descriptor<?>> feature(String name) {
        return all().stream().filter(one -> one.label().equals(name)).findFirst();
    }

    /** Whether a name is one that PyRadiomics takes and then gives no column. */
    boolean isWithoutColumn(String name) {
        return withoutColumn.contains(name);
    }

    /** The column of a feature. */
    static String name(String image, FeatureClass one, Descriptor<?> feature) {
        return image + "_" + one.text + "_" + feature.label();
    }

    static Optional<FeatureClass> of(String text) {
        return Stream.of(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
