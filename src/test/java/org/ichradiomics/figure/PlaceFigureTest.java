package org.ichradiomics.figure;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceFigureTest {

    private static final double[] SCORES =
            IntStream.range(0, 300).mapToDouble(i -> -3 + i / 100.0).toArray();

    @Test
    void everyScoreStandsInABar() {
        Figure figure = PlaceFigure.of("", "R", SCORES, -7, -1.43);
        List<Mark.Box> bars = figure.marks().stream()
                .filter(Mark.Box.class::isInstance)
                .map(Mark.Box.class::cast)
                .toList();
        assertEquals(300, bars.stream().mapToDouble(Mark.Box::high).sum());
        for (Mark.Box bar : bars) {
            // One at an edge may belong to either side.
            long within = IntStream.range(0, 300)
                    .filter(i -> SCORES[i] > bar.left() - 1e-9 && SCORES[i] < bar.right() + 1e-9)
                    .count();
            assertEquals(within, bar.high(), 2);
        }
        assertEquals(-7, figure.x().low(), 0.5);
    }

    @Test
    void scoreAndCutoffAreNamed() {
        String svg = PlaceFigure.of("", "R", SCORES, -2.114, -1.43).svg();
        assertTrue(svg.contains("This case −2.11") && svg.contains("Cutoff −1.430"), svg);
        String none =
                PlaceFigure.of("", "R", new double[0], Double.NaN, Double.NaN).svg();
        assertFalse(none.contains("This case"), none);
    }
}
