package org.ichradiomics.texture;

import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/** The neighbours at Chebyshev distance 1: 26, or 8 in a slice. */
final class Neighbours {

    private Neighbours() {}

    /** From a place of {@link LevelVolume#codes()} to each of its neighbours. */
    static int[] of(LevelVolume lesion, Approach approach) {
        List<Direction> directions = approach == Approach.IN_SLICES ? Direction.IN_PLANE : Direction.IN_SPACE;
        return directions.stream()
                .map(d -> lesion.step(d.dx(), d.dy(), d.dz()))
                .flatMap(step -> Stream.of(-step, step))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
