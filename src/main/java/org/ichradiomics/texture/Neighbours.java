package org.ichradiomics.texture;

import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.region.LevelVolume;

/** Where neighbours are: 26 at Chebyshev distance 1, 8 in a slice, or those of other steps. */
final class Neighbours {

    private Neighbours() {}

    /** From a place of {@link LevelVolume#codes()} to each of its nearest neighbours. */
    static int[] of(LevelVolume lesion, Approach approach) {
        return of(lesion, Direction.of(approach));
    }

    /** From a place to where each of some steps leads, and back, rising. */
    static int[] of(LevelVolume lesion, List<Direction> steps) {
        return steps.stream()
                .map(d -> lesion.step(d.dx(), d.dy(), d.dz()))
                .flatMap(step -> Stream.of(-step, step))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }
}
