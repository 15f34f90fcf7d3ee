package org.ichradiomics.texture;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers CountMatrix and RunLengthDescriptors. */
class RunLengthMatrixTest {

    private static final Direction RIGHT = new Direction("", 1, 0, 0);

    /** Counts of runs of grey level number g with a length in mm, on bins of 1 mm and 1 HU. */
    private static double runs(CountMatrix matrix, int g, int l, double all) {
        return matrix.mean((grey, length) -> grey == g && length == l ? 1 : 0) * all;
    }

    @Test
    void countsTheRunsOfTheDrawnExample() throws Exception {
        // The example in the class comment: length bins of 1 mm, so l = voxels.
        CountMatrix matrix = matrix(new double[] {2, 2, 2, 4, 2, 2, 3, 4}, 4, 2, "11111111", 5, 5, RIGHT);
        assertEquals(1, runs(matrix, 3, 3, 5), 1e-12);
        assertEquals(1, runs(matrix, 3, 2, 5), 1e-12);
        assertEquals(1, runs(matrix, 4, 1, 5), 1e-12);
        assertEquals(2, runs(matrix, 5, 1, 5), 1e-12);
        assertEquals((4 + 1 + 4) / 5.0, matrix.squaresOfRows() / matrix.total(), 1e-12);
        assertEquals((9 + 1 + 1) / 5.0, matrix.squaresOfColumns() / matrix.total(), 1e-12);
    }

    @Test
    void lengthsAreMillimetresBetweenCentres() throws Exception {
        Region region = region(new double[] {2, 2, 2, 2}, 4, 1, "1111", new Spacing(2, 1, 1));
        CountMatrix matrix =
                RunLengthMatrix.matrices(region, new Discretisation(8, 0, 8, 8)).along(RIGHT);
        // 4 voxels of 2 mm are 6 mm from centre to centre: the seventh bin of 1 mm.
        assertEquals(49, RunLengthDescriptors.ALL.get(1).of(matrix), 1e-12);
    }

    @Test
    void offsetsInterleaveTheirChains() throws Exception {
        CountMatrix matrix = matrix(new double[] {3, 2, 3, 2, 3, 2}, 6, 1, "111111", 6, 6, RIGHT.times(2));
        assertEquals(1, runs(matrix, 3, 5, 2), 1e-12);
        assertEquals(1, runs(matrix, 4, 5, 2), 1e-12);
    }

    @Test
    void aRunStopsAtTheLesionsBorderUnlessItsLevelHoldsZero() throws Exception {
        // The middle voxel is outside: the runs of 3 are two; the run of 0 goes through.
        CountMatrix threes = matrix(new double[] {3, 3, 9, 3, 3}, 5, 1, "11011", 10, 10, RIGHT);
        assertEquals(2, runs(threes, 4, 2, 2), 1e-12);
        CountMatrix zeros = matrix(new double[] {0, 0, 9, 0, 8}, 5, 1, "11011", 10, 10, RIGHT);
        assertEquals(1, runs(zeros, 1, 4, 2), 1e-12);
        assertEquals(1, runs(zeros, 9, 1, 2), 1e-12);
    }

    @Test
    void aRunOfZeroGoesOnToTheBorderOfTheImage() throws Exception {
        CountMatrix matrix = matrix(new double[] {5, 5, 0, 7, 7, 7}, 6, 1, "001000", 10, 10, RIGHT);
        assertEquals(1, runs(matrix, 1, 4, 1), 1e-12);
    }

    @Test
    void aVoxelOnTheFirstInnerEdgeIsARunByItself() throws Exception {
        // Bins of 1 HU on [0, 8]: the value 1 is the edge between the first and the second.
        CountMatrix edge = matrix(new double[] {1, 1, 1}, 3, 1, "111", 8, 8, RIGHT);
        assertEquals(3, runs(edge, 2, 1, 3), 1e-12);
        // A run that began on another value of that bin takes it along.
        CountMatrix into = matrix(new double[] {1.5, 1, 1}, 3, 1, "111", 8, 8, RIGHT);
        assertEquals(1, runs(into, 2, 3, 1), 1e-12);
    }

    @Test
    void longerRunsThanTheRunDistanceAreDropped() throws Exception {
        Region region = region(new double[] {2, 2, 2, 3}, 4, 1, "1111", new Spacing(1, 1, 1));
        CountMatrix matrix = RunLengthMatrix.matrices(region, new Discretisation(4, 0, 4, 1.5))
                .along(RIGHT);
        assertEquals(1, matrix.mean((g, l) -> g == 4 ? 1 : 0), 1e-12);
        CountMatrix none = RunLengthMatrix.matrices(
                        region(new double[] {2, 2, 2}, 3, 1, "111", new Spacing(1, 1, 1)),
                        new Discretisation(4, 0, 4, 1.5))
                .along(RIGHT);
        assertTrue(Double.isNaN(none.mean((g, l) -> 1)));
    }

    private static CountMatrix matrix(
            double[] values, int nx, int ny, String mask, int bins, double high, Direction step) throws Exception {
        Region region = region(values, nx, ny, mask, new Spacing(1, 1, 1));
        return RunLengthMatrix.matrices(region, new Discretisation(bins, 0, high, bins))
                .along(step);
    }

    private static Region region(double[] values, int nx, int ny, String mask, Spacing spacing) throws Exception {
        boolean[] inside = new boolean[values.length];
        for (int i = 0; i < inside.length; i++) inside[i] = mask.charAt(i) == '1';
        return Region.of(ArrayImgs.doubles(values, nx, ny), ArrayImgs.booleans(inside, nx, ny), spacing);
    }
}
