package org.ichradiomics.pyradiomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.text.FieldsFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;

/**
 * A parameter file of PyRadiomics, YAML or JSON: which images, which features, and how.
 *
 * @param setting the general values
 * @param images image types in their order, each with the values that hold for it
 * @param classes feature classes in their order, each with its features in theirs
 */
record ParameterFile(
        ParameterSet setting, Map<ImageType, ParameterSet> images, Map<FeatureClass, List<Descriptor<?>>> classes) {

    private static final String SETTING = "setting";
    private static final String IMAGE_TYPE = "imageType";
    private static final String FEATURE_CLASS = "featureClass";
    private static final List<String> KEYS = List.of(SETTING, IMAGE_TYPE, FEATURE_CLASS);

    ParameterFile {
        images = new LinkedHashMap<>(images);
        classes = new LinkedHashMap<>(classes);
    }

    /**
     * The parameters that a text gives.
     *
     * @param name of the file, which sentences mention
     * @param instead settings that hold whatever the file says
     * @throws InvalidInputException if it is none, or asks for what is unknown or not measured
     */
    static ParameterFile parse(String text, String name, Map<String, Object> instead) throws InvalidInputException {
        Map<?, ?> file = FieldsFile.tree(text, name);
        for (Object key : file.keySet()) {
            if (key.equals("voxelSetting")) {
                throw new InvalidInputException(
                        name + " has voxelSetting, which is for maps of voxels and not for a row: leave it out.");
            }
            if (!KEYS.contains(key)) {
                throw new InvalidInputException(name + " has the key \"" + key + "\", which PyRadiomics does not know"
                        + Nearest.question(String.valueOf(key), KEYS) + ": a parameter file has "
                        + String.join(", ", KEYS) + ".");
            }
        }
        ParameterSet setting = ParameterSet.USUAL
                .with(map(file, SETTING, name), name + ", " + SETTING + ",")
                .with(instead, "The command line");
        return new ParameterFile(
                setting,
                images(map(file, IMAGE_TYPE, name), setting, name),
                classes(map(file, FEATURE_CLASS, name), name));
    }

    private static Map<?, ?> map(Map<?, ?> file, String key, String name) throws InvalidInputException {
        Object value = file.get(key);
        if (value == null) return Map.of();
        if (value instanceof Map<?, ?> map) return map;
        throw new InvalidInputException(name + " has " + key + ": " + value
                + ", where keys with values must stand, one a line and indented: correct it.");
    }

    private static Map<ImageType, ParameterSet> images(Map<?, ?> asked, ParameterSet setting, String name)
            throws InvalidInputException {
        if (asked.isEmpty()) return Map.of(ImageType.ORIGINAL, setting);
        Map<ImageType, ParameterSet> images = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : asked.entrySet()) {
            String text = String.valueOf(entry.getKey());
            ImageType type = ImageType.of(text)
                    .orElseThrow(() -> new InvalidInputException(name + " asks for the image type " + text + ", which "
                            + (text.startsWith("LBP")
                                    ? "is not measured here: leave it out."
                                    : "PyRadiomics does not know" + Nearest.question(text, ImageType.texts())
                                            + ": correct it or leave it out.")));
            if (!(entry.getValue() instanceof Map<?, ?> own)) {
                throw new InvalidInputException(name + " has " + text + " with "
                        + (entry.getValue() == null ? "nothing" : "\"" + entry.getValue() + "\"")
                        + " behind it, which PyRadiomics refuses: write " + text + ": {}.");
            }
            images.put(type, setting.with(own, name + ", " + text + ","));
        }
        return images;
    }

    private static Map<FeatureClass, List<Descriptor<?>>> classes(Map<?, ?> asked, String name)
            throws InvalidInputException {
        Map<FeatureClass, List<Descriptor<?>>> classes = new LinkedHashMap<>();
        if (asked.isEmpty()) {
            for (FeatureClass one : FeatureClass.values()) classes.put(one, one.features());
        }
        for (Map.Entry<?, ?> entry : asked.entrySet()) {
            String text = String.valueOf(entry.getKey());
            FeatureClass one = FeatureClass.of(text)
                    .orElseThrow(() -> new InvalidInputException(
                            name + " asks for the feature class " + text + ", which PyRadiomics does not know"
                                    + Nearest.question(
                                            text,
                                            Stream.of(FeatureClass.values())
                                                    .map(FeatureClass::text)
                                                    .toList())
                                    + ": correct it or leave it out."));
            classes.put(one, features(one, entry.getValue(), name));
        }
        return classes;
    }

    private static List<Descriptor<?>> features(FeatureClass one, Object names, String file)
            throws InvalidInputException {
        if (names == null) return one.features();
        if (!(names instanceof List<?> list)) {
            throw new InvalidInputException(file + " has " + one.text() + ": " + names
                    + ", where a list of features must stand: write [" + names + "].");
        }
        if (list.isEmpty()) return one.features();
        List<Descriptor<?>> features = new ArrayList<>();
        for (Object item : list) {
            String name = String.valueOf(item);
            Optional<Descriptor<?>> feature = one.feature(name);
            feature.filter(found -> !features.contains(found)).ifPresent(features::add);
            if (feature.isPresent() || one.isWithoutColumn(name)) continue;
            throw new InvalidInputException(file + " asks for the feature " + name + " of " + one.text()
                    + ", which PyRadiomics does not know"
                    + Nearest.question(
                            name, one.all().stream().map(Descriptor::label).toList())
                    + ": correct it or leave it out.");
        }
        return features;
    }

    /** All that changes a value, in one line. */
    String text() {
        Map<String, Object> types = new LinkedHashMap<>();
        images.forEach((type, own) -> types.put(type.text(), own.written()));
        Map<String, Object> features = new LinkedHashMap<>();
        classes.forEach((one, named) ->
                features.put(one.text(), named.stream().map(Descriptor::label).toList()));
        return PythonText.of(setting.written()) + PythonText.of(types) + PythonText.of(features);
    }

    /** Whether a class is asked for and has a feature. */
    boolean has(FeatureClass one) {
        return !classes.getOrDefault(one, List.of()).isEmpty();
    }
}
