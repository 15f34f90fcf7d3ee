package org.ichradiomics.figure;

import java.util.Locale;

/** The eight colours of Okabe and Ito (2008), told apart with any colour vision, and greys. */
public enum Colour {
    BLACK(0x000000),
    BLUE(0x0072B2),
    VERMILLION(0xD55E00),
    GREEN(0x009E73),
    PURPLE(0xCC79A7),
    ORANGE(0xE69F00),
    SKY(0x56B4E9),
    YELLOW(0xF0E442),
    DARK(0x4D4D4D),
    GREY(0x8C8C8C),
    PALE(0xCCCCCC),
    WHITE(0xFFFFFF);

    /** For lines and points; yellow is too faint for them on white, and black is left to what is no series. */
    private static final Colour[] SERIES = {BLUE, VERMILLION, GREEN, PURPLE, ORANGE, SKY};

    private final int rgb;

    Colour(int rgb) {
        this.rgb = rgb;
    }

    /** Red, green and blue in 24 bits. */
    public int rgb() {
        return rgb;
    }

    /** As in {@code #0072B2}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }

    /** The colour of series number i, from 0; they repeat after six. */
    public static Colour series(int i) {
        return SERIES[i % SERIES.length];
    }
}
