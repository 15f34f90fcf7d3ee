package org.ichradiomics.region;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BinsTest {

    @Test
    void edgesAreThoseOfItksHistogram() {
        // ITK 5.2.1: width and its multiples in float32; 87/256 needs more bits than a float has for most multiples.
        Bins bins = new Bins(0, 87, 256);
        float width = 87f / 256;
        for (int k = 0; k < 256; k++) assertEquals((double) (k * width), bins.min(k));
        assertEquals(87, bins.max(255));
        Bins shifted = new Bins(-30.25, 70.5, 100);
        assertEquals(-30.25 + (double) (7 * (100.75f / 100)), shifted.min(7));
    }

    @Test
    void aBinIsClosedOnTheLeftAndTheLastOnBothSides() {
        Bins bins = new Bins(0, 4, 4);
        assertEquals(0, bins.of(0));
        assertEquals(1, bins.of(1));
        assertEquals(0, bins.of(Math.nextDown(1.0)));
        assertEquals(3, bins.of(4));
        assertEquals(-1, bins.of(Math.nextUp(4.0)));
        assertEquals(-1, bins.of(-Double.MIN_VALUE));
        assertEquals(-1, bins.of(Double.NaN));
    }

    @Test
    void everyValueLiesBetweenItsBinsEdges() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 200; trial++) {
            double low = random.nextDouble(-1000, 500);
            double high = low + random.nextDouble(0.001, 3000);
            Bins bins = new Bins(low, high, 2 + random.nextInt(1000));
            for (int i = 0; i < 200; i++) {
                double x = i % 2 == 0 ? random.nextDouble(low, high) : bins.min(random.nextInt(bins.count()));
                int k = bins.of(x);
                assertTrue(
                        x >= bins.min(k) && (x < bins.max(k) || k == bins.count() - 1 && x <= bins.max(k)),
                        x + " in bin " + k);
            }
        }
    }

    @Test
    void anUprightFiniteRangeIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> new Bins(1, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> new Bins(Double.NaN, 0, 4));
        assertThrows(IllegalArgumentException.class, () -> new Bins(0, Double.POSITIVE_INFINITY, 4));
        assertThrows(IllegalArgumentException.class, () -> new Bins(0, 1, 0));
    }
}
