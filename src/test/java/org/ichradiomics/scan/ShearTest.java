package org.ichradiomics.scan;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShearTest {

    /** The gantry tilted about x: slices 5 mm apart along their normal are shifted along y by 5 tan(angle). */
    @ParameterizedTest
    @ValueSource(doubles = {-22, 5, 18.5})
    void aTiltIsFoundWithItsSliceDistance(double degrees) {
        double shift = 5 * Math.tan(Math.toRadians(degrees));
        Shear shear = Shear.of(Affine.of(-0.45, 0, 0, 100, 0, -0.45, shift, 90, 0, 0, 5, -30))
                .orElseThrow();
        assertEquals(2, shear.axis());
        assertEquals(5, shear.distance());
        assertEquals(Math.abs(degrees), shear.degrees(), 1e-9);
        assertTrue(shear.isPlane());
    }

    @Test
    void anUprightGridHasNone() {
        assertEquals(Optional.empty(), Shear.of(Affine.of(-0.45, 0, 0, 100, 0, -0.45, 0, 90, 0, 0, 5, -30)));
    }
}
