package org.ichradiomics.pyradiomics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * PyRadiomics' catalogue under one parameter file: its columns, and the values that it gives for a lesion. Holds no
 * state between lesions; safe for use by many threads.
 */
public final class PyRadiomics {

    /**
     * The features of one lesion.
     *
     * @param diagnostics column → text as PyRadiomics writes it, in its order; empty where nobody asks
     * @param values column → value, in PyRadiomics' order; what a lesion has not is not there
     * @param notes what the user should know, one sentence each
     */
    public record Values(Map<String, String> diagnostics, Map<String, Double> values, List<String> notes) {}

    /** Without a parameter file: the image as it is, all classes. */
    public static final PyRadiomics USUAL = usual();

    private final ParameterFile parameters;
    private final List<Feature> features;

    private PyRadiomics(ParameterFile parameters) {
        this.parameters = parameters;
        this.features = declared(parameters);
    }

    /** @throws InvalidInputException if the file cannot be read, or as {@link #parse} */
    public static PyRadiomics read(Path file) throws InvalidInputException {
        return new PyRadiomics(ParameterFile.read(file));
    }

    /**
     * The catalogue that a parameter file asks for.
     *
     * @param text of the file, YAML or JSON
     * @param name of the file, which sentences mention
     * @throws InvalidInputException if it is none, or asks for what is unknown or not measured
     */
    public static PyRadiomics parse(String text, String name) throws InvalidInputException {
        return new PyRadiomics(ParameterFile.parse(text, name));
    }

    private static PyRadiomics usual() {
        try {
            return parse("{setting: {}}", "");
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the usual parameters are valid", e);
        }
    }

    /** The same with another label. */
    public PyRadiomics withLabel(int label) {
        try {
            Map<String, Integer> own = Map.of(Parameter.LABEL.name(), label);
            Map<ImageType, ParameterSet> images = new LinkedHashMap<>();
            for (Map.Entry<ImageType, ParameterSet> image : parameters.images().entrySet())
                images.put(image.getKey(), image.getValue().with(own, ""));
            return new PyRadiomics(new ParameterFile(parameters.setting().with(own, ""), images, parameters.classes()));
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException("a label is at least 1, was " + label, e);
        }
    }

    /** The label that is measured. */
    public int label() {
        return parameters.setting().get(Parameter.LABEL);
    }

    /** The text that stands for all that changes a value. */
    public String settings() {
        return parameters.text();
    }

    /** Every column that a lesion can have, in PyRadiomics' order. */
    public List<Feature> features() {
        return features;
    }

    private static List<Feature> declared(ParameterFile parameters) {
        List<Feature> features = new ArrayList<>();
        for (FeatureClass form : List.of(FeatureClass.SHAPE, FeatureClass.SHAPE_2D)) {
            if (form == FeatureClass.SHAPE_2D && !parameters.setting().get(Parameter.FORCE_2D)) continue;
            for (Descriptor<?> one : parameters.classes().getOrDefault(form, List.of()))
                features.add(feature(FeatureClass.name("original", form, one), form, one));
        }
        parameters.images().forEach((type, setting) -> {
            for (String image : type.names(setting)) {
                parameters.classes().forEach((one, descriptors) -> {
                    if (one.isForm()) return;
                    for (Descriptor<?> descriptor : descriptors)
                        features.add(feature(FeatureClass.name(image, one, descriptor), one, descriptor));
                });
            }
        });
        return List.copyOf(features);
    }

    private static Feature feature(String name, FeatureClass one, Descriptor<?> descriptor) {
        List<Counterpart> counterparts = descriptor.counterparts();
        return new Feature(
                name,
                one.text(),
                one.text(),
                descriptor.formula(),
                descriptor.unit(),
                descriptor.source(),
                counterparts);
    }

    /**
     * Measures a label of a mask's file.
     *
     * @param scan all of it, with a spacing
     * @param labels the mask's file on its own grid, with a spacing
     * @throws InvalidInputException if PyRadiomics would refuse it
     */
    public Values measure(Scan scan, Scan labels, Progress progress) throws InvalidInputException {
        boolean isHashed = parameters.setting().get(Parameter.ADDITIONAL_INFO);
        StoredMask mask = StoredMask.of(labels, label(), isHashed);
        return Extraction.of(StoredVolume.of(scan, true), mask, parameters, isHashed, progress);
    }

    /**
     * Measures a lesion on the grid of its scan.
     *
     * @param scan all of it, with a spacing
     * @param region its voxels in the scan
     * @throws InvalidInputException if PyRadiomics would refuse it
     */
    public Values measure(Scan scan, Region region, Progress progress) throws InvalidInputException {
        StoredVolume volume = StoredVolume.of(scan, false);
        StoredMask mask = StoredMask.of(region, scan.geometry(), volume.lattice());
        return Extraction.of(volume, mask, parameters, false, progress);
    }
}
