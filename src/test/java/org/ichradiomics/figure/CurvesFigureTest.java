package org.ichradiomics.figure;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.ichradiomics.stats.Estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CurvesFigureTest {

    private static final CurvesFigure.Curve CURVE = new CurvesFigure.Curve(
            "Score", new double[] {0.1, 0.5}, List.of(new Estimate(0.2, 0.1, 0.3), new Estimate(0.1, -0.1, 0.2)));

    @Test
    void aBandIsTwoLinesWithoutAName() {
        Figure figure = CurvesFigure.ofShares("Smooth", "Predicted", "Observed", List.of(CURVE));
        List<Mark.Line> lines =
                figure.marks().stream().map(Mark.Line.class::cast).toList();
        assertEquals(
                List.of("", "Score", "", ""), lines.stream().map(Mark::name).toList());
        assertArrayEquals(new double[] {0.1, -0.1}, lines.get(2).y());
        assertArrayEquals(new double[] {0.3, 0.2}, lines.get(3).y());
    }

    @Test
    void benefitHasAllAndNone() {
        Figure figure = CurvesFigure.ofBenefit("Decision", CURVE, new double[] {0.3, -0.4});
        assertEquals(
                List.of("Score", "", "", "All", "None"),
                figure.marks().stream().map(Mark::name).toList());
        assertTrue(figure.y().high() > 0.3 && figure.y().low() < 0);
        assertEquals(0.5, figure.x().high());
        assertEquals(
                "Recall (sensitivity)",
                CurvesFigure.ofPrecision("P", List.of(CURVE)).x().label());
    }
}
