package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.VoxelGrid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Simoncelli's wavelets and Riesz transforms by the sums that define them. */
class SpectrumTest {

    @Test
    void theFrequenciesRunFromMinusOneToOneBothEndsIncluded() {
        assertArrayEquals(new double[] {0, 0.5, 1, -1, -0.5}, Transfer.frequencies(5));
        assertArrayEquals(new double[] {1 / 3.0, 1, -1, -1 / 3.0}, Transfer.frequencies(4), 1e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 5, 4, 1-0-0",
        "6, 5, 4, 0-2-0",
        "6, 5, 4, 1-1-1",
        "5, 6, 3, 0-0-3",
        "4, 4, 4, 2-1-1",
        "7, 3, 5, 0-1-0",
        "5, 5, 2, 0-1-1"
    })
    void isTheRealPartOfTheComplexResponse(int nx, int ny, int nz, String order) {
        VoxelGrid grid = Images.grid(nx, ny, nz);
        double[] f = Images.noise(grid);
        Transfer transfer = Riesz.parse(order).transfer().after(new Simoncelli(1).transfer());
        double[] response =
                FourierFilter.response(f, new Domain(grid, Dimension.IN_VOLUME, Boundary.PERIODIC), transfer);
        assertArrayEquals(byDefinition(grid, f, transfer, Dimension.IN_VOLUME), response, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"6, 5, 1-0", "5, 6, 0-2", "4, 4, 1-1"})
    void slicesAreFilteredByThemselves(int nx, int ny, String order) {
        VoxelGrid grid = Images.grid(nx, ny, 3);
        double[] f = Images.noise(grid);
        Transfer transfer = Riesz.parse(order).transfer();
        double[] response =
                FourierFilter.response(f, new Domain(grid, Dimension.IN_SLICES, Boundary.PERIODIC), transfer);
        assertArrayEquals(byDefinition(grid, f, transfer, Dimension.IN_SLICES), response, 1e-12);
    }

    /** A wave of the transform's own frequency k passes Simoncelli's filter times H at the k-th frequency of IBSI. */
    @Test
    void aWaveKeepsItsPhaseUnderSimoncelli() {
        VoxelGrid grid = Images.grid(33, 1, 1);
        double[] wave = new double[33];
        for (int x = 0; x < 33; x++) wave[x] = Math.cos(2 * Math.PI * 5 * x / 33);
        double[] response = new Simoncelli(2)
                .response(wave, new Domain(grid, Dimension.IN_SLICES, Boundary.PERIODIC), Optional.empty());
        double nu = 5 / 16.0;
        double gain = Math.cos(Math.PI / 2 * Math.log(2 * nu / 0.5) / Math.log(2));
        for (int x = 0; x < 33; x++) assertEquals(gain * wave[x], response[x], 1e-14);
    }

    @Test
    void rieszOfFirstOrderTurnsTheWaveByAQuarter() {
        VoxelGrid grid = Images.grid(33, 1, 1);
        double[] wave = new double[33];
        for (int x = 0; x < 33; x++) wave[x] = Math.cos(2 * Math.PI * 5 * x / 33);
        double[] response = FourierFilter.response(
                wave, new Domain(grid, Dimension.IN_SLICES, Boundary.PERIODIC), new Riesz(List.of(1, 0)).transfer());
        for (int x = 0; x < 33; x++) assertEquals(Math.sin(2 * Math.PI * 5 * x / 33), response[x], 1e-14);
    }

    /** In the middle of a large image the margin hardly matters; at its border it is what makes the difference. */
    @Test
    void theMarginIsFilledByTheBoundary() {
        VoxelGrid grid = Images.grid(40, 40, 1);
        double[] constant = new double[1600];
        Arrays.fill(constant, 50);
        Simoncelli filter = new Simoncelli(1);
        double[] mirror =
                filter.response(constant, new Domain(grid, Dimension.IN_SLICES, Boundary.MIRROR), Optional.empty());
        double[] zero =
                filter.response(constant, new Domain(grid, Dimension.IN_SLICES, Boundary.ZERO), Optional.empty());
        assertEquals(0, mirror[0], 1e-10);
        assertTrue(Math.abs(zero[0]) > 5);
    }

    private static double[] byDefinition(VoxelGrid grid, double[] f, Transfer transfer, Dimension dimension) {
        double[] out = new double[f.length];
        double[] nx = Transfer.frequencies(grid.nx());
        double[] ny = Transfer.frequencies(grid.ny());
        double[] nz = Transfer.frequencies(grid.nz());
        boolean volume = dimension == Dimension.IN_VOLUME;
        for (int slice = 0; slice < (volume ? 1 : grid.nz()); slice++) {
            int first = volume ? 0 : slice;
            int end = volume ? grid.nz() : slice + 1;
            for (int kz = 0; kz < end - first; kz++) {
                for (int ky = 0; ky < grid.ny(); ky++) {
                    for (int kx = 0; kx < grid.nx(); kx++) {
                        wave(
                                grid,
                                f,
                                out,
                                first,
                                end,
                                new int[] {kx, ky, kz},
                                transfer.at(nx[kx], ny[ky], volume ? nz[kz] : 0),
                                transfer.quarterTurns());
                    }
                }
            }
        }
        return out;
    }

    /** Adds the real part of (−i)ᴸ A F(k) exp(2πi k·x / n) / n. */
    private static void wave(
            VoxelGrid grid, double[] f, double[] out, int first, int end, int[] k, double a, int quarterTurns) {
        double re = 0;
        double im = 0;
        for (int z = first; z < end; z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    double angle = angle(grid, k, x, y, z - first, end - first);
                    re += f[grid.index(x, y, z)] * Math.cos(angle);
                    im -= f[grid.index(x, y, z)] * Math.sin(angle);
                }
            }
        }
        int n = grid.nx() * grid.ny() * (end - first);
        for (int z = first; z < end; z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    double angle = angle(grid, k, x, y, z - first, end - first) - quarterTurns * Math.PI / 2;
                    out[grid.index(x, y, z)] += a / n * (re * Math.cos(angle) - im * Math.sin(angle));
                }
            }
        }
    }

    private static double angle(VoxelGrid grid, int[] k, int x, int y, int z, int nz) {
        return 2 * Math.PI * ((double) k[0] * x / grid.nx() + (double) k[1] * y / grid.ny() + (double) k[2] * z / nz);
    }
}
