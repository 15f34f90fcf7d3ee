package org.ichradiomics.figure;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;

/**
 * A figure as data: axes and what is drawn between them, in data coordinates, later marks over earlier ones. A figure
 * without a finite value is drawn all the same, with the words "no values" in it.
 *
 * @param title may be empty; also read out to those who do not see the figure
 * @param top a second axis above the panel with the limits of {@code x}
 * @param right a second axis beside the panel with the limits of {@code y}
 */
public record Figure(
        String title,
        Size size,
        Axis x,
        Axis y,
        Optional<Axis> top,
        Optional<Axis> right,
        Legend legend,
        List<Mark> marks) {

    /** Where the names of the marks are. */
    public enum Legend {
        /** In a corner of the panel where no mark is, else below it. */
        INSIDE,
        /** Below the panel. */
        BELOW,
        /** Nowhere. */
        NONE
    }

    /** Keeps its own copy of the marks. */
    public Figure {
        marks = List.copyOf(marks);
    }

    /** A figure with nothing in it yet, with a legend inside. */
    public static Figure of(String title, Size size, Axis x, Axis y) {
        return new Figure(title, size, x, y, Optional.empty(), Optional.empty(), Legend.INSIDE, List.of());
    }

    /** The same with one more mark. */
    public Figure with(Mark mark) {
        return with(List.of(mark));
    }

    /** The same with more marks. */
    public Figure with(List<? extends Mark> more) {
        List<Mark> all = new ArrayList<>(marks);
        all.addAll(more);
        return new Figure(title, size, x, y, top, right, legend, all);
    }

    /** The same with an axis above the panel; it has the limits of {@code x}. */
    public Figure withTop(String label, List<Axis.Tick> ticks) {
        return with(Optional.of(x.opposite(label, ticks)), right);
    }

    /** The same with labels beside the panel at values of {@code y}. */
    public Figure withRight(String label, List<Axis.Tick> ticks) {
        return with(top, Optional.of(y.opposite(label, ticks).looking(Axis.Look.LABELS)));
    }

    private Figure with(Optional<Axis> above, Optional<Axis> beside) {
        return new Figure(title, size, x, y, above, beside, legend, marks);
    }

    /** The same with the legend elsewhere. */
    public Figure with(Legend other) {
        return new Figure(title, size, x, y, top, right, other, marks);
    }

    /** The same in another size. */
    public Figure with(Size other) {
        return new Figure(title, other, x, y, top, right, legend, marks);
    }

    /** The same with another title. */
    public Figure titled(String other) {
        return new Figure(other, size, x, y, top, right, legend, marks);
    }

    /**
     * As SVG 1.1: the same text on every machine, for it needs no fonts. It can stand alone or within HTML, as it has
     * no ids and no scripts.
     */
    public String svg() {
        return SvgCanvas.draw(this);
    }

    /**
     * As PNG of 300 dots per inch.
     *
     * @throws InvalidInputException if this machine has no fonts
     */
    public byte[] png() throws InvalidInputException {
        return ImageCanvas.png(this, 300);
    }

    /**
     * For a screen.
     *
     * @param dpi dots per inch
     * @throws InvalidInputException if this machine has no fonts
     */
    public BufferedImage image(int dpi) throws InvalidInputException {
        return ImageCanvas.image(this, dpi);
    }
}
