package org.ichradiomics.imagej;

/**
 * One of several masks that differ.
 *
 * @param size its slices and mL, or why it cannot be used
 */
public record MaskChoice(MaskSource source, String size) {

    /** As a sentence or a list has it, e.g. {@code overlay (6 slices, 7.15 mL)}. */
    @Override
    public String toString() {
        return source.text() + " (" + size + ")";
    }
}
