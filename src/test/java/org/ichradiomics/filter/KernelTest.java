package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Kernels by their formulas: what a planted impulse returns.
 *
 * <p>Covers Dimension and Pooling.
 */
class KernelTest {

    private static final Optional<Pooling> AS_IT_STANDS = Optional.empty();

    @Test
    void meanOfWholeNumbersIsExact() {
        VoxelGrid grid = Images.grid(9, 8, 7);
        double[] tens = new double[grid.size()];
        Arrays.fill(tens, 10.1);
        tens[0] = 10.1;
        double[] whole = new double[grid.size()];
        Arrays.fill(whole, 41);
        for (double mean :
                new Mean(5).response(whole, new Domain(grid, Dimension.IN_VOLUME, Boundary.MIRROR), AS_IT_STANDS))
            assertEquals(41, mean);
        double[] impulse = Images.impulse(grid, 4, 4, 3);
        double[] box =
                new Mean(3).response(impulse, new Domain(grid, Dimension.IN_SLICES, Boundary.ZERO), AS_IT_STANDS);
        assertEquals(1 / 9.0, box[grid.index(3, 5, 3)]);
        assertEquals(0, box[grid.index(4, 4, 2)], "2D stays in its slice");
        assertEquals(1, Arrays.stream(box).sum(), 1e-15);
    }

    /** g(k) = −1/s² (1/(√(2π) s))ᴰ (D − |k|²/s²) exp(−|k|²/2s²), in a cube of ⌊cutoff s + ½⌋. */
    @ParameterizedTest
    @CsvSource({"IN_SLICES, 1.3, 4, 5", "IN_VOLUME, 1.3, 4, 5", "IN_VOLUME, 1.0, 3, 3", "IN_SLICES, 0.6, 2, 1"})
    void logIsItsFormula(Dimension dimension, double s, double cutoff, int reach) {
        VoxelGrid grid = new VoxelGrid(15, 15, 13, new Spacing(0.5, 0.5, 0.5));
        double[] response = new LaplacianOfGaussian(s * 0.5, cutoff)
                .response(Images.impulse(grid, 7, 7, 6), new Domain(grid, dimension, Boundary.ZERO), AS_IT_STANDS);
        double[] expected = new double[grid.size()];
        int d = dimension.axes();
        for (int z = 0; z < 13; z++) {
            for (int y = 0; y < 15; y++) {
                for (int x = 0; x < 15; x++) {
                    int far = Math.max(Math.abs(x - 7), Math.max(Math.abs(y - 7), Math.abs(z - 6)));
                    if (far > reach || d == 2 && z != 6) continue;
                    double square = (Math.pow(x - 7, 2) + Math.pow(y - 7, 2) + Math.pow(z - 6, 2)) / (s * s);
                    expected[grid.index(x, y, z)] = -Math.pow(1 / (Math.sqrt(2 * Math.PI) * s), d)
                            * (d - square)
                            * Math.exp(-square / 2)
                            / (s * s);
                }
            }
        }
        assertArrayEquals(expected, response, 1e-16);
    }

    @Test
    void lawsLinesHaveNormOne() {
        VoxelGrid grid = Images.grid(9, 9, 1);
        for (Laws.Line x : Laws.Line.values()) {
            double[] response = new Laws(List.of(x, Laws.Line.L3), OptionalInt.empty())
                    .response(
                            Images.impulse(grid, 4, 4, 0),
                            new Domain(grid, Dimension.IN_SLICES, Boundary.ZERO),
                            AS_IT_STANDS);
            assertEquals(1, Arrays.stream(response).map(r -> r * r).sum(), 1e-15, x.name());
        }
    }

    @Test
    void lawsKernelsGoWithXYZ() {
        VoxelGrid grid = Images.grid(7, 7, 7);
        double[] response = new Laws(List.of(Laws.Line.E3, Laws.Line.S3, Laws.Line.L3), OptionalInt.empty())
                .response(
                        Images.impulse(grid, 3, 3, 3),
                        new Domain(grid, Dimension.IN_VOLUME, Boundary.ZERO),
                        AS_IT_STANDS);
        double norm = Math.sqrt(2 * 6 * 6);
        assertEquals(-1.0 * 2 * 2 / norm, response[grid.index(2, 3, 3)]);
        assertEquals(1.0 * -1 * 2 / norm, response[grid.index(4, 2, 3)]);
        assertEquals(1.0 * 2 * 1 / norm, response[grid.index(4, 3, 4)]);
    }

    /** Pool, then the mean of |response|; the other order gives other numbers. */
    @Test
    void energyComesAfterPooling() {
        VoxelGrid grid = Images.grid(12, 11, 1);
        double[] f = Images.noise(grid);
        List<Laws.Line> lines = List.of(Laws.Line.L5, Laws.Line.E5);
        Optional<Pooling> max = Optional.of(Pooling.MAX);
        double[] pooled = new Laws(lines, OptionalInt.empty())
                .response(f, new Domain(grid, Dimension.IN_SLICES, Boundary.NEAREST), max);
        double[] energy = new Laws(lines, OptionalInt.of(2))
                .response(f, new Domain(grid, Dimension.IN_SLICES, Boundary.NEAREST), max);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 12; x++) {
                double sum = 0;
                for (int dy = -2; dy <= 2; dy++) {
                    for (int dx = -2; dx <= 2; dx++) {
                        sum += Math.abs(pooled[
                                grid.index(Boundary.NEAREST.index(x + dx, 12), Boundary.NEAREST.index(y + dy, 11), 0)]);
                    }
                }
                assertEquals(sum / 25, energy[grid.index(x, y, 0)], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(WaveletFamily.class)
    void waveletsAreOrthonormal(WaveletFamily family) {
        double[] low = taps(family.low());
        double[] high = taps(family.high());
        double dot = 0;
        for (int i = 0; i < low.length; i++) dot += low[i] * high[i];
        assertEquals(1, Arrays.stream(low).map(w -> w * w).sum(), 5e-8);
        assertEquals(Math.sqrt(2), Arrays.stream(low).sum(), 5e-8);
        assertEquals(0, Arrays.stream(high).sum(), 5e-8);
        assertEquals(0, dot, 5e-8);
        assertEquals(low[low.length - 1], -high[0], "h(0) = −low(n − 1)");
    }

    private static double[] taps(Taps taps) {
        double[] weights = new double[taps.count()];
        for (int k = 0; k < weights.length; k++) weights[k] = taps.weight(k);
        return weights;
    }

    @Test
    void anImpulseReturnsTheWaveletStretchedByItsLevel() {
        VoxelGrid grid = Images.grid(17, 17, 1);
        double[] level2 = new Wavelet(WaveletFamily.HAAR, "HL", 2)
                .response(
                        Images.impulse(grid, 8, 8, 0),
                        new Domain(grid, Dimension.IN_SLICES, Boundary.ZERO),
                        AS_IT_STANDS);
        double[] row = new double[17];
        double[] column = new double[17];
        for (int i = 0; i < 17; i++) row[i] = 4 * level2[grid.index(i, 8, 0)];
        for (int i = 0; i < 17; i++) column[i] = 4 * level2[grid.index(8, i, 0)];
        // Low-pass [1 1] about its second tap, then [-1 0 1 0] about its third one.
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, -1, -1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, row, 1e-15);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0}, column, 1e-15);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 0.3", "1, 2.5, 2.2", "0.8, 1, 4"})
    void gaborIsTheModulusOfItsConvolution(double sigma, double gamma, double theta) {
        VoxelGrid grid = Images.grid(8, 7, 2);
        double[] f = Images.noise(grid);
        double lambda = 2.7;
        for (Boundary boundary : Boundary.values()) {
            double[] response = new Gabor(sigma, lambda, gamma, new Angle(theta), false, false)
                    .response(f, new Domain(grid, Dimension.IN_SLICES, boundary), AS_IT_STANDS);
            int reach = 30;
            for (int i = 0; i < f.length; i++) {
                double re = 0;
                double im = 0;
                for (int k2 = -reach; k2 <= reach; k2++) {
                    for (int k1 = -reach; k1 <= reach; k1++) {
                        int x = boundary.index(i % 8 - k1, 8);
                        int y = boundary.index(i / 8 % 7 - k2, 7);
                        if (x < 0 || y < 0) continue;
                        double u = k1 * Math.cos(theta) + k2 * Math.sin(theta);
                        double v = -k1 * Math.sin(theta) + k2 * Math.cos(theta);
                        double g = Math.exp(-(u * u + gamma * gamma * v * v) / (2 * sigma * sigma))
                                * f[grid.index(x, y, i / 56)];
                        re += g * Math.cos(2 * Math.PI * u / lambda);
                        im += g * Math.sin(2 * Math.PI * u / lambda);
                    }
                }
                assertEquals(Math.hypot(re, im), response[i], 1e-10);
            }
        }
    }

    @Test
    void gaborPoolsOrientationsAndPlanes() {
        VoxelGrid grid = Images.grid(9, 7, 8);
        double[] f = Images.noise(grid);
        Optional<Pooling> mean = Optional.of(Pooling.MEAN);
        double[] pooled = new Gabor(1, 2, 0.7, new Angle(Math.PI / 2), true, true)
                .response(f, new Domain(grid, Dimension.IN_VOLUME, Boundary.MIRROR), mean);
        double[] expected = new double[f.length];
        // The plane (x, z) is the plane (x, y) of the image with y and z exchanged.
        int[][] exchanges = {{0, 1, 2}, {0, 2, 1}, {1, 2, 0}};
        for (int[] axes : exchanges) {
            VoxelGrid other = Images.grid(grid.size(axes[0]), grid.size(axes[1]), grid.size(axes[2]));
            int[] place = new int[f.length];
            double[] image = new double[f.length];
            int[] at = new int[3];
            for (int i = 0; i < f.length; i++) {
                at[axes[0]] = i % other.nx();
                at[axes[1]] = i / other.nx() % other.ny();
                at[axes[2]] = i / other.nx() / other.ny();
                place[i] = grid.index(at[0], at[1], at[2]);
                image[i] = f[place[i]];
            }
            for (int quarter = 0; quarter < 4; quarter++) {
                double[] one = new Gabor(1, 2, 0.7, new Angle(quarter * Math.PI / 2), false, false)
                        .response(image, new Domain(other, Dimension.IN_SLICES, Boundary.MIRROR), AS_IT_STANDS);
                for (int i = 0; i < f.length; i++) expected[place[i]] += one[i] / 12;
            }
        }
        assertArrayEquals(expected, pooled, 1e-10);
    }

    @Test
    void halfATurnIsEnoughWhereTheStepDividesIt() {
        assertEquals(
                8,
                new Gabor(1, 1, 1, new Angle(Math.PI / 8), true, false)
                        .orientations()
                        .size());
        assertEquals(
                5,
                new Gabor(1, 1, 1, new Angle(2 * Math.PI / 5), true, false)
                        .orientations()
                        .size());
        assertEquals(
                1,
                new Gabor(1, 1, 1, new Angle(Math.PI), true, false)
                        .orientations()
                        .size());
        assertEquals(
                7, new Gabor(1, 1, 1, new Angle(1), true, false).orientations().size());
    }
}
