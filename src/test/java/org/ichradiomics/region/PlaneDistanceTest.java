package org.ichradiomics.region;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class PlaneDistanceTest {

    private static final int WIDTH = 17;
    private static final int HEIGHT = 11;
    private static final Spacing SPACING = new Spacing(0.45, 0.7, 5);

    @Test
    void isTheLeastOfAllDistances() {
        Random random = new Random(3);
        for (int many = 1; many < 60; many += 7) {
            boolean[] set = new boolean[WIDTH * HEIGHT];
            for (int i = 0; i < many; i++) set[random.nextInt(set.length)] = true;
            for (boolean wanted : new boolean[] {true, false}) {
                double[] expected = new double[set.length];
                Arrays.fill(expected, Double.POSITIVE_INFINITY);
                for (int i = 0; i < set.length; i++) {
                    for (int j = 0; j < set.length; j++) {
                        if (set[j] != wanted) continue;
                        double x = (i % WIDTH - j % WIDTH) * SPACING.x();
                        double y = (i / WIDTH - j / WIDTH) * SPACING.y();
                        expected[i] = Math.min(expected[i], x * x + y * y);
                    }
                }
                assertArrayEquals(expected, PlaneDistance.squared(set, wanted, WIDTH, HEIGHT, SPACING), 1e-9);
            }
        }
    }

    @Test
    void isInfiniteWhereThereIsNone() {
        double[] d = PlaneDistance.squared(new boolean[4], true, 2, 2, SPACING);
        for (double one : d) assertEquals(Double.POSITIVE_INFINITY, one);
    }
}
