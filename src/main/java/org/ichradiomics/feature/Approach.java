package org.ichradiomics.feature;

import java.util.List;

import org.ichradiomics.region.LevelVolume;

/** Whether texture is sought within each slice or through the volume: IBSI's 2D and 3D approach. */
public enum Approach {

    /** Neighbours lie in the same slice; each slice with a voxel of the lesion has matrices of its own. */
    IN_SLICES("2D") {
        @Override
        public List<LevelVolume.Part> parts(LevelVolume lesion) {
            return lesion.slices();
        }
    },

    /** Neighbours lie all around; the whole lesion has one set of matrices. */
    IN_VOLUME("3D") {
        @Override
        public List<LevelVolume.Part> parts(LevelVolume lesion) {
            return List.of(lesion.all());
        }
    };

    private final String text;

    Approach(String text) {
        this.text = text;
    }

    /** As in settings files. */
    public String text() {
        return text;
    }

    /** The parts of a lesion that have matrices of their own. */
    public abstract List<LevelVolume.Part> parts(LevelVolume lesion);
}
