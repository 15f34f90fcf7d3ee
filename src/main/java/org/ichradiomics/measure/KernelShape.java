package org.ichradiomics.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.ichradiomics.region.Spacing;

/** Whether the kernel of a map keeps to the slice. */
public enum KernelShape {

    /** As the settings say; else in the slice where slices are more than two pixels apart. */
    AUTO("auto"),

    /** In the slice. */
    FLAT("2d"),

    /** In the volume. */
    SOLID("3d");

    private static final double THICK = 2;

    private final String text;

    KernelShape(String text) {
        this.text = text;
    }

    /** As options say it. */
    public static List<String> texts() {
        return Stream.of(values()).map(shape -> shape.text).toList();
    }

    /** That of a text, which is one of {@link #texts}. */
    public static KernelShape of(String text) {
        return values()[texts().indexOf(text)];
    }

    /**
     * Whether it keeps to the slice.
     *
     * @param settings what they say of it
     * @param spacing of the scan
     */
    boolean isFlat(Optional<Boolean> settings, Spacing spacing) {
        if (this != AUTO) return this == FLAT;
        return settings.orElse(spacing.z() > THICK * Math.max(spacing.x(), spacing.y()));
    }
}
