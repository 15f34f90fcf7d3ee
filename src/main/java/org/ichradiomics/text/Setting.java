package org.ichradiomics.text;

import java.util.Objects;

/**
 * A setting that a sentence names: {@code bins=256} in macros, {@code --bins=256} on the command line.
 *
 * @param key as in macros, e.g. {@code run_distance}
 * @param value empty where only the setting is named, not what to set
 */
public record Setting(String key, String value) implements Worded {

    /** @throws NullPointerException if one of them is missing */
    public Setting {
        Objects.requireNonNull(key);
        Objects.requireNonNull(value);
    }

    /** A setting with a value. */
    public static Setting of(String key, Object value) {
        return new Setting(key, value.toString());
    }

    /** A setting as such, whatever its value. */
    public static Setting of(String key) {
        return new Setting(key, "");
    }

    @Override
    public String in(Words words) {
        return words.of(this);
    }

    /** As a macro has it. */
    @Override
    public String toString() {
        if (value.isEmpty()) return key;
        return key + "=" + (value.matches("[^\\s\\[\\]]+") ? value : "[" + value + "]");
    }
}
