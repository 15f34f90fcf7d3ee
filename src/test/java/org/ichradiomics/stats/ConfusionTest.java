package org.ichradiomics.stats;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * {@link Confusion}, {@link Youden} and {@link Proportion}: ten events and ten others. The intervals are R's
 * {@code binom.test(k, n)$conf.int}.
 */
class ConfusionTest {

    private static final Confusion C = new Confusion(0.5, 8, 3, 2, 7);

    @Test
    void eachShareIsOfItsOwnCases() {
        assertEquals(0.8, C.sensitivity(Proportion.CLOPPER_PEARSON).value(), 1e-15);
        assertEquals(0.7, C.specificity(Proportion.CLOPPER_PEARSON).value(), 1e-15);
        assertEquals(8 / 11.0, C.ppv(Proportion.CLOPPER_PEARSON).value(), 1e-15);
        assertEquals(7 / 9.0, C.npv(Proportion.CLOPPER_PEARSON).value(), 1e-15);
        assertEquals(0.75, C.accuracy(Proportion.CLOPPER_PEARSON).value(), 1e-15);
        assertEquals(0.5, new Youden(C, 1).index(), 1e-15);
    }

    @Test
    void exactIntervals() {
        assertEquals(
                0.4439045376923585, C.sensitivity(Proportion.CLOPPER_PEARSON).low(), 1e-12);
        assertEquals(
                0.9747892736731666, C.sensitivity(Proportion.CLOPPER_PEARSON).high(), 1e-12);
        assertEquals(
                0.3475471499400027, C.specificity(Proportion.CLOPPER_PEARSON).low(), 1e-12);
        assertEquals(
                0.9332604888222655, C.specificity(Proportion.CLOPPER_PEARSON).high(), 1e-12);
    }

    /** R: {@code prop.test(8, 10, correct = FALSE)$conf.int}. */
    @Test
    void scoreInterval() {
        assertEquals(0.4901625, C.sensitivity(Proportion.WILSON).low(), 5e-8);
        assertEquals(0.9433178, C.sensitivity(Proportion.WILSON).high(), 5e-8);
    }

    @Test
    void aShareOfNobodyHasNoValue() {
        Confusion noEvents = new Confusion(0.5, 0, 3, 0, 7);
        assertEquals(
                Double.NaN, noEvents.sensitivity(Proportion.CLOPPER_PEARSON).value());
        assertEquals(Double.NaN, noEvents.youden());
    }
}
