package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/**
 * All texture matrices of one lesion under one approach, each made when it is first asked for and then kept. For one
 * thread.
 */
final class TextureMatrices {

    private final LevelVolume lesion;
    private final Approach approach;
    private MatrixGrid<PairMatrix> pairs;
    private MatrixGrid<CountMatrix> runs;
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
        if (pairs == null) pairs = PairMatrix.grid(lesion, approach);
        return pairs;
    }

    /** GLRLM. */
    MatrixGrid<CountMatrix> runs() {
        if (runs == null) runs = Runs.grid(lesion, approach);
        return runs;
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
