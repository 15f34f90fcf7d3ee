package org.ichradiomics.texture;

import java.util.stream.Stream;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/** The neighbours at Chebyshev distance 1: 26, or 8 in a slice. */
final class Neighbours {

    private Neighbours() {}

    /** From a place of {@link LevelVolume#codes()} to each of its neighbours. */
    static int[] of(LevelVolume lesion, Approach approach) {
        return Direction.of(approach).stream()
                .map(d -> lesion.step(d.dx(), d.dy(), d.dz()))
                .flatMap(step -> Stream.of(-step, step))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
