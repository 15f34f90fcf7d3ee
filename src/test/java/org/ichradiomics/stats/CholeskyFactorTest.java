package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CholeskyFactorTest {

    /**
     * Sizes about those of strips, tiles and fours; the same numbers whether all columns are there at once or some come
     * later.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 31, 32, 33, 64, 90, 600})
    void solvesWithAllColumnsOrSomeAppended(int size) {
        double[][] matrix = matrix(size);
        double[] solution = new Random(2).doubles(size, -1, 1).toArray();
        double[] right =
                Arrays.stream(matrix).mapToDouble(row -> dot(row, solution)).toArray();
        for (int first : new int[] {size, size - 1, size / 2, Math.max(size - 9, 1)}) {
            if (first == 0) continue;
            CholeskyFactor factor = CholeskyFactor.of(part(matrix, first));
            for (int j = first; j < size; j++) assertTrue(factor.append(Arrays.copyOf(matrix[j], j + 1)));
            assertEquals(size, factor.size());
            double[] b = right.clone();
            factor.solve(b);
            assertArrayEquals(solution, b, 1e-11, first + " of " + size);
        }
    }

    /** (4 2; 2 5): L' = (2 1; 0 2). */
    @Test
    void anExampleByHand() {
        CholeskyFactor factor = CholeskyFactor.of(new double[][] {{4, 2}, {2, 5}});
        double[] b = {8, 12};
        factor.solve(b);
        assertArrayEquals(new double[] {1, 2}, b);
    }

    @Test
    void notPositiveDefinite() {
        assertNull(CholeskyFactor.of(new double[][] {{1, 2}, {2, 1}}));
        assertNull(CholeskyFactor.of(new double[][] {{Double.NaN}}));
        CholeskyFactor factor = CholeskyFactor.of(new double[][] {{4}});
        assertFalse(factor.append(new double[] {2, 1}));
        assertEquals(1, factor.size());
        assertTrue(factor.append(new double[] {2, 5}));
    }

    /** Cross products of random columns, and 1 more on the diagonal. */
    private static double[][] matrix(int size) {
        Random random = new Random(1);
        double[][] columns = new double[size][];
        for (int j = 0; j < size; j++) columns[j] = random.doubles(size, -1, 1).toArray();
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) matrix[i][j] = dot(columns[i], columns[j]) + (i == j ? 1 : 0);
        }
        return matrix;
    }

    private static double[][] part(double[][] matrix, int size) {
        return Arrays.stream(matrix, 0, size)
                .map(row -> Arrays.copyOf(row, size))
                .toArray(double[][]::new);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }
}
