package org.ichradiomics.filter;

/** Whether a filter sees one slice at a time or the volume. */
public enum Dimension {

    /** Each slice by itself, along x and y. */
    IN_SLICES("2D", 2),

    /** Along x, y and z. */
    IN_VOLUME("3D", 3);

    private final String text;
    private final int axes;

    Dimension(String text, int axes) {
        this.text = text;
        this.axes = axes;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return text;
    }

    /** Number of axes: 2 or 3. */
    public int axes() {
        return axes;
    }
}
