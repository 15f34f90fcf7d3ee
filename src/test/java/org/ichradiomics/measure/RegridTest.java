package org.ichradiomics.measure;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@link Regrid} and {@link Resegmentation}: what a settings file may say of them. */
class RegridTest {

    @Test
    void withTwoNumbersTheSlicesStay() {
        Spacing head = new Spacing(0.45, 0.45, 5);
        assertEquals(new Spacing(0.5, 0.6, 5), regrid(0.5, 0.6).of(head));
        assertEquals(new Spacing(1, 2, 3), regrid(1.0, 2.0, 3.0).of(head));
    }

    @Test
    void whatIsNoSpacingIsRefusedByItsKey() {
        for (Double[] wrong :
                new Double[][] {{1.0}, {1.0, 1e10}, {1.0, 0.0}, {1.0, Double.NaN}, {1.0, 1.0, 1.0, 1.0}}) {
            String sentence = assertThrows(IllegalArgumentException.class, () -> regrid(wrong))
                    .getMessage();
            assertTrue(sentence.startsWith("spacing_mm must be two or three positive numbers of mm"), sentence);
        }
    }

    @Test
    void aRangeHasTwoEndsAndOutliersAPositiveDistance() {
        assertTrue(Resegmentation.range(-500, 400).hasRange());
        assertFalse(Resegmentation.range(-500, 400).hasOutliers());
        assertFalse(Resegmentation.NONE.hasRange() || Resegmentation.NONE.hasOutliers());
        assertThrows(IllegalArgumentException.class, () -> Resegmentation.range(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Resegmentation.range(400, 400));
        assertThrows(IllegalArgumentException.class, () -> new Resegmentation(Double.NaN, Double.NaN, 0));
    }

    private static Regrid regrid(Double... mm) {
        return new Regrid(List.of(mm), Interpolation.LINEAR, Interpolation.LINEAR);
    }
}
