package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.KnownRobustness;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.signature.References;
import org.ichradiomics.text.InvalidInputException;

/**
 * What the user asks of <i>extract</i>, under the keys of macros: one parser, {@link ExtractOptions}, serves both. An
 * option wins over the settings file, and that over the default.
 */
final class ChosenOptions {

    private ChosenOptions() {}

    /**
     * The options that were given, and those of the settings file.
     *
     * @throws WrongUse if the value of an option is none or out of its range
     * @throws InvalidInputException if the settings file cannot be read, or a value in it is none or out of its range
     */
    static ExtractOptions of(Given given) throws InvalidInputException {
        Map<String, String> options = given.words(ExtractOptions.IN_FILES);
        Map<String, String> both = new LinkedHashMap<>();
        Optional<Path> file = SettingsFile.flat(options.get("settings"));
        if (file.isPresent()) {
            options.remove("settings");
            both.putAll(SettingsFile.read(file.get(), Option.keys(ExtractOptions.IN_FILES)));
            try {
                check(both);
            } catch (InvalidInputException e) {
                throw new InvalidInputException(file.get().getFileName() + ": " + e.getMessage(), e);
            }
        }
        both.putAll(options);
        return checked(both);
    }

    /**
     * Those of the options that were given, without a settings file.
     *
     * @throws WrongUse if the value of an option is none or out of its range
     */
    static ExtractOptions of(Given given, List<Option> options) {
        return checked(given.words(options));
    }

    private static ExtractOptions checked(Map<String, String> words) {
        try {
            check(words);
        } catch (InvalidInputException e) {
            throw new WrongUse(e.in(OptionWords.INSTANCE), e);
        }
        return ExtractOptions.of(words);
    }

    /** Everything but what is in files. */
    private static void check(Map<String, String> values) throws InvalidInputException {
        Map<String, String> settings = new LinkedHashMap<>(values);
        settings.remove("signature");
        settings.remove(KnownRobustness.OPTION.key());
        settings.put("reference", References.NONE);
        boolean isPyRadiomics = settings.getOrDefault("catalogue", "").equalsIgnoreCase(ExtractOptions.PYRADIOMICS);
        if (isPyRadiomics) settings.remove("settings");
        if (settings.containsKey("settings")) settings.put("settings", IbsiPreset.A.text());
        ExtractOptions options = ExtractOptions.of(settings);
        options.protocol();
        options.placement();
        options.spacing();
    }
}
