package org.ichradiomics.phantom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PhantomsTest {

    private static final Spacing CLINICAL = new Spacing(0.45, 0.45, 5);

    @ParameterizedTest
    @CsvSource({"1, 6.2035", "3, 8.9470", "10, 13.3650"}) // ∛(3V/4π) to the digits printed
    void aBallHasItsRadius(double millilitres, double radius) {
        assertEquals(radius, Phantoms.radius(millilitres), 1e-4);
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "10"})
    void aBallHasItsVolume(double millilitres) {
        Region ball = Phantoms.ball(millilitres, new Spacing(0.25, 0.25, 0.25));
        // The count of lattice points in a ball strays a little from its volume: by 1.4 in 1000 for the 3 mL here.
        assertEquals(1000 * millilitres, ball.volume(), 2 * millilitres);
    }

    @Test
    void aBallOfThickSlicesIsAsHighAsItsRadiusAllows() {
        Region ball = Phantoms.ball(3, CLINICAL);
        assertEquals(3, ball.slices()); // at −5, 0 and 5 mm, the radius is 8.9 mm
        assertEquals(39, ball.box(0)); // 19 · 0.45 = 8.55 mm to either side
        assertEquals(39, ball.box(1));
        assertEquals(41, ball.matrix(0));
        assertEquals(1, ball.origin(2));
    }

    @Test
    void aBallIsTheSameFromAllSides() {
        Region ball = Phantoms.ball(2, new Spacing(0.5, 0.5, 0.5), (x, y, z) -> 50 + x + 2 * y + 3 * z);
        assertEquals(50, ball.mean(), 1e-10);
        assertEquals(ball.box(0), ball.box(1));
        assertEquals(ball.box(0), ball.box(2));
    }

    @Test
    void aBoxIsFull() {
        Region box = Phantoms.box(4, 3, 2, CLINICAL);
        assertEquals(24, box.size());
        assertEquals(24, box.boxSize());
        assertEquals(24 * 0.45 * 0.45 * 5, box.volume(), 1e-10);
        assertEquals(Phantoms.HU, box.min());
        assertEquals(Phantoms.HU, box.max());
    }

    @Test
    void aRampRisesAlongX() {
        Region box = Phantoms.box(4, 1, 1, new Spacing(2, 2, 2), (x, y, z) -> 10 + x);
        assertEquals(7, box.hu(0)); // centres at −3, −1, 1 and 3 mm
        assertEquals(13, box.hu(3));
        assertEquals(10, box.mean());
    }

    @Test
    void aBallIsNeverEmpty() {
        assertEquals(1, Phantoms.ball(0.0001, CLINICAL).size());
        assertThrows(IllegalArgumentException.class, () -> Phantoms.box(0, 1, 1, CLINICAL));
    }
}
