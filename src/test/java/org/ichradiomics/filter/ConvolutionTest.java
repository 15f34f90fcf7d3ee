package org.ichradiomics.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.region.VoxelGrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ConvolutionTest {

    private static final List<Taps> TAPS = List.of(
            Taps.of(3),
            Taps.of(1, 2),
            Taps.of(1, 2, -4),
            Taps.of(5, 0, -2, 7),
            Taps.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
            Taps.of(1, -2).stretched(2),
            Taps.of(1, 2, 5).mirrored(),
            Taps.of(1, 2).mirrored());

    static Stream<Arguments> cases() {
        return Stream.of(0, 1, 2)
                .flatMap(axis -> Stream.of(Boundary.values())
                        .flatMap(boundary -> TAPS.stream().map(taps -> Arguments.of(axis, boundary, taps))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSumOfItsDefinition(int axis, Boundary boundary, Taps taps) {
        VoxelGrid grid = Images.grid(7, 5, 4);
        double[] f = Images.noise(grid);
        double[] expected = new double[f.length];
        for (int z = 0; z < 4; z++) {
            for (int y = 0; y < 5; y++) {
                for (int x = 0; x < 7; x++) {
                    for (int k = 0; k < taps.count(); k++) {
                        int[] at = {x, y, z};
                        at[axis] = boundary.index(at[axis] + taps.centre() - k, grid.size(axis));
                        if (at[axis] == Boundary.OUTSIDE) continue;
                        expected[grid.index(x, y, z)] += taps.weight(k) * f[grid.index(at[0], at[1], at[2])];
                    }
                }
            }
        }
        assertArrayEquals(expected, Convolution.along(axis, grid, f, taps, boundary));
    }

    /** Not the mirrored kernel, as correlation would. */
    @Test
    void anImpulseReturnsTheKernelAroundIt() {
        VoxelGrid grid = Images.grid(9, 1, 1);
        double[] impulse = Images.impulse(grid, 4, 0, 0);
        assertArrayEquals(
                new double[] {0, 0, 0, 1, 2, 3, 0, 0, 0},
                Convolution.along(0, grid, impulse, Taps.of(1, 2, 3), Boundary.ZERO));
        assertArrayEquals(
                new double[] {0, 0, 1, 2, 3, 4, 0, 0, 0},
                Convolution.along(0, grid, impulse, Taps.of(1, 2, 3, 4), Boundary.ZERO));
        assertArrayEquals(
                new double[] {0, 0, 0, 4, 3, 2, 1, 0, 0},
                Convolution.along(0, grid, impulse, Taps.of(1, 2, 3, 4).mirrored(), Boundary.ZERO));
    }

    @Test
    void zerosFollowEveryTapTheLastOneToo() {
        assertEquals(Taps.of(1, 0, 2, 0), Taps.of(1, 2).stretched(2));
        assertEquals(2, Taps.of(1, 2).stretched(2).centre());
        assertEquals(
                Taps.of(1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0), Taps.of(1, 2, 3).stretched(4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mirroredTapsMirrorTheImageFilterAndMirrorBack(int axis, Boundary boundary, Taps taps) {
        VoxelGrid grid = Images.grid(7, 5, 4);
        double[] f = Images.noise(grid);
        double[] there = mirrored(axis, grid, Convolution.along(axis, grid, mirrored(axis, grid, f), taps, boundary));
        assertArrayEquals(there, Convolution.along(axis, grid, f, taps.mirrored(), boundary));
    }

    private static double[] mirrored(int axis, VoxelGrid grid, double[] values) {
        double[] mirrored = new double[values.length];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    int[] at = {x, y, z};
                    at[axis] = grid.size(axis) - 1 - at[axis];
                    mirrored[grid.index(x, y, z)] = values[grid.index(at[0], at[1], at[2])];
                }
            }
        }
        return mirrored;
    }

    @Test
    void aChainRunsInItsOrderAndTheDivisorComesLast() {
        VoxelGrid grid = Images.grid(6, 5, 4);
        double[] f = Images.noise(grid);
        Taps a = Taps.of(1, 2, 3, -1);
        Taps b = Taps.of(2, -1, 1, 1, 7);
        double[] expected = Convolution.along(
                1,
                grid,
                Convolution.along(0, grid, Convolution.along(0, grid, f, a, Boundary.MIRROR), b, Boundary.MIRROR),
                a,
                Boundary.MIRROR);
        for (int i = 0; i < expected.length; i++) expected[i] /= 7;
        assertArrayEquals(
                expected,
                new Separable(List.of(List.of(a, b), List.of(a)), 7)
                        .of(f, new Domain(grid, Dimension.IN_VOLUME, Boundary.MIRROR), Optional.empty()));
    }
}
