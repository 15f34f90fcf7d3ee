package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * All texture matrices of one lesion under one approach, each made when it is asked for; what two kinds of them are
 * made of is kept. For one thread.
 */
final class TextureMatrices {

    private final LevelVolume lesion;
    private final Approach approach;
    private Zones zones;
    private Neighbourhoods neighbourhoods;

    private TextureMatrices(LevelVolume lesion, Approach approach) {
        this.lesion = lesion;
        this.approach = approach;
    }

    static TextureMatrices of(LevelVolume lesion, Approach approach) {
        return new TextureMatrices(lesion, approach);
    }

    /** GLCM. */
    MatrixGrid<PairMatrix> pairs() {
        return PairMatrix.grid(lesion, approach);
    }

    /** GLRLM. */
    MatrixGrid<CountMatrix> runs() {
        return Runs.grid(lesion, approach);
    }

    /** GLSZM. */
    MatrixGrid<CountMatrix> zoneSizes() {
        return zones().sizes();
    }

    /** GLDZM. */
    MatrixGrid<CountMatrix> zoneDistances() {
        return zones().distances();
    }

    /** NGTDM. */
    MatrixGrid<ToneDifferenceMatrix> differences() {
        return neighbourhoods().differences();
    }

    /** NGLDM. */
    MatrixGrid<CountMatrix> dependences() {
        return neighbourhoods().dependences();
    }

    private Zones zones() {
        if (zones == null) zones = Zones.of(lesion, approach);
        return zones;
    }

    private Neighbourhoods neighbourhoods() {
        if (neighbourhoods == null) neighbourhoods = Neighbourhoods.of(lesion, approach);
        return neighbourhoods;
    }
}
