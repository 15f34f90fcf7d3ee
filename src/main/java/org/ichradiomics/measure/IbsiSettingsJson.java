package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.gson.GsonBuilder;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/**
 * The settings as a JSON file; docs/ibsi-settings.md describes every key. Every key of 0.1.0 must be there; families,
 * unfiltered and filters may be left out; no other.
 */
public final class IbsiSettingsJson {

    private static final String FORMAT = "ICH Radiomics IBSI settings";
    private static final int VERSION = 1;
    private static final String NO_BINS = "none";
    private static final String WIDTH = "fixed width";
    private static final String NUMBER = "fixed number";

    private static final List<Set<Approach>> APPROACHES =
            List.of(EnumSet.of(Approach.IN_SLICES), EnumSet.of(Approach.IN_VOLUME), EnumSet.allOf(Approach.class));

    /** Where Gson says that it stumbled: a word such as NaN, which is no JSON, stands behind a key. */
    private static final Pattern PATH = Pattern.compile("path \\$\\.([\\w.\\[\\]]+)");

    private IbsiSettingsJson() {}

    /** A file's text, LF at the end; {@link #parse} gives the same settings again. */
    public static String text(IbsiSettings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.put("name", settings.name());
        json.put("approach", IbsiSettings.text(settings.approaches()));
        json.put("round_intensities", settings.round());
        json.put(
                "interpolation", settings.regrid().map(IbsiSettingsJson::object).orElse(null));
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("low", number(settings.resegmentation().low()));
        range.put("high", number(settings.resegmentation().high()));
        range.put("outliers_sd", number(settings.resegmentation().outliers()));
        json.put("resegmentation", range);
        Map<String, Object> bins = new LinkedHashMap<>();
        bins.put("texture", object(settings.texture()));
        bins.put("ivh", object(settings.volume()));
        json.put("discretisation", bins);
        if (settings.families().size() < IbsiFamily.values().length) {
            json.put(
                    "families",
                    settings.families().stream().map(IbsiFamily::text).toList());
        }
        if (!settings.images().unfiltered()) json.put("unfiltered", false);
        if (!settings.images().filters().isEmpty()) {
            json.put(
                    "filters",
                    settings.images().filters().stream().map(FilterJson::object).toList());
        }
        return new GsonBuilder()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .setPrettyPrinting()
                        .create()
                        .toJson(json) + "\n";
    }

    private static Map<String, Object> object(Regrid regrid) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("spacing_mm", regrid.spacing());
        object.put("image", regrid.image().text());
        object.put("mask", regrid.mask().text());
        return object;
    }

    private static Map<String, Object> object(Binning binning) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (binning instanceof Binning.FixedWidth bins) {
            object.put("method", WIDTH);
            object.put("width", bins.width());
        } else if (binning instanceof Binning.FixedNumber bins) {
            object.put("method", NUMBER);
            object.put("count", bins.count());
        } else {
            object.put("method", NO_BINS);
        }
        return object;
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /**
     * @param file how sentences call the text
     * @throws InvalidInputException if it is no JSON, or a key is missing, unknown or out of its range; the sentence
     *     names the key
     */
    public static IbsiSettings parse(String text, String file) throws InvalidInputException {
        JsonFields json = fields(text, file);
        String format = json.textOr("format", "");
        if (!format.equals(FORMAT)) {
            throw new InvalidInputException(file + " holds no IBSI settings (its \"format\" is not \"" + FORMAT
                    + "\"): choose a settings file.");
        }
        int version = json.count("version");
        if (version != VERSION) {
            throw new InvalidInputException(file + " holds IBSI settings of version " + version
                    + ", but this program reads version " + VERSION + ": use the program that wrote it.");
        }
        String name = json.text("name");
        Set<Approach> approaches = choice(json, "approach", "approach", APPROACHES, IbsiSettings::text, file);
        boolean round = json.truth("round_intensities");
        Optional<Regrid> regrid = json.takeNull("interpolation")
                ? Optional.empty()
                : Optional.of(regrid(json.object("interpolation"), file));
        Resegmentation resegmentation = resegmentation(json.object("resegmentation"), file);
        JsonFields bins = json.object("discretisation");
        Binning texture = binning(bins.object("texture"), "discretisation.texture.", file);
        Binning volume = binning(bins.object("ivh"), "discretisation.ivh.", file);
        bins.end();
        Set<IbsiFamily> families = families(json);
        MeasuredImages images = images(json, file);
        json.end();
        return made(
                () -> new IbsiSettings(
                        name, approaches, round, regrid, resegmentation, texture, volume, families, images),
                "",
                file);
    }

    private static JsonFields fields(String text, String file) throws InvalidInputException {
        try {
            return JsonFields.parse(text, file);
        } catch (InvalidInputException e) {
            Matcher path = PATH.matcher(
                    e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()));
            if (!path.find()) throw e;
            throw new InvalidInputException(
                    e.getMessage().replace(": correct it,", " at the key \"" + path.group(1) + "\": correct it,"), e);
        }
    }

    /** All of them where the key is left out, as in the files of 0.1.0. */
    private static Set<IbsiFamily> families(JsonFields json) throws InvalidInputException {
        if (!json.has("families")) return EnumSet.allOf(IbsiFamily.class);
        Set<IbsiFamily> families = EnumSet.noneOf(IbsiFamily.class);
        for (String text : json.texts("families")) {
            families.add(Arrays.stream(IbsiFamily.values())
                    .filter(family -> family.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> json.wrong(
                            "families",
                            "some of "
                                    + Arrays.stream(IbsiFamily.values())
                                            .map(IbsiFamily::text)
                                            .collect(Collectors.joining(", "))
                                    + "; \"" + text + "\" is none of them")));
        }
        return families;
    }

    private static MeasuredImages images(JsonFields json, String file) throws InvalidInputException {
        boolean unfiltered = !json.has("unfiltered") || json.truth("unfiltered");
        List<IbsiFilter> filters = new ArrayList<>();
        if (json.has("filters")) {
            for (JsonFields filter : json.objects("filters")) {
                filters.add(FilterJson.filter(filter, "filters[" + filters.size() + "].", file));
            }
        }
        return made(() -> new MeasuredImages(unfiltered, filters), "", file);
    }

    private static Regrid regrid(JsonFields json, String file) throws InvalidInputException {
        var spacing = json.numbers("spacing_mm");
        Interpolation image = choice(
                json, "image", "interpolation.image", List.of(Interpolation.values()), Interpolation::text, file);
        Interpolation mask =
                choice(json, "mask", "interpolation.mask", List.of(Interpolation.values()), Interpolation::text, file);
        json.end();
        return made(() -> new Regrid(spacing, image, mask), "interpolation.", file);
    }

    private static Resegmentation resegmentation(JsonFields json, String file) throws InvalidInputException {
        double low = json.numberOr("low", Double.NaN);
        double high = json.numberOr("high", Double.NaN);
        double outliers = json.numberOr("outliers_sd", Double.NaN);
        json.end();
        return made(() -> new Resegmentation(low, high, outliers), "resegmentation.", file);
    }

    private static Binning binning(JsonFields json, String path, String file) throws InvalidInputException {
        String method = choice(json, "method", path + "method", List.of(NO_BINS, WIDTH, NUMBER), text -> text, file);
        double width = method.equals(WIDTH) ? json.number("width") : Double.NaN;
        int count = method.equals(NUMBER) ? json.count("count") : 0;
        json.end();
        return made(
                () -> switch (method) {
                    case WIDTH -> new Binning.FixedWidth(width);
                    case NUMBER -> new Binning.FixedNumber(count);
                    default -> new Binning.None();
                },
                path,
                file);
    }

    private static <T> T choice(
            JsonFields json, String key, String path, List<T> choices, Function<T, String> text, String file)
            throws InvalidInputException {
        String chosen = json.text(key);
        for (T choice : choices) {
            if (text.apply(choice).equals(chosen)) return choice;
        }
        throw new InvalidInputException("\"" + path + "\" in " + file + " must be "
                + choices.stream().map(c -> "\"" + text.apply(c) + "\"").collect(Collectors.joining(" or ")) + ", is \""
                + chosen + "\": correct it.");
    }

    /** The constructors' messages begin with the key. */
    static <T> T made(Supplier<T> constructor, String path, String file) throws InvalidInputException {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            String[] words = (path + e.getMessage()).split(" ", 2);
            throw new InvalidInputException("\"" + words[0] + "\" in " + file + " " + words[1] + ": correct it.", e);
        }
    }
}
