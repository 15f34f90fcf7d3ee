package org.ichradiomics.measure;

import java.util.List;

import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.Key;

/**
 * The interpolation of image and mask to another spacing.
 *
 * @param spacing mm along x and y, or along x, y and z; with two numbers the slices stay as they are
 * @param image for the intensities
 * @param mask for the mask, which is kept where it reaches one half
 */
public record Regrid(
        @Key(value = "spacing_mm", needed = true) List<Double> spacing, Interpolation image, Interpolation mask) {

    /**
     * @throws IllegalArgumentException if the spacing is not two or three numbers in the range of {@link Spacing}; the
     *     message begins with its key
     */
    public Regrid {
        spacing = List.copyOf(spacing);
        if (spacing.size() < 2 || spacing.size() > 3 || !spacing.stream().allMatch(Spacing::isLength)) {
            throw new IllegalArgumentException(
                    "spacing_mm must be two or three positive numbers of mm, 0.0001 to 10000, was " + spacing);
        }
    }

    /** The new spacing of a scan. */
    Spacing of(Spacing old) {
        return new Spacing(spacing.get(0), spacing.get(1), spacing.size() < 3 ? old.z() : spacing.get(2));
    }
}
