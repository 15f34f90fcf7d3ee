package org.ichradiomics.sign;

import java.util.Locale;

/** A number beside the suggestions, as it is named in tables. */
public enum SignMeasure {
    BRAIN_LEVEL("HU", "median of brain 3 to 15 mm outside the haematoma"),
    BLACK_HOLE_DIFF("HU", "largest difference of a closed dark region to the bleed round it; 0 without one"),
    HYPODENSITY_DIFF("HU", "the same for regions of less contrast"),
    BLEND_DIFF("HU", "largest difference of two parts side by side; 0 without them"),
    ISLANDS_SEPARATE("", "most pieces beside the largest one in a slice"),
    ISLANDS_TOTAL("", "most pieces and lobules in a slice"),
    SATELLITES("", "most satellites in a slice"),
    SHAPE_FOCI("", "pieces and lobules on the slice of largest area"),
    DARK_FOCI("", "dark regions on the slice of largest area"),
    LARGEST_SLICE("", "the slice of largest area, counted from 0"),
    SWIRL_AREA("mm²", "largest area in a slice that is no brighter than brain; 0 without one"),
    SOLIDITY("", "area of the largest piece on that slice, as a part of its convex hull's, 0 to 1"),
    PERIMETER_RATIO("", "its perimeter, as a multiple of its convex hull's, 1 or more");

    private final String unit;
    private final String text;

    SignMeasure(String unit, String text) {
        this.unit = unit;
        this.text = text;
    }

    /** As in tables. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** HU, mm², or empty. */
    public String unit() {
        return unit;
    }

    /** What is measured, in words. */
    public String text() {
        return text;
    }
}
