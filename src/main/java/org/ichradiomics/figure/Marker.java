package org.ichradiomics.figure;

import java.util.stream.IntStream;

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

    /** x, y, x, y, …, y downwards; empty for what is round. */
    private final double[] corners;

    Marker(double... corners) {
        this.corners = corners;
    }

    boolean isRound() {
        return corners.length == 0;
    }

    /** Of the corners about a place; none of what is round. */
    double[] xs(double x, double radius) {
        return coordinates(0, x, radius);
    }

    /** Downwards, as many. */
    double[] ys(double y, double radius) {
        return coordinates(1, y, radius);
    }

    private double[] coordinates(int first, double centre, double radius) {
        return IntStream.range(0, corners.length / 2)
                .mapToDouble(i -> centre + radius * corners[2 * i + first])
                .toArray();
    }

    /** Whether the shape is filled with its colour, else it is an outline. */
    public boolean isFilled() {
        return this != CIRCLE && this != BOX;
    }

    /** The marker of series number i, from 0; they repeat after six. */
    public static Marker series(int i) {
        return values()[i % values().length];
    }
}
