package org.ichradiomics.pyradiomics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.FeatureMap;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FieldsFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.TextFile;

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

    private static final Pattern KEYS =
            Pattern.compile("(?m)^[\\s{]*[\"']?(?:setting|imageType|featureClass)[\"']?\\s*:");

    private final String text;
    private final String name;
    private final Map<String, Object> instead;
    private final ParameterFile parameters;
    private final List<Feature> features;

    private PyRadiomics(String text, String name, Map<String, Object> instead) throws InvalidInputException {
        this.text = text;
        this.name = name;
        this.instead = instead;
        this.parameters = ParameterFile.parse(text, name, instead);
        this.features = declared(parameters);
    }

    /** @throws InvalidInputException if the file cannot be read, or as {@link #parse} */
    public static PyRadiomics read(Path file) throws InvalidInputException {
        return parse(TextFile.read(file), file.getFileName().toString());
    }

    /**
     * The catalogue that a parameter file asks for.
     *
     * @param text of the file, YAML or JSON
     * @param name of the file, which sentences mention
     * @throws InvalidInputException if it is none, or asks for what is unknown or not measured
     */
    public static PyRadiomics parse(String text, String name) throws InvalidInputException {
        return new PyRadiomics(text, name, Map.of());
    }

    private static PyRadiomics usual() {
        try {
            return parse("{setting: {}}", "");
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the usual parameters are valid", e);
        }
    }

    /**
     * The same with settings that hold whatever the file says.
     *
     * @param settings {@code KEY:VALUE} each
     * @throws InvalidInputException if one of them is none
     */
    public PyRadiomics with(List<String> settings) throws InvalidInputException {
        Map<String, Object> all = new LinkedHashMap<>(instead);
        for (String one : settings) {
            int colon = one.indexOf(':');
            if (colon < 1) {
                throw new InvalidInputException(
                        "The setting " + one + " is no key with a value: write it as binWidth:10.");
            }
            String value = one.substring(colon + 1).strip();
            String list = value.indexOf(',') < 0 || value.startsWith("[") ? value : "[" + value + "]";
            all.put(
                    one.substring(0, colon).strip(),
                    FieldsFile.tree("value: " + list, one).get("value"));
        }
        return new PyRadiomics(text, name, all);
    }

    /** Every feature there is, of the image as it is. */
    public static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        for (FeatureClass one : FeatureClass.values()) {
            for (Descriptor<?> descriptor : one.all())
                all.add(feature(FeatureClass.name("original", one, descriptor), one, descriptor));
        }
        return all;
    }

    /** Whether a file is meant as one of parameters, by its ending or its keys. */
    public static boolean isNamedIn(Path file, String text) {
        return file.toString().matches("(?i).*\\.ya?ml") || KEYS.matcher(text).find();
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

    /** Whether the parameters say that neighbours lie in the slice ({@code force2D}); empty where they say nothing. */
    public Optional<Boolean> isFlat() {
        return parameters.setting().written().containsKey(Parameter.FORCE_2D.name())
                ? Optional.of(parameters.setting().get(Parameter.FORCE_2D))
                : Optional.empty();
    }

    /**
     * Every feature that has a map: those of the image types that the parameters ask for, of every class but those of
     * form.
     */
    public List<String> mapped() {
        return Mapping.columns(parameters).stream().map(Mapping.Wanted::name).toList();
    }

    /**
     * Maps of features in a kernel around every voxel of a lesion, their grey levels made once.
     *
     * @param columns some of {@link #mapped}
     * @param radius of the kernel, voxels; with {@code force2D} in the slice alone
     * @param isMasked whether kernels and grey levels keep to the lesion, or take all voxels of its box with a margin
     *     of the radius
     * @throws InvalidInputException if PyRadiomics would refuse the lesion
     */
    public List<FeatureMap> maps(
            Scan scan, Region region, List<String> columns, int radius, boolean isMasked, Progress progress)
            throws InvalidInputException {
        StoredVolume volume = StoredVolume.of(scan, false);
        StoredMask mask = StoredMask.of(region, scan.geometry(), volume.lattice());
        Extraction ready = Extraction.prepared(volume, mask, parameters);
        boolean isScans = ready.volume().lattice() == volume.lattice();
        Geometry geometry = isScans ? scan.geometry() : ready.volume().lattice().geometry();
        return new Mapping(ready, parameters, radius, isMasked).maps(columns, geometry, progress);
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
