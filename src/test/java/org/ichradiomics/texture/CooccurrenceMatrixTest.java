package org.ichradiomics.texture;

import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.GreyLevels;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers CooccurrenceDescriptors, GreyLevels and HaralickDescriptors. */
class CooccurrenceMatrixTest {

    /** The 4 × 4 image of Haralick 1973, figure 3. */
    static final int[] HARALICK = {0, 0, 1, 1, 0, 0, 1, 1, 0, 2, 2, 2, 2, 2, 3, 3};

    static Stream<Arguments> printedMatrices() {
        // Haralick, Shanmugam, Dinstein 1973: P_H, P_V, P_LD and P_RD of that image.
        return Stream.of(
                Arguments.of("0 degrees", new Direction("", 1, 0, 0), new int[][] {
                    {4, 2, 1, 0}, {2, 4, 0, 0}, {1, 0, 6, 1}, {0, 0, 1, 2}
                }),
                Arguments.of("90 degrees", new Direction("", 0, 1, 0), new int[][] {
                    {6, 0, 2, 0}, {0, 4, 2, 0}, {2, 2, 2, 2}, {0, 0, 2, 0}
                }),
                Arguments.of("135 degrees", new Direction("", 1, 1, 0), new int[][] {
                    {2, 1, 3, 0}, {1, 2, 1, 0}, {3, 1, 0, 2}, {0, 0, 2, 0}
                }),
                Arguments.of("45 degrees", new Direction("", 1, -1, 0), new int[][] {
                    {4, 1, 0, 0}, {1, 2, 2, 0}, {0, 2, 4, 1}, {0, 0, 1, 0}
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("printedMatrices")
    void countsAsPrinted(String name, Direction step, int[][] printed) throws Exception {
        CooccurrenceMatrix matrix = CooccurrenceMatrix.of(haralick(), 4, List.of(step));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                int row = i;
                int column = j;
                double both = matrix.sum((a, b, p) ->
                        Math.min(a, b) == Math.min(row, column) && Math.max(a, b) == Math.max(row, column) ? p : 0);
                assertEquals(
                        row == column ? printed[i][j] : 2 * printed[i][j],
                        both * matrix.total(),
                        1e-9,
                        name + " " + i + " " + j);
            }
        }
    }

    @Test
    void sharesOfSumsAndDifferencesAreThoseOfTheCells() throws Exception {
        CooccurrenceMatrix matrix = CooccurrenceMatrix.of(haralick(), 4, List.of(new Direction("", 1, 0, 0)));
        assertEquals(24, matrix.total());
        double[] sums = matrix.sums();
        double[] differences = matrix.differences();
        double[] expectedSums = {4, 4, 6, 0, 6, 2, 2}; // by hand from the printed matrix
        double[] expectedDifferences = {16, 6, 2, 0};
        for (int k = 0; k < sums.length; k++) assertEquals(expectedSums[k] / 24, sums[k], 1e-15, "sum " + k);
        for (int k = 0; k < differences.length; k++)
            assertEquals(expectedDifferences[k] / 24, differences[k], 1e-15, "difference " + k);
    }

    @Test
    void withoutPairsThereIsNoValueButAnEntropyOfZero() throws Exception {
        CooccurrenceMatrix matrix = CooccurrenceMatrix.of(haralick(), 4, List.of(new Direction("", 4, 0, 0)));
        CooccurrenceDescriptors.ALL.forEach(d -> {
            if (d.label().equals("GLCMEntropy")) assertEquals(0, d.of(matrix), d.label());
            else assertTrue(Double.isNaN(d.of(matrix)), d.label());
        });
        HaralickDescriptors.ALL.forEach(d -> assertTrue(Double.isNaN(d.of(matrix)), d.label()));
    }

    @Test
    void aThroughPlaneStepPairsSlices() throws Exception {
        Region region = Region.of(
                ArrayImgs.doubles(new double[] {1, 2, 3, 4}, 2, 1, 2),
                ArrayImgs.booleans(new boolean[] {true, true, true, true}, 2, 1, 2),
                new Spacing(1, 1, 1));
        GreyLevels levels = GreyLevels.of(region, new Bins(0, 8, 8), 0, 8);
        CooccurrenceMatrix matrix = CooccurrenceMatrix.of(levels, 8, List.of(new Direction("", -1, 0, 1)));
        assertEquals(2, matrix.total());
        assertEquals(1, matrix.sum((i, j, p) -> Math.min(i, j) == 2 && Math.max(i, j) == 3 ? p : 0), 1e-15);
    }

    @Test
    void marginalsThatAreEvenHaveNoVariance() throws Exception {
        Region region = Region.of(
                ArrayImgs.doubles(new double[] {0.5, 1.5}, 2, 1, 1),
                ArrayImgs.booleans(new boolean[] {true, true}, 2, 1, 1),
                new Spacing(1, 1, 1));
        CooccurrenceMatrix matrix = CooccurrenceMatrix.matrices(region, new Discretisation(2, 0, 1.5, Double.NaN))
                .along(new Direction("", 1, 0, 0));
        assertEquals(0, matrix.varianceOfMarginals());
    }

    private static GreyLevels haralick() throws Exception {
        double[] values = new double[16];
        boolean[] inside = new boolean[16];
        for (int i = 0; i < 16; i++) {
            values[i] = HARALICK[i] + 0.5;
            inside[i] = true;
        }
        Region region =
                Region.of(ArrayImgs.doubles(values, 4, 4), ArrayImgs.booleans(inside, 4, 4), new Spacing(1, 1, 1));
        return GreyLevels.of(region, new Bins(0, 4, 4), 0, 4);
    }
}
