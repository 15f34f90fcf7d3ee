package org.ichradiomics.texture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.measure.PyRadiomics;
import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Region;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every texture formula that has PyRadiomics' name has PyRadiomics' values on two small volumes, direction by
 * direction.
 */
class PyRadiomicsTest {

    @ParameterizedTest
    @CsvSource({
        "tiny0,default",
        "tiny0,binwidth5",
        "tiny0,bincount32",
        "tiny0,bincount32_2d",
        "tiny1,default",
        "tiny1,binwidth5",
        "tiny1,bincount32",
        "tiny1,bincount32_2d"
    })
    void agreesInEveryDirection(String volume, String settings) throws Exception {
        PyRadiomics expected = PyRadiomics.of(volume);
        Approach approach = settings.endsWith("2d") ? Approach.IN_SLICES : Approach.IN_VOLUME;
        TextureMatrices matrices = TextureMatrices.of(lesion(expected.region(), settings), approach);
        List<String> misses = new ArrayList<>();
        int compared = 0;
        for (TextureFamily<?> family : TextureFamily.ALL)
            compared += compare(family, matrices, approach, settings, expected, misses);
        assertEquals(List.of(), misses);
        int directions = approach == Approach.IN_SLICES ? 4 : 13;
        assertEquals((25 + 16) * (directions + 1) + 16 + 15 + 5, compared);
    }

    private static <M extends TextureMatrix<M>> int compare(
            TextureFamily<M> family,
            TextureMatrices matrices,
            Approach approach,
            String settings,
            PyRadiomics expected,
            List<String> misses) {
        // PyRadiomics has one matrix for all slices.
        List<M> all = family.matrices()
                .apply(matrices)
                .under(
                        approach == Approach.IN_VOLUME
                                ? family.directional() ? Aggregation.VOLUME_AVERAGED : Aggregation.BY_VOLUME
                                : family.directional() ? Aggregation.DIRECTIONS_MERGED : Aggregation.SLICES_TOGETHER);
        List<Direction> directions = !family.directional()
                ? List.of()
                : approach == Approach.IN_SLICES ? Direction.IN_PLANE : Direction.IN_SPACE;
        int compared = 0;
        for (IbsiDescriptor<M> descriptor : family.descriptors()) {
            for (Counterpart c : descriptor.counterparts()) {
                compare(
                        descriptor.tag(),
                        all.stream().mapToDouble(descriptor::of).average().orElseThrow(),
                        expected.value(settings, c.name()),
                        misses);
                compared++;
                for (int d = 0; d < directions.size(); d++) {
                    Direction step = directions.get(d);
                    compare(
                            descriptor.tag() + " " + step,
                            descriptor.of(all.get(d)),
                            expected.value(settings, c.name(), step.dx(), step.dy(), step.dz()),
                            misses);
                    compared++;
                }
            }
        }
        return compared;
    }

    private static void compare(String what, double value, double expected, List<String> misses) {
        if (!(Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected))))
            misses.add(what + " was " + value + ", not " + expected);
    }

    /** The discretisations of PyRadiomics. */
    private static LevelVolume lesion(Region region, String settings) {
        double min = region.min();
        double range = region.max() - min;
        Function<Double, Integer> level = switch (settings) {
            case "default" -> x -> (int) (Math.floor(x / 25) - Math.floor(min / 25)) + 1;
            case "binwidth5" -> x -> (int) (Math.floor(x / 5) - Math.floor(min / 5)) + 1;
            default -> x -> Math.min(32, (int) (32 * (x - min) / range) + 1);
        };
        int[] levels = new int[region.boxSize()];
        for (int i = 0; i < region.size(); i++) levels[region.position(i)] = level.apply(region.hu(i));
        return LevelVolume.of(levels, region.box(0), region.box(1), region.box(2));
    }
}
