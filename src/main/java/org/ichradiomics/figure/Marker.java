package org.ichradiomics.figure;

/** The shape of a point: as corners about it in units of its radius, so that all shapes look equally large. */
public enum Marker {
    /** Filled, round. */
    DISC,
    SQUARE(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85),
    TRIANGLE(0, -1.35, 1.25, 0.85, -1.25, 0.85),
    DIAMOND(0, -1.2, 1.2, 0, 0, 1.2, -1.2, 0),
    /** An outline, round. */
    CIRCLE,
    BOX(-0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85);

    private final double[] corners;

    Marker(double... corners) {
        this.corners = corners;
    }

    /** x, y, x, y, …, y downwards; empty for what is round. */
    double[] corners() {
        return corners;
    }

    /** Whether the shape is filled with its colour, else it is an outline. */
    boolean isFilled() {
        return this != CIRCLE && this != BOX;
    }

    /** The marker of series number i, from 0; they repeat after six. */
    public static Marker series(int i) {
        return values()[i % values().length];
    }
}
