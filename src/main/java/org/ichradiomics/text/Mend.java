package org.ichradiomics.text;

/** What a user can do besides a {@link Setting}, where the fronts have different words for it. */
public enum Mend implements Worded {

    /** Giving Java more memory. */
    MEMORY,

    /** Setting the voxel size of the open image in ImageJ's menu; the command line has no open image. */
    IMAGE_PROPERTIES;

    @Override
    public String in(Words words) {
        return words.of(this);
    }
}
