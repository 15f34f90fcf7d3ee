package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.VoxelGrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class RotationTest {

    private static final Taps A = Taps.of(1, 2, -4);
    private static final Taps B = Taps.of(3, -1, 2, 5);
    private static final Taps C = Taps.of(-1, 7);

    @ParameterizedTest
    @CsvSource({"2, 4", "3, 24"})
    void allAreProperAndDifferent(int axes, int count) {
        Set<String> seen = new HashSet<>();
        for (Rotation rotation : Rotation.all(axes)) {
            int[][] matrix = new int[axes][axes];
            for (int a = 0; a < axes; a++) matrix[a][rotation.from(a)] = rotation.mirrors(a) ? -1 : 1;
            assertEquals(1, determinant(matrix));
            seen.add(Arrays.deepToString(matrix));
        }
        assertEquals(count, Rotation.all(axes).size());
        assertEquals(count, seen.size());
    }

    private static int determinant(int[][] m) {
        if (m.length == 2) return m[0][0] * m[1][1] - m[0][1] * m[1][0];
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    /**
     * "Turn the image, filter it, turn the response back", for kernels of even length too: the noise is whole numbers,
     * so sums are exact.
     */
    @ParameterizedTest
    @ValueSource(strings = {"MAX", "MEAN"})
    void poolsWhatTurningTheImageGives(Pooling pooling) {
        VoxelGrid grid = Images.grid(7, 6, 5);
        double[] f = Images.noise(grid);
        for (Boundary boundary : Boundary.values()) {
            double[] expected = new double[f.length];
            Arrays.fill(expected, pooling.start());
            Separable filter = new Separable(List.of(List.of(A, C), List.of(B), List.of(C)), 1);
            for (Rotation rotation : Rotation.all(3)) {
                Images.Turned image = Images.turned(grid, f, rotation);
                double[] response = image.back(filter.of(
                        image.values(), new Domain(image.grid(), Dimension.IN_VOLUME, boundary), Optional.empty()));
                for (int i = 0; i < f.length; i++) {
                    expected[i] =
                            pooling == Pooling.MAX ? Math.max(expected[i], response[i]) : expected[i] + response[i];
                }
            }
            if (pooling == Pooling.MEAN)
                expected = Arrays.stream(expected).map(sum -> sum / 24).toArray();
            assertArrayEquals(
                    expected,
                    filter.of(f, new Domain(grid, Dimension.IN_VOLUME, boundary), Optional.of(pooling)),
                    boundary.text());
        }
    }

    /** A line along x that is mirrored must not count twice less because it looks the same. */
    @Test
    void orientationsThatLookTheSameCountAsOftenAsTheyCome() {
        VoxelGrid grid = Images.grid(5, 5, 1);
        double[] impulse = Images.impulse(grid, 2, 2, 0);
        double[] pooled = new Separable(List.of(List.of(Taps.of(1, 4, 1)), List.of(Taps.of(1))), 1)
                .of(impulse, new Domain(grid, Dimension.IN_VOLUME, Boundary.ZERO), Optional.of(Pooling.MEAN));
        assertArrayEquals(new double[] {0, 0, 0.5, 0, 0}, Arrays.copyOfRange(pooled, 5, 10));
        assertArrayEquals(new double[] {0, 0.5, 4, 0.5, 0}, Arrays.copyOfRange(pooled, 10, 15));
    }
}
