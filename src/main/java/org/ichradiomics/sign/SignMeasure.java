package org.ichradiomics.sign;

/** A number beside the suggestions, as it is named in tables. */
public enum SignMeasure {
    BRAIN_LEVEL("brain_level", "HU", "median of brain 3 to 15 mm outside the haematoma"),
    BLACK_HOLE_DIFF(
            "black_hole_diff", "HU", "largest difference of a closed dark region to the bleed round it; 0 without one"),
    HYPODENSITY_DIFF("hypodensity_diff", "HU", "the same for regions of less contrast"),
    BLEND_DIFF("blend_diff", "HU", "largest difference of two parts side by side; 0 without them"),
    ISLANDS_SEPARATE("islands_separate", "", "most pieces beside the largest one in a slice"),
    ISLANDS_TOTAL("islands_total", "", "most pieces and lobules in a slice"),
    SATELLITES("satellites", "", "most satellites in a slice"),
    SHAPE_FOCI("shape_foci", "", "pieces and lobules on the slice of largest area"),
    DARK_FOCI("dark_foci", "", "dark regions on the slice of largest area"),
    LARGEST_SLICE("largest_slice", "", "the slice of largest area, counted from 0"),
    SWIRL_AREA("swirl_area", "mm²", "largest area in a slice that is no brighter than brain; 0 without one"),
    SOLIDITY("solidity", "", "area of the largest piece on that slice, as a part of its convex hull's, 0 to 1"),
    PERIMETER_RATIO("perimeter_ratio", "", "its perimeter, as a multiple of its convex hull's, 1 or more");

    private final String key;
    private final String unit;
    private final String text;

    SignMeasure(String key, String unit, String text) {
        this.key = key;
        this.unit = unit;
        this.text = text;
    }

    /** As in tables. */
    public String key() {
        return key;
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
