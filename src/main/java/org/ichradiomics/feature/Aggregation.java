package org.ichradiomics.feature;

import java.util.Arrays;
import java.util.List;

/** How the matrices of slices and directions become one value, as IBSI names the ways. */
public enum Aggregation {

    /** Computed once over the volume: every family outside texture. */
    WHOLE("3D", "DHQ4", Approach.IN_VOLUME, false, Merging.ALL, ""),

    /** One matrix for each slice and direction; the mean of their features. */
    SLICES_AVERAGED("2D_avg", "BTW3", Approach.IN_SLICES, true, Merging.NONE, "mean over slices × 4 directions of "),

    /** The directions of a slice merged; the mean of the slices' features. */
    SLICES_MERGED(
            "2D_smrg",
            "SUJT",
            Approach.IN_SLICES,
            true,
            Merging.DIRECTIONS,
            "4 directions merged, mean over slices of "),

    /** The slices of a direction merged; the mean of the directions' features. */
    DIRECTIONS_MERGED(
            "2.5D_dmrg", "JJUI", Approach.IN_SLICES, true, Merging.SLICES, "slices merged, mean over 4 directions of "),

    /** Slices and directions merged. */
    SLICES_ALL_MERGED("2.5D_vmrg", "ZW7Z", Approach.IN_SLICES, true, Merging.ALL, "slices and 4 directions merged: "),

    /** One matrix for each direction; the mean of their features. */
    VOLUME_AVERAGED("3D_avg", "ITBB", Approach.IN_VOLUME, true, Merging.NONE, "mean over 13 directions of "),

    /** The directions merged. */
    VOLUME_MERGED("3D_mrg", "IAZD", Approach.IN_VOLUME, true, Merging.ALL, "13 directions merged: "),

    /** One matrix for each slice, which knows no direction; the mean of their features. */
    BY_SLICE("2D", "8QNN", Approach.IN_SLICES, false, Merging.NONE, "mean over slices of "),

    /** The slices' matrices, which know no direction, merged. */
    SLICES_TOGETHER("2.5D", "62GR", Approach.IN_SLICES, false, Merging.ALL, "slices merged: "),

    /** One matrix of the volume, which knows no direction. */
    BY_VOLUME("3D", "KOBO", Approach.IN_VOLUME, false, Merging.ALL, "");

    /** What is added up before the features are computed. */
    public enum Merging {
        /** Nothing: a feature for each matrix. */
        NONE,
        /** The directions of each slice. */
        DIRECTIONS,
        /** The slices of each direction. */
        SLICES,
        /** Everything: one matrix. */
        ALL
    }

    private final String text;
    private final String id;
    private final Approach approach;
    private final boolean directional;
    private final Merging merging;
    private final String words;

    Aggregation(String text, String id, Approach approach, boolean directional, Merging merging, String words) {
        this.text = text;
        this.id = id;
        this.approach = approach;
        this.directional = directional;
        this.merging = merging;
        this.words = words;
    }

    /** Whether it reads slices or the volume. */
    public Approach approach() {
        return approach;
    }

    /** The ways of one approach to texture, for matrices that know directions or for those that do not. */
    public static List<Aggregation> of(Approach approach, boolean directional) {
        return Arrays.stream(values())
                .filter(a -> a != WHOLE && a.approach == approach && a.directional == directional)
                .toList();
    }

    /** The short name as in result files, e.g. {@code 3D_avg}. */
    public String text() {
        return text;
    }

    /** The permanent code of the IBSI reference manual, e.g. {@code ITBB}. */
    public String id() {
        return id;
    }

    /** What is added up before the features are computed. */
    public Merging merging() {
        return merging;
    }

    /** A formula, with the way it is aggregated said before it. */
    public String describe(String formula) {
        return words.isEmpty() ? formula : words + "[" + formula + "]";
    }
}
