package org.ichradiomics.figure;

/**
 * How large a figure is printed, in mm. Its height follows from that of the panel, the title, the labels and the
 * legend.
 *
 * @param width of the whole figure
 * @param panel height of the area between the axes; NaN for a square one
 */
public record Size(double width, double panel) {

    /** One column of a journal. */
    public static final double COLUMN = 85;
    /** One column and a half. */
    public static final double WIDE = 120;

    /** @throws IllegalArgumentException unless the width is 40 to 400 mm and the panel NaN, or 10 to 1000 mm */
    public Size {
        if (!(width >= 40 && width <= 400))
            throw new IllegalArgumentException("a figure must be 40 to 400 mm wide, was " + width);
        if (!Double.isNaN(panel) && !(panel >= 10 && panel <= 1000)) {
            throw new IllegalArgumentException("a panel must be 10 to 1000 mm high, was " + panel);
        }
    }

    /** With a square panel: on axes with the same limits a unit is as long in x as in y. */
    public static Size square(double width) {
        return new Size(width, Double.NaN);
    }

    /** Whether the panel is as high as it is wide. */
    public boolean isSquare() {
        return Double.isNaN(panel);
    }
}
