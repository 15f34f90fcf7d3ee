package org.ichradiomics.texture;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.grey.LevelVolume;

/**
 * All texture matrices of one lesion under one approach.
 *
 * @param pairs         GLCM
 * @param runs          GLRLM
 * @param zoneSizes     GLSZM
 * @param zoneDistances GLDZM
 * @param differences   NGTDM
 * @param dependences   NGLDM
 */
record TextureMatrices(MatrixGrid<PairMatrix> pairs, MatrixGrid<CountMatrix> runs, MatrixGrid<CountMatrix> zoneSizes,
                       MatrixGrid<CountMatrix> zoneDistances, MatrixGrid<ToneDifferenceMatrix> differences,
                       MatrixGrid<CountMatrix> dependences) {

    static TextureMatrices of(LevelVolume lesion, Approach approach) {
        Zones zones = Zones.of(lesion, approach);
        Neighbourhoods neighbourhoods = Neighbourhoods.of(lesion, approach);
        return new TextureMatrices(PairMatrix.grid(lesion, approach), Runs.grid(lesion, approach), zones.sizes(), zones.distances(),
                neighbourhoods.differences(), neighbourhoods.dependences());
    }
}
