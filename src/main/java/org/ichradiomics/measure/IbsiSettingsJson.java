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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.RecordForm;

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

    /** The keys of the file behind format and version. */
    private record Written(
            String name,
            Set<Approach> approach,
            Boolean roundIntensities,
            @Key(nullable = true) Optional<Regrid> interpolation,
            Resegmentation resegmentation,
            Bins discretisation,
            @Key(late = true) List<IbsiFamily> families,
            @Key(late = true) Boolean unfiltered,
            @Key(late = true) List<IbsiFilter> filters) {

        static final Written USUAL = new Written(null, null, null, null, null, null, IbsiFamily.WHOLE, true, List.of());

        static Written of(IbsiSettings settings) {
            return new Written(
                    settings.name(),
                    settings.approaches(),
                    settings.round(),
                    settings.regrid(),
                    settings.resegmentation(),
                    new Bins(settings.texture(), settings.volume()),
                    List.copyOf(settings.families()),
                    settings.images().unfiltered(),
                    settings.images().filters());
        }

        IbsiSettings settings() {
            return new IbsiSettings(
                    name,
                    approach,
                    roundIntensities,
                    interpolation,
                    resegmentation,
                    discretisation.texture,
                    discretisation.ivh,
                    Set.copyOf(families),
                    new MeasuredImages(unfiltered, filters));
        }
    }

    private record Bins(Binning texture, Binning ivh) {}

    private static final RecordForm PARTS = RecordForm.PLAIN
            .with(
                    Interpolation.class,
                    (json, key) -> choice(json, key, List.of(Interpolation.values()), Interpolation::text),
                    Interpolation::text)
            .with(Binning.class, (json, key) -> binning(json.object(key)), IbsiSettingsJson::object);

    private static final RecordForm WHOLE = PARTS.with(Regrid.class, part(Regrid.class), PARTS::write)
            .with(Resegmentation.class, part(Resegmentation.class), PARTS::write)
            .with(
                    "approach",
                    (json, key) -> choice(json, key, APPROACHES, IbsiSettings::text),
                    (Set<Approach> approaches) -> IbsiSettings.text(approaches))
            .with(
                    "families",
                    IbsiSettingsJson::families,
                    (List<IbsiFamily> families) ->
                            families.stream().map(IbsiFamily::text).toList())
            .with(
                    "filters",
                    FilterJson::filters,
                    (List<IbsiFilter> filters) ->
                            filters.stream().map(FilterJson::object).toList());

    private IbsiSettingsJson() {}

    /** A file's text, LF at the end; {@link #parse} gives the same settings again. */
    public static String text(IbsiSettings settings) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", VERSION);
        json.putAll(WHOLE.write(Written.of(settings), Written.USUAL));
        return JsonText.file(json);
    }

    /**
     * @param file how sentences call the text
     * @throws InvalidInputException if it is no JSON, or a key is missing, unknown or out of its range; the sentence
     *     names the key
     */
    public static IbsiSettings parse(String text, String file) throws InvalidInputException {
        JsonFields json = fields(text, file);
        if (!json.textOr("format", "").equals(FORMAT)) {
            throw new InvalidInputException(file + " holds no IBSI settings (its \"format\" is not \"" + FORMAT
                    + "\"): choose a settings file.");
        }
        int version = json.count("version");
        if (version != VERSION) {
            throw new InvalidInputException(file + " holds IBSI settings of version " + version
                    + ", but this program reads version " + VERSION + ": use the program that wrote it.");
        }
        try {
            return WHOLE.read(json, Written.USUAL).settings();
        } catch (IllegalArgumentException e) {
            throw json.refused(e);
        }
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

    private static List<IbsiFamily> families(JsonFields json, String key) throws InvalidInputException {
        List<IbsiFamily> families = new ArrayList<>();
        for (String text : json.texts(key)) {
            families.add(Arrays.stream(IbsiFamily.values())
                    .filter(family -> family.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> json.wrong(
                            key,
                            "some of "
                                    + Arrays.stream(IbsiFamily.values())
                                            .map(IbsiFamily::text)
                                            .collect(Collectors.joining(", "))
                                    + "; \"" + text + "\" is none of them")));
        }
        return families;
    }

    /** A part whose constructor says what is wrong with which of its keys. */
    private static <R extends Record> RecordForm.Taking<R> part(Class<R> type) {
        return (whole, key) -> {
            JsonFields json = whole.object(key);
            try {
                return PARTS.read(json, type);
            } catch (IllegalArgumentException e) {
                throw json.refused(e);
            }
        };
    }

    private static Binning binning(JsonFields json) throws InvalidInputException {
        String method = choice(json, "method", List.of(NO_BINS, WIDTH, NUMBER), text -> text);
        double width = method.equals(WIDTH) ? json.number("width") : Double.NaN;
        int count = method.equals(NUMBER) ? json.count("count") : 0;
        json.end();
        try {
            return switch (method) {
                case WIDTH -> new Binning.FixedWidth(width);
                case NUMBER -> new Binning.FixedNumber(count);
                default -> new Binning.None();
            };
        } catch (IllegalArgumentException e) {
            throw json.refused(e);
        }
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

    private static <T> T choice(JsonFields json, String key, List<T> choices, Function<T, String> text)
            throws InvalidInputException {
        String chosen = json.text(key);
        for (T choice : choices) {
            if (text.apply(choice).equals(chosen)) return choice;
        }
        throw json.wrong(
                key,
                choices.stream().map(c -> "\"" + text.apply(c) + "\"").collect(Collectors.joining(" or ")) + ", is \""
                        + chosen + "\"");
    }
}
