package org.ichradiomics.scan;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Covers Geometry. */
class GeometryTextTest {

    /** Numbers that no short decimal is. */
    private static final Geometry OBLIQUE = Geometry.stored(
            new int[] {5, 4, 3},
            new double[] {0.1 + 0.2, 1 / 3.0, Double.NaN},
            Affine.of(-0.5, 0, 0, Math.PI, 0, -0.75, 1e-17, 80, 0, 0, 6, -40),
            List.of("ct lacks slices between slice 7 and 8."));

    @Test
    void comesBackToTheLastBit() {
        String text = GeometryText.of(OBLIQUE);
        Geometry back = GeometryText.parse(text).orElseThrow();
        assertEquals(text, GeometryText.of(back));
        assertArrayEquals(OBLIQUE.storedLengths(), back.storedLengths());
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    OBLIQUE.storedAffine().get(i / 4, i % 4),
                    back.storedAffine().get(i / 4, i % 4));
        }
        assertEquals(OBLIQUE.warnings(), back.warnings());
    }

    @Test
    void whatSomebodyChangedIsNoGeometry() {
        String text = GeometryText.of(OBLIQUE);
        assertEquals(Optional.empty(), GeometryText.parse(""));
        assertEquals(Optional.empty(), GeometryText.parse(text.replace("size: 5 4 3", "size: 5 4")));
        assertEquals(Optional.empty(), GeometryText.parse(text.replace("mm: ", "mm: about ")));
    }
}
