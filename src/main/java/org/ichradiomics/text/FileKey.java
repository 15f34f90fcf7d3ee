package org.ichradiomics.text;

import java.util.Objects;

/**
 * A key of a settings file that a sentence names: {@code columns.features of the study file}. A front that reads no
 * such file says by which option of its own the same is told.
 *
 * @param key with that of its object before it, e.g. {@code columns.features}
 * @param file what holds it, e.g. {@code study file}
 */
public record FileKey(String key, String file) implements Worded {

    /** @throws NullPointerException if one of them is missing */
    public FileKey {
        Objects.requireNonNull(key);
        Objects.requireNonNull(file);
    }

    /** A key of a study. */
    public static FileKey ofStudy(String key) {
        return new FileKey(key, "study file");
    }

    @Override
    public String in(Words words) {
        return words.of(this);
    }

    /** Where the file is read. */
    @Override
    public String toString() {
        return key + " of the " + file;
    }
}
