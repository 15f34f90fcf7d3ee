package org.ichradiomics.growth;

/** The groups of Zhan 2021: the R-score was validated from 3 to below 10 mL. */
public enum VolumeGroup {
    BELOW_3("< 3 mL"),
    FROM_3_TO_10("3-10 mL"),
    FROM_10("≥ 10 mL");

    private final String text;

    VolumeGroup(String text) {
        this.text = text;
    }

    /** As tables say it, with its unit. */
    public String text() {
        return text;
    }

    /** The group of a haematoma: 3 mL belongs to the middle group, 10 mL to the last. */
    public static VolumeGroup of(VoxelVolume volume) {
        if (volume.isAtLeast(10)) return FROM_10;
        return volume.isAtLeast(3) ? FROM_3_TO_10 : BELOW_3;
    }
}
