package org.ichradiomics.filter;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ChoiceTest {

    private static final List<Boundary> BOUNDARIES = List.of(Boundary.values());

    @Test
    void aWordIsTheChoiceOfThatText() {
        for (Boundary boundary : BOUNDARIES) {
            assertEquals(boundary, Choice.of("boundary", boundary.text(), BOUNDARIES, Boundary::text));
        }
    }

    @Test
    void anotherWordIsRefusedWithAllChoices() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Choice.of("boundary", "Mirror", BOUNDARIES, Boundary::text));
        assertEquals("boundary must be one of zero, nearest, periodic, mirror, was \"Mirror\"", e.getMessage());
    }

    @Test
    void aKindFollowsFromItsKernel() {
        assertEquals(KernelKind.MEAN, new Mean(3).kind());
        assertEquals(KernelKind.SIMONCELLI, new Simoncelli(1).kind());
        for (KernelKind kind : KernelKind.values()) assertEquals(kind, KernelKind.named(kind.text()));
    }
}
