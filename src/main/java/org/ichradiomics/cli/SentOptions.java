package org.ichradiomics.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.batch.Errands;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.text.InvalidInputException;

/** The options of a batch as text, from which another machine makes what it measures. */
public final class SentOptions {

    /** Those that may name a file. */
    public static final List<String> FILES = ExtractOptions.IN_FILES.stream()
            .filter(option -> option.kind() == Option.Kind.NAME_OR_FILE || option.kind() == Option.Kind.FILE)
            .map(Option::key)
            .toList();

    private SentOptions() {}

    /** Value by key. */
    static Map<String, String> of(ExtractOptions options) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : Option.keys(ExtractOptions.IN_FILES)) values.put(key, options.get(key));
        return values;
    }

    /**
     * What does the work on single cases, in the words of the command line.
     *
     * @throws InvalidInputException if a value is none, or a file cannot be read
     */
    public static Errands errands(Map<String, String> values) throws InvalidInputException {
        ExtractOptions options = ExtractOptions.of(values);
        return new Errands(
                options.protocol(),
                options.spacing().ofFiles(),
                options.rule(),
                CohortFiles.INSTANCE,
                OptionWords.INSTANCE);
    }
}
