package org.ichradiomics.scan;

import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** When a voxel spacing that a user gave holds. */
public enum SpacingUse {

    /** Where the image has none; one that contradicts the image's own is refused. */
    IF_MISSING("if missing"),

    /** Whatever the image has. */
    INSTEAD("instead");

    /** The setting that chooses. */
    public static final String KEY = "spacing_use";

    private final String text;

    SpacingUse(String text) {
        this.text = text;
    }

    /** As users name it. */
    public String text() {
        return text;
    }

    /** All names, the default first. */
    public static String[] texts() {
        return Stream.of(values()).map(SpacingUse::text).toArray(String[]::new);
    }

    /** @throws InvalidInputException if there is none of that name, whatever the case of its letters */
    public static SpacingUse of(String text) throws InvalidInputException {
        for (SpacingUse use : values()) {
            if (use.text.equalsIgnoreCase(text.strip())) return use;
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of(KEY, text),
                " is no choice: use ",
                Setting.of(KEY, IF_MISSING.text),
                " or ",
                Setting.of(KEY, INSTEAD.text),
                "."));
    }
}
