package org.ichradiomics.figure;

/** What a figure is drawn on; all lengths in points, y downwards. */
interface Canvas {

    void line(double x1, double y1, double x2, double y2, Pen pen);

    /** Through at least two points. */
    void polyline(double[] x, double[] y, Pen pen);

    /** @param outline {@code null} for none */
    void rectangle(Area area, Colour fill, double opacity, Pen outline);

    /** A shape about a place; an outline is filled with white. */
    void marker(double x, double y, Marker marker, Colour colour, double radius);

    /** One line of text that stands on y; if it is upright it is read from below, and x is the line it stands on. */
    void text(double x, double y, String text, Font font, Anchor anchor, Colour colour, boolean upright);
}
