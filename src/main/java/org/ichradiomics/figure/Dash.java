package org.ichradiomics.figure;

/** How a line is broken, so that lines are told apart without colours. */
public enum Dash {
    /** Without gaps. */
    SOLID,
    DASHED(4, 2),
    DASH_DOT(5, 1.6, 1.2, 1.6),
    DOTTED(1.2, 1.4),
    LONG(8, 2);

    private final double[] lengths;

    Dash(double... lengths) {
        this.lengths = lengths;
    }

    /** Drawn and left out by turns, in points; empty for a whole line. */
    double[] lengths() {
        return lengths;
    }

    /** The dash of series number i, from 0; they repeat after five. */
    public static Dash series(int i) {
        return values()[i % values().length];
    }
}
