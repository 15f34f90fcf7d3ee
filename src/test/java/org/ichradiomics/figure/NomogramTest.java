package org.ichradiomics.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Logit p = −1 + 0.02 age + 2 score − IVH; everything worked out by hand. */
class NomogramTest {

    private static final Nomogram.Variable AGE = new Nomogram.Variable("Age", 0.02, 20, 90, false);
    private static final Nomogram.Variable SCORE = new Nomogram.Variable("Score", 2, -5, 1, false);
    private static final Nomogram.Variable IVH = new Nomogram.Variable("IVH", -1, 0, 1, true);
    private static final Nomogram NOMOGRAM = new Nomogram(-1, List.of(AGE, SCORE, IVH), "expansion");

    @Test
    void pointsAreSharesOfTheHeaviestVariable() {
        // Weights 1.4, 12 and 1: a point is 0.12 of the log odds.
        assertEquals(100, NOMOGRAM.points(SCORE, 1), 1e-12);
        assertEquals(50, NOMOGRAM.points(SCORE, -2), 1e-12);
        assertEquals(0, NOMOGRAM.points(SCORE, -5), 1e-12);
        assertEquals(35 / 3.0, NOMOGRAM.points(AGE, 90), 1e-12);
        assertEquals(25 / 3.0, NOMOGRAM.points(IVH, 0), 1e-12, "no IVH is the higher risk");
        assertEquals(0, NOMOGRAM.points(IVH, 1), 1e-12);
    }

    @Test
    void sumOfThePointsGivesTheProbabilityOfTheModel() {
        // Age 60, score −1, no IVH: logit −1 + 1.2 − 2 = −1.8.
        double total = NOMOGRAM.points(AGE, 60) + NOMOGRAM.points(SCORE, -1) + NOMOGRAM.points(IVH, 0);
        assertEquals(81 + 2 / 3.0, total, 1e-12);
        assertEquals(1 / (1 + Math.exp(1.8)), NOMOGRAM.probability(total), 1e-12);
        // The lowest log odds are −1 + 0.4 − 10 − 1 = −11.6.
        assertEquals(11.6 / 0.12, NOMOGRAM.total(0.5), 1e-12);
        assertEquals(0.2, NOMOGRAM.probability(NOMOGRAM.total(0.2)), 1e-12);
    }

    @Test
    void scalesLieAboveEachOther() throws Exception {
        Svg svg = Svg.of(NOMOGRAM.figure("Nomogram"));
        double zero = tick(svg, "0", 0);
        double hundred = tick(svg, "100", 0);
        double yes = svg.text("Yes").x();
        double no = svg.text("No").x();
        assertEquals(zero, yes, 0.02, "IVH lowers the risk: no points");
        assertEquals(25 / 3.0, (no - zero) / (hundred - zero) * 100, 0.01);
        assertEquals(50, (svg.text("−2").x() - zero) / (hundred - zero) * 100, 0.01);
        // The scale of the sum ends at 120 points, 0.5 lies at 96.667.
        assertEquals(96.6667 / 120, (svg.text("0.5").x() - zero) / (hundred - zero), 1e-3);
        assertTrue(svg.hasText("Probability of expansion"));
        assertTrue(svg.text("Points").y() < svg.text("Age").y()
                && svg.text("Age").y() < svg.text("Total points").y());
    }

    private static double tick(Svg svg, String label, int which) {
        return svg.texts().stream()
                .filter(text -> text.text().equals(label) && text.anchor().equals("middle"))
                .skip(which)
                .findFirst()
                .orElseThrow()
                .x();
    }

    @Test
    void refusesModelsThatCannotBeDrawn() {
        assertThrows(IllegalArgumentException.class, () -> new Nomogram(0, List.of(), "x"));
        assertThrows(IllegalArgumentException.class, () -> new Nomogram.Variable("x", Double.NaN, 0, 1, false));
        assertThrows(IllegalArgumentException.class, () -> new Nomogram.Variable("x", 1, 1, 1, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Nomogram(0, List.of(new Nomogram.Variable("x", 0, 0, 1, false)), "x"));
    }
}
