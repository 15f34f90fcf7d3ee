package org.ichradiomics.stats;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SampleSizeTest {

    /** The worked example of Riley et al., BMJ 2020; 368: m441, pre-eclampsia: R² 0.288, 24 parameters, φ = 0.174. */
    @Test
    void rileysExample() {
        SampleSize size = SampleSize.of(24, 0.174, OptionalDouble.of(0.288));
        assertEquals(623, size.forShrinkage());
        assertEquals(662, size.forOptimism());
        assertEquals(221, size.forShare());
        assertEquals(662, size.cases());
    }

    /** By hand in Python 3.11: ceil(396/(-0.1*log(1 - 0.15*m/0.9))) with m = 1 - (phi**phi*(1-phi)**(1-phi))**2. */
    @Test
    void withoutAnExpectationItIsASmallShareOfTheLargest() {
        SampleSize size = SampleSize.of(396, 30 / 218.0, OptionalDouble.empty());
        assertEquals(0.5512186080389836, SampleSize.largest(30 / 218.0), 1e-14);
        assertEquals(41093, size.forShrinkage());
        assertEquals(13561, size.forOptimism());
        assertEquals(183, size.forShare());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> SampleSize.of(0, 0.2, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.of(3, 0, OptionalDouble.empty()));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.of(3, 0.2, OptionalDouble.of(0.7)));
    }
}
