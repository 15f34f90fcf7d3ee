package org.ichradiomics.imagej;

import java.util.Arrays;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** How many rows a mask makes. */
public enum Rows {

    /** One for all ROIs together, or for the chosen label. */
    ONE("one"),
    /** One for each ROI; ROIs that share a name share a row. */
    PER_ROI("per ROI"),
    /** One for each ROI group, or each label of a mask image. */
    PER_GROUP("per group"),
    /** One for each label of a mask; of ROIs, whose groups are labels, as {@link #PER_GROUP}. */
    PER_LABEL("per label");

    private final String text;

    Rows(String text) {
        this.text = text;
    }

    /** As options and macros write it. */
    public String text() {
        return text;
    }

    /** All words, in the order of the dialog. */
    public static String[] texts() {
        return Arrays.stream(values()).map(Rows::text).toArray(String[]::new);
    }

    /**
     * @param text with spaces, or with hyphens as on the command line
     * @throws InvalidInputException if there is no such choice
     */
    public static Rows of(String text) throws InvalidInputException {
        for (Rows rows : values()) {
            if (rows.text.equalsIgnoreCase(text.strip().replace('-', ' '))) return rows;
        }
        throw new InvalidInputException(Sentence.choice("rows", text, texts()));
    }
}
