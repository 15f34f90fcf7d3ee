package org.ichradiomics.sign;

import java.util.Locale;

/** A sign of plain CT: its published rule, the rule by which it is suggested, and the number that goes with it. */
public enum Sign {
    BLACK_HOLE(
            "Black hole sign",
            SignMeasure.BLACK_HOLE_DIFF,
            "a darker region inside the haematoma, not connected with brain, of clear border and at least 28 HU",
            "Li Q et al., Stroke 2016;47:1777"),
    HYPODENSITY(
            "Hypodensity",
            SignMeasure.HYPODENSITY_DIFF,
            "any hypodensity strictly inside the haematoma; suggested from 10 HU",
            "Boulouis G et al., JAMA Neurol 2016;73:961"),
    SWIRL(
            "Swirl sign",
            SignMeasure.SWIRL_AREA,
            "an area inside the bleed that is no brighter than brain; suggested from 7 mm²",
            "Selariu E et al., BMC Neurol 2012;12:109"),
    SWIRL_TWO_SLICES(
            "Swirl sign on two slices",
            SignMeasure.SWIRL_AREA,
            "a swirl sign that extends over two neighbouring slices",
            "Ng D et al., AJNR 2018;39:232"),
    HETEROGENEOUS(
            "Heterogeneous density",
            SignMeasure.DARK_FOCI,
            "at least 3 foci of low density on the slice of largest area",
            "Barras CD et al., Stroke 2009;40:1325"),
    BLEND(
            "Blend sign",
            SignMeasure.BLEND_DIFF,
            "a darker area beside a brighter one, not enclosed by it, with a border and at least 18 HU between them",
            "Li Q et al., Stroke 2015;46:2119"),
    FLUID_LEVEL(
            "Fluid level",
            SignMeasure.BLEND_DIFF,
            "a level border between a dark upper and a bright lower part, the patient supine",
            "general use; no paper is followed"),
    SATELLITE(
            "Satellite sign",
            SignMeasure.SATELLITES,
            "a bleed of less than 10 mm, 1 to 20 mm from the main one and separate from it on a slice",
            "Shimoda Y et al., Stroke 2017;48:3299"),
    ISLAND(
            "Island sign",
            SignMeasure.ISLANDS_TOTAL,
            "at least 3 small haematomas separate from the main one, or at least 4 of which some may connect with it",
            "Li Q et al., Stroke 2017;48:3019"),
    IRREGULAR(
            "Irregular shape",
            SignMeasure.SHAPE_FOCI,
            "at least 2 foci at or beside the edge on the slice of largest area",
            "Barras CD et al., Stroke 2009;40:1325");

    /** What stands wherever suggestions are shown. */
    public static final String CAUTION = "Suggestions for research: the reader decides.";

    private final String title;
    private final SignMeasure measure;
    private final String rule;
    private final String source;

    Sign(String title, SignMeasure measure, String rule, String source) {
        this.title = title;
        this.measure = measure;
        this.rule = rule;
        this.source = source;
    }

    /** As in tables, where it heads the reader's answer. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a heading or a list calls it, in words. */
    public String title() {
        return title;
    }

    /** The number that speaks for or against it. */
    public SignMeasure measure() {
        return measure;
    }

    /** What is looked for. */
    public String rule() {
        return rule;
    }

    /** Who described it. */
    public String source() {
        return source;
    }
}
