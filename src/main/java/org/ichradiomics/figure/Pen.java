package org.ichradiomics.figure;

/**
 * What a line is drawn with.
 *
 * @param width in points, above 0
 */
public record Pen(Colour colour, double width, Dash dash) {

    static final Pen AXIS = solid(Colour.BLACK, 0.6);

    /** @throws IllegalArgumentException unless the width is positive */
    public Pen {
        if (!(width > 0)) throw new IllegalArgumentException("the width of a line must be positive, was " + width);
    }

    /** The pen of series number i, from 0: 30 in all, and any five in a row are told apart without colours. */
    public static Pen series(int i) {
        return new Pen(Colour.series(i), 1.2, Dash.series(i));
    }

    /** Of points that are not filled. */
    static Pen outline(Colour colour) {
        return solid(colour, 0.6);
    }

    static Pen solid(Colour colour, double width) {
        return new Pen(colour, width, Dash.SOLID);
    }

    static Pen dashed(Colour colour, double width) {
        return new Pen(colour, width, Dash.DASHED);
    }

    /** The same, whole. */
    Pen solid() {
        return solid(colour, width);
    }
}
