package org.ichradiomics.imagej;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;

/**
 * What the user asks of <i>Volume...</i>: the keys of <i>Extract...</i> that say where the mask is, with its defaults.
 */
public final class VolumeOptions {

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = ExtractOptions.defaults(
            List.of("mask", "roi_path", "maskimage", "maskpath", "label", "rows", "spacing", "spacing_use"));

    private final Options options;

    private VolumeOptions(Options options) {
        this.options = options;
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @throws InvalidInputException if a key is unknown
     */
    public static VolumeOptions parse(String text) throws InvalidInputException {
        return new VolumeOptions(Options.parse(text, DEFAULTS, ExtractOptions.IMAGE));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static VolumeOptions of(Map<String, String> values) {
        return new VolumeOptions(Options.of(values, DEFAULTS));
    }

    /** The value of a key, never null. */
    public String get(String key) {
        return options.get(key);
    }

    /** The same choice of a mask for whoever looks for lesions. */
    public ExtractOptions mask() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : DEFAULTS.keySet()) values.put(key, get(key));
        return ExtractOptions.of(values);
    }
}
