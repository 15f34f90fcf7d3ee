package org.ichradiomics.texture;

import org.ichradiomics.region.Spacing;

/** How PyRadiomics weighs the directions of a matrix: {@code weightingNorm}. D is the length of a step in mm. */
public enum Weighting {

    /** Not at all: a feature is the mean over the directions. */
    NONE(null),

    /** One matrix, every direction alike. */
    NO_WEIGHTING("no_weighting"),

    /** D = √(Σ d²). */
    EUCLIDEAN("euclidean"),

    /** D = Σ |d|. */
    MANHATTAN("manhattan"),

    /** D = max |d|. */
    INFINITY("infinity");

    private final String text;

    Weighting(String text) {
        this.text = text;
    }

    /** As in parameter files; null for none. */
    public String text() {
        return text;
    }

    /** Whether the directions are added up to one matrix. */
    boolean isOneMatrix() {
        return this != NONE;
    }

    /** exp(−D²), which co-occurrences count. */
    double ofPairs(Direction step, Spacing spacing) {
        if (this == NO_WEIGHTING) return 1;
        double distance = distance(step, spacing);
        return Math.exp(-distance * distance);
    }

    /** D itself, which runs count: PyRadiomics leaves the exponential out there. */
    double ofRuns(Direction step, Spacing spacing) {
        return this == NO_WEIGHTING ? 1 : distance(step, spacing);
    }

    private double distance(Direction step, Spacing spacing) {
        double x = Math.abs(step.dx()) * spacing.x();
        double y = Math.abs(step.dy()) * spacing.y();
        double z = Math.abs(step.dz()) * spacing.z();
        return switch (this) {
            case MANHATTAN -> x + y + z;
            case INFINITY -> Math.max(x, Math.max(y, z));
            default -> Math.sqrt(x * x + y * y + z * z);
        };
    }
}
