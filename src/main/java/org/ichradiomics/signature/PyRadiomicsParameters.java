package org.ichradiomics.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/**
 * The parameters of PyRadiomics as settings: those that change a value, whole, with its defaults where a file says
 * nothing, in the order of their names. Parameters of one type of image bear its name, as in {@code LoG.binWidth};
 * which types and classes are switched on does not matter, as each feature's name tells its own.
 */
public final class PyRadiomicsParameters {

    /** What the catalogue is called. */
    public static final String CATALOGUE = "PyRadiomics";

    private static final String SETTINGS_COLUMN = "diagnostics_Configuration_Settings";
    private static final String IMAGES_COLUMN = "diagnostics_Configuration_EnabledImageTypes";

    /** What PyRadiomics does where nothing is said: its documentation, "Customizing the Extraction". */
    private static final Map<String, String> USUAL = new TreeMap<>(Map.ofEntries(
            Map.entry("binCount", "none"),
            Map.entry("binWidth", "25"),
            Map.entry("distances", "[1]"),
            Map.entry("force2D", "false"),
            Map.entry("force2Ddimension", "0"),
            Map.entry("gldm_a", "0"),
            Map.entry("interpolator", "sitkBSpline"),
            Map.entry("normalize", "false"),
            Map.entry("normalizeScale", "1"),
            Map.entry("padDistance", "5"),
            Map.entry("preCrop", "false"),
            Map.entry("removeOutliers", "none"),
            Map.entry("resampledPixelSpacing", "none"),
            Map.entry("resegmentMode", "absolute"),
            Map.entry("resegmentRange", "none"),
            Map.entry("resegmentShape", "false"),
            Map.entry("symmetricalGLCM", "true"),
            Map.entry("voxelArrayShift", "0"),
            Map.entry("weightingNorm", "none")));

    /** They say what is measured or refused, not how. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "label",
            "label_channel",
            "additionalInfo",
            "geometryTolerance",
            "correctMask",
            "minimumROIDimensions",
            "minimumROISize",
            "enableCExtensions",
            "sigma");

    private PyRadiomicsParameters() {}

    /**
     * Those of a parameter file.
     *
     * @param json the whole file, with {@code setting}, {@code imageType} and the like
     * @throws InvalidInputException if it is not of that form
     */
    public static Settings of(JsonFields json) throws InvalidInputException {
        return settings(
                json.has("setting") ? json.object("setting") : null,
                json.has("imageType") ? json.object("imageType") : null);
    }

    /**
     * Those with which a table of PyRadiomics was made, as its diagnostics say; empty if it has none.
     *
     * @throws InvalidInputException if its rows were made with different ones, or they cannot be read
     */
    static Optional<Settings> of(FeatureTable table) throws InvalidInputException {
        if (!table.has(SETTINGS_COLUMN) || table.size() == 0) return Optional.empty();
        Optional<Settings> all = Optional.empty();
        List<String> cells = table.texts(SETTINGS_COLUMN);
        for (int row = 0; row < cells.size(); row++) {
            if (cells.get(row).isBlank()) return Optional.empty();
            boolean isSame = row > 0 && cells.get(row).equals(cells.get(row - 1));
            if (isSame) continue;
            Settings one = settings(
                    python(table, SETTINGS_COLUMN, row),
                    table.has(IMAGES_COLUMN) ? python(table, IMAGES_COLUMN, row) : null);
            Optional<String> difference = all.flatMap(one::difference);
            if (difference.isPresent())
                throw new InvalidInputException("The rows of " + table.title() + " were made with different settings: "
                        + difference.get() + "; extract all cases with the same settings.");
            all = Optional.of(one);
        }
        return all;
    }

    /** A dictionary as Python prints it. */
    private static JsonFields python(FeatureTable table, String column, int row) throws InvalidInputException {
        String json = table.texts(column)
                .get(row)
                .replace('\'', '"')
                .replace('(', '[')
                .replace(')', ']')
                .replaceAll("\\bNone\\b", "null")
                .replaceAll("\\bTrue\\b", "true")
                .replaceAll("\\bFalse\\b", "false")
                .replaceAll("(\\d)\\.(?=[,\\]}\\s])", "$1.0");
        return JsonFields.parse(json, "The column \"" + column + "\" of " + table.title());
    }

    private static Settings settings(JsonFields general, JsonFields images) throws InvalidInputException {
        Map<String, String> entries = new TreeMap<>(USUAL);
        if (general != null) put(general, "", entries);
        if (images != null) {
            for (String image : images.keys()) if (images.has(image)) put(images.object(image), image + ".", entries);
        }
        Map<String, String> all = new LinkedHashMap<>(Map.of("catalogue", CATALOGUE));
        all.putAll(entries);
        return Settings.of(all);
    }

    private static void put(JsonFields some, String prefix, Map<String, String> entries) throws InvalidInputException {
        for (String key : some.keys()) {
            String text = text(some, key);
            if (!WITHOUT_EFFECT.contains(key)) entries.put(prefix + key, text);
        }
    }

    private static String text(JsonFields json, String key) throws InvalidInputException {
        if (!json.has(key)) return "none";
        if (!json.isList(key)) return json.cell(key);
        List<String> items = json.cells(key);
        return items.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    /**
     * The same settings without those of types of images that no feature has.
     *
     * @param features of a signature
     */
    static Settings concerning(List<String> features, Settings settings) {
        if (!CATALOGUE.equals(settings.entries().get("catalogue"))) return settings;
        Map<String, String> kept = new LinkedHashMap<>();
        settings.entries().forEach((key, value) -> {
            String image =
                    key.contains(".") ? key.substring(0, key.indexOf('.')).toLowerCase(Locale.ROOT) : "";
            if (features.stream()
                    .anyMatch(feature -> feature.toLowerCase(Locale.ROOT).contains(image))) kept.put(key, value);
        });
        return Settings.of(kept);
    }
}
