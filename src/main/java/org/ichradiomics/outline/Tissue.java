package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** What a label stands for; empty for one that is no tissue. */
    public static Optional<Tissue> of(int label) {
        return Arrays.stream(values()).filter(tissue -> tissue.label == label).findFirst();
    }

    /** The word for it: {@code haematoma}, {@code IVH}, {@code oedema}. */
    @Override
    public String toString() {
        return this == IVH ? name() : name().toLowerCase(Locale.ROOT);
    }

    /** 1, 2 or 3. */
    public int label() {
        return label;
    }
}
