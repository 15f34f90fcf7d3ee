package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Colour. */
class ScoreFigureTest {

    /** R: quantile(c(1:9, 30), c(.25, .5, .75)) is 3.25 5.50 7.75, so that 9 is the last value up to 7.75 + 6.75. */
    @Test
    void quartilesAreOfType7AndWhiskersReach() {
        assertEquals(
                new ScoreFigure.BoxPlot(1, 3.25, 5.5, 7.75, 9),
                ScoreFigure.BoxPlot.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 30}));
        assertEquals(new ScoreFigure.BoxPlot(2, 2, 2, 2, 2), ScoreFigure.BoxPlot.of(new double[] {2}));
    }

    @Test
    void drawsEachCaseAndTheBoxAtItsValues() throws Exception {
        double[] scores = {1, 2, 3, 4, 5, 6, 7, 8, 9, Double.NaN, 30};
        Svg svg = Svg.of(ScoreFigure.of("", "Score", List.of(new ScoreFigure.Group("NHE", "Training", scores)), 4));
        List<Element> circles = svg.elements("circle");
        assertEquals(10, circles.size());
        double[] values = circles.stream()
                .mapToDouble(c -> svg.dataY(Svg.number(c, "cy"), "0", "30"))
                .sorted()
                .toArray();
        assertEquals(9, values[8], 0.05);
        assertEquals(30, values[9], 0.05);
        // The first rectangle is the background.
        Element box = svg.elements("rect").get(1);
        double top = Svg.number(box, "y");
        assertEquals(7.75, svg.dataY(top, "0", "30"), 0.05);
        assertEquals(3.25, svg.dataY(top + Svg.number(box, "height"), "0", "30"), 0.05);
        assertTrue(svg.hasText("n = 10"));
        assertTrue(svg.hasText("Cutoff 4.000"));
    }

    @Test
    void placesOfPointsDoNotDependOnTheOrderOfCases() {
        double[] scores = {5, 3, 9, 1, 7};
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        assertEquals(figure(sorted).svg(), figure(scores).svg());
    }

    private static Figure figure(double[] scores) {
        return ScoreFigure.of("", "Score", List.of(new ScoreFigure.Group("HE", "", scores)), Double.NaN);
    }

    @Test
    void groupsOfTheSameNameLookAlike() {
        Figure figure = ScoreFigure.of(
                "",
                "Score",
                List.of(
                        new ScoreFigure.Group("NHE", "Training", new double[] {1, 2}),
                        new ScoreFigure.Group("HE", "Training", new double[] {1, 2}),
                        new ScoreFigure.Group("NHE", "Test", new double[] {1, 2}),
                        new ScoreFigure.Group("HE", "Test", new double[0])),
                Double.NaN);
        List<Colour> colours = figure.marks().stream()
                .filter(Mark.Points.class::isInstance)
                .map(mark -> ((Mark.Points) mark).colour())
                .toList();
        assertEquals(List.of(Colour.BLUE, Colour.VERMILLION, Colour.BLUE), colours);
    }
}
