package org.ichradiomics.feature;

import java.util.List;
import java.util.function.Function;

import org.ichradiomics.region.LevelVolume;

/** Whether texture is sought within each slice or through the volume: IBSI's 2D and 3D approach. */
public enum Approach {

    /** Neighbours lie in the same slice; each slice with a voxel of the lesion has matrices of its own. */
    IN_SLICES("2D", LevelVolume::slices),

    /** Neighbours lie all around; the whole lesion has one set of matrices. */
    IN_VOLUME("3D", lesion -> List.of(lesion.all()));

    private final String text;
    private final Function<LevelVolume, List<LevelVolume.Part>> parts;

    Approach(String text, Function<LevelVolume, List<LevelVolume.Part>> parts) {
        this.text = text;
        this.parts = parts;
    }

    /** As in settings files. */
    public String text() {
        return text;
    }

    /** The parts of a lesion that have matrices of their own. */
    public List<LevelVolume.Part> parts(LevelVolume lesion) {
        return parts.apply(lesion);
    }
}
