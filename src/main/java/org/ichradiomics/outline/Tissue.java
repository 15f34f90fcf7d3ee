package org.ichradiomics.outline;

/** What a voxel of an outline is, with its label in the volume. */
public enum Tissue {

    /** Blood in the parenchyma. */
    HAEMATOMA(1),
    /** Blood in the ventricles. */
    IVH(2),
    /** Oedema round the blood. */
    OEDEMA(3);

    private final int label;

    Tissue(int label) {
        this.label = label;
    }

    /** 1, 2 or 3. */
    public int label() {
        return label;
    }
}
