package org.ichradiomics.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.signature.References;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * What the user asks of <i>extract</i>, under the keys of macros: one parser, {@link ExtractOptions}, serves both. An
 * option wins over the settings file, and that over the default.
 */
final class ChosenOptions {

    static final String LABEL = "--mask-label";

    private static final String SETTINGS = "--settings";

    /** Option → key. */
    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put(LABEL, "label");
        KEYS.put("--placement", "placement");
        KEYS.put("--bins", "bins");
        KEYS.put("--low", "low");
        KEYS.put("--high", "high");
        KEYS.put("--run-distance", "run_distance");
        KEYS.put("--spacing", "spacing");
        KEYS.put("--spacing-use", SpacingUse.KEY);
        KEYS.put("--catalogue", "catalogue");
        KEYS.put(SETTINGS, "settings");
        KEYS.put("--signature", "signature");
        KEYS.put("--reference", "reference");
    }

    private ChosenOptions() {}

    static void addTo(CommandSpec spec) {
        add(spec, LABEL, "N", "The label of the haematoma in MASK, where it holds more than one.");
        addPlacementTo(spec);
        add(spec, "--bins", "N", "Grey levels and run lengths are put into N bins (default: 256).");
        add(spec, "--low", "HU", "Lower end of the grey range (default: auto, the lesion's smallest value or 0).");
        add(spec, "--high", "HU", "Upper end of the grey range (default: auto, the lesion's largest value or 0).");
        add(
                spec,
                "--run-distance",
                "MM",
                "Longest run that is counted (default: auto, the diagonal of the matrix in voxels).");
        addSpacingTo(spec);
        add(spec, "--catalogue", "NAME", "The features: ak (default), ibsi, or both.");
        spec.addOption(OptionSpec.builder(SETTINGS)
                .paramLabel("F")
                .type(String.class)
                .description(
                        "For ibsi and both: a JSON file with IBSI settings, or the name of built-in ones: "
                                + IbsiPreset.names() + " (default: ICH).",
                        "Or a JSON file with any of these options, e.g. {\"bins\": 256, \"low\": \"auto\", \"run_distance\": 90}; "
                                + "what is also given as an option is taken from the option.")
                .build());
        add(spec, "--signature", "F", "The score: a JSON file, or the built-in \"Zhan 2020\" (default).");
        add(
                spec,
                "--reference",
                "F",
                "What the score is read against: a JSON file, \"none\", or the built-in \"Demonstration\" (default).");
    }

    static void addPlacementTo(CommandSpec spec) {
        add(
                spec,
                "--placement",
                "HOW",
                "A mask that does not lie on IMAGE to half a voxel is refused (checked, the default), "
                        + "laid on it voxel by voxel (forced), or resampled to the nearest label (resampled).");
    }

    static void addSpacingTo(CommandSpec spec) {
        add(spec, "--spacing", "X,Y,Z", "Voxel spacing in mm, for an image that has none.");
        addSpacingUseTo(spec);
    }

    static void addSpacingUseTo(CommandSpec spec) {
        add(
                spec,
                "--spacing-use",
                "WHEN",
                "A spacing that contradicts the image's own by more than 1 %% is "
                        + "refused (\"if missing\", the default), "
                        + "or used instead of it (instead).");
    }

    private static void add(CommandSpec spec, String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build());
    }

    /**
     * The options that were given, and those of the settings file.
     *
     * @throws ParameterException if the value of an option is none or out of its range
     * @throws InvalidInputException if the settings file cannot be read, or a value in it is none or out of its range
     */
    static ExtractOptions of(ParseResult given, CommandLine line) throws InvalidInputException {
        Map<String, String> options = words(given, line, KEYS.keySet());
        Map<String, String> both = new LinkedHashMap<>();
        Optional<Path> file = SettingsFile.flat(options.get("settings"));
        if (file.isPresent()) {
            options.remove("settings");
            both.putAll(SettingsFile.read(file.get(), List.copyOf(KEYS.values())));
            try {
                check(both);
            } catch (InvalidInputException e) {
                throw new InvalidInputException(file.get().getFileName() + ": " + e.getMessage(), e);
            }
        }
        both.putAll(options);
        return checked(both, line);
    }

    /**
     * What was said of the spacing, where nothing else can be said.
     *
     * @throws ParameterException if the value of an option is none or out of its range
     */
    static ExtractOptions ofSpacing(ParseResult given, CommandLine line) throws InvalidInputException {
        return checked(words(given, line, Set.of("--spacing", "--spacing-use")), line);
    }

    private static Map<String, String> words(ParseResult given, CommandLine line, Set<String> options) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Map.Entry<String, String> option : KEYS.entrySet()) {
            String value = options.contains(option.getKey()) ? given.matchedOptionValue(option.getKey(), null) : null;
            if (value == null) continue;
            if (value.isBlank())
                throw new ParameterException(line, option.getKey() + " is empty: give it a value, or leave it out.");
            words.put(option.getValue(), value);
        }
        return words;
    }

    private static ExtractOptions checked(Map<String, String> words, CommandLine line) throws InvalidInputException {
        try {
            check(words);
        } catch (InvalidInputException e) {
            throw new ParameterException(line, e.in(OptionWords.INSTANCE), e);
        }
        return ExtractOptions.of(words);
    }

    /** The files that the options name, none of which may be overwritten: option → path. */
    static Map<String, Path> files(ParseResult given) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put(given.matchedPositional(0).paramLabel(), given.matchedPositionalValue(0, null));
        Path mask = given.matchedOptionValue(ExtractCommand.MASK, null);
        if (mask != null) files.put(ExtractCommand.MASK, mask);
        for (String option : List.of(SETTINGS, "--signature", "--reference")) {
            String nameOrPath = given.matchedOptionValue(option, "");
            // A name may be no path at all: a colon in it, on Windows.
            if (new File(nameOrPath).isFile()) files.put(option, Path.of(nameOrPath));
        }
        return files;
    }

    /** Everything but what is in files. */
    private static void check(Map<String, String> values) throws InvalidInputException {
        Map<String, String> settings = new LinkedHashMap<>(values);
        settings.remove("signature");
        settings.put("reference", References.NONE);
        if (settings.containsKey("settings")) settings.put("settings", IbsiPreset.A.text());
        ExtractOptions options = ExtractOptions.of(settings);
        options.protocol();
        options.placement();
        options.spacing();
        String label = options.get("label");
        if (!label.equalsIgnoreCase(Labels.ANY) && !label.matches("[+-]?\\d{1,18}")) {
            throw new InvalidInputException(Sentence.of(
                    Setting.of("label", label),
                    " is not a whole number: write ",
                    Setting.of("label", 1),
                    ", or leave it out."));
        }
    }
}
