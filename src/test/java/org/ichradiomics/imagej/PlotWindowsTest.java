package org.ichradiomics.imagej;

import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;

import org.ichradiomics.figure.AgreementFigure;
import org.ichradiomics.figure.Anchor;
import org.ichradiomics.figure.Axis;
import org.ichradiomics.figure.Colour;
import org.ichradiomics.figure.Dash;
import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.ForestFigure;
import org.ichradiomics.figure.Mark;
import org.ichradiomics.figure.Marker;
import org.ichradiomics.figure.Nomogram;
import org.ichradiomics.figure.Pen;
import org.ichradiomics.figure.ScoreFigure;
import org.ichradiomics.figure.Size;
import org.ichradiomics.stats.BlandAltman;
import org.ichradiomics.stats.Estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Anchor. */
class PlotWindowsTest {

    private static final double[] X = {1, 2, 3, 4};
    private static final double[] Y = {0.1, 0.4, Double.NaN, 0.3};
    private static final Pen PEN = new Pen(Colour.BLUE, 1, Dash.SOLID);

    private static Figure empty() {
        return Figure.of("A figure", new Size(85, 50), Axis.linear("time", 0, 5), Axis.linear("value", -1, 1));
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
        return floats;
    }

    @Test
    void dataAreThoseOfTheFigure() {
        Plot plot = PlotWindows.of(empty().with(new Mark.Line("line", X, Y, PEN))
                .with(new Mark.Points("points", X, Y, Marker.SQUARE, Colour.GREEN, 2)));
        assertArrayEquals(floats(X), plot.getDataObjectArrays(0)[0]);
        assertArrayEquals(floats(Y), plot.getDataObjectArrays(0)[1]);
        assertArrayEquals(floats(Y), plot.getDataObjectArrays(1)[1]);
        assertTrue(plot.getPlotObjectDesignations()[0].endsWith("line"));
        assertTrue(plot.getPlotObjectStyle(0).startsWith("#0072b2"), plot.getPlotObjectStyle(0));
        assertTrue(plot.getPlotObjectStyle(1).endsWith("Box"), plot.getPlotObjectStyle(1));
    }

    @Test
    void limitsAndLabelsAreThoseOfTheAxes() {
        Plot plot = PlotWindows.of(empty().with(new Mark.Line("line", X, Y, PEN)));
        ImagePlus image = plot.getImagePlus();
        assertEquals("A figure", image.getTitle());
        assertArrayEquals(new double[] {0, 5, -1, 1}, plot.getLimits(), 1e-9);
        assertEquals("time", plot.getLabel('x'));
        assertEquals("value", plot.getLabel('y'));
    }

    @Test
    void everythingCanBeListed() {
        Figure figure = empty().with(new Mark.Line("line", X, Y, PEN))
                .with(new Mark.Intervals(
                        "bars",
                        false,
                        X,
                        new double[] {0, 0, 0, 0},
                        new double[] {1, 1, Double.POSITIVE_INFINITY, 0.5},
                        PEN));
        ResultsTable table = PlotWindows.of(figure).getResultsTable();
        assertEquals(12, table.size());
        assertEquals(0.4, table.getValue("Y0", 1), 1e-7);
        assertEquals(1, table.getValue("Y1", 1), 0);
        assertTrue(
                Double.isNaN(table.getValue("Y1", 6)) && Double.isNaN(table.getValue("Y1", 7)),
                "an interval without an end is left out");
        assertEquals(0.5, table.getValue("Y1", 10), 0);
    }

    @Test
    void centredIntervalsAreErrorBars() {
        Figure figure = empty().with(
                        new Mark.Intervals("mean", false, X, new double[] {0, 0, 0, 0}, new double[] {1, 2, 3, 4}, PEN))
                .with(new Mark.Points("mean", X, new double[] {0.5, 1, 1.5, 2}, Marker.DISC, Colour.BLUE, 2));
        ResultsTable table = PlotWindows.of(figure).getResultsTable();
        assertEquals("X\tY\tERR", table.getColumnHeadings().strip());
        assertEquals(1.5, table.getValue("ERR", 2), 0);
    }

    @Test
    void rulesAreLinesWithTheirNames() {
        Plot plot = PlotWindows.of(empty().with(new Mark.Line("line", X, Y, PEN))
                .with(new Mark.Rule("cutoff", true, 2, PEN))
                .with(new Mark.Rule("", false, 0, PEN)));
        List<String> objects = Arrays.asList(plot.getPlotObjectDesignations());
        assertTrue(objects.contains("Straight Line 1 (vertical)"), objects.toString());
        assertTrue(objects.contains("Straight Line 2 (horizontal)"), objects.toString());
        assertTrue(objects.contains("Text 1: \"cutoff\""), objects.toString());
    }

    @Test
    void ratiosAreOnALogarithmicAxis() {
        Figure figure = ForestFigure.of(
                "",
                List.of(
                        new ForestFigure.Row("a, {b}", new Estimate(2, 0.5, 8)),
                        new ForestFigure.Row("c", new Estimate(0.2, 0.05, 0.8))));
        Plot plot = PlotWindows.of(figure);
        plot.getProcessor();
        // Halfway between two places lies the geometric mean of their values.
        int left = (int) plot.scaleXtoPxl(0.1);
        int right = (int) plot.scaleXtoPxl(10);
        assertEquals(1, plot.descaleX((left + right) / 2), 0.02);
        assertTrue(Arrays.stream(plot.getPlotObjectDesignations()).anyMatch(object -> object.contains("\"a, {b}\"")));
    }

    @Test
    void everyKindOfMarkCanBeDrawn() throws Exception {
        List<Figure> figures = List.of(
                new Nomogram(-1, List.of(new Nomogram.Variable("Age", 0.1, 20, 90, false)), "expansion")
                        .figure("Nomogram"),
                AgreementFigure.of("", "a", "b", BlandAltman.of(new double[] {1, 2, 3}, new double[] {2, 2, 2})),
                ScoreFigure.of("", "Score", List.of(new ScoreFigure.Group("HE", "Test", new double[] {1, 2, 3, 9})), 2),
                empty(),
                empty().with(new Mark.Words(1, 0, "words", Anchor.MIDDLE, Colour.BLACK)),
                empty().with(new Mark.Line("below", X, Y, PEN))
                        .with(Figure.Legend.BELOW)
                        .withTop("Number", List.of(new Axis.Tick(1, "7"))));
        for (Figure figure : figures) {
            ImagePlus image = PlotWindows.of(figure).getImagePlus();
            assertTrue(image.getWidth() > 480 && image.getHeight() > 150, figure.title());
            assertTrue(image.getProcessor().getStats().stdDev > 0, "something is drawn");
        }
    }

    @Test
    void ticksOfANomogramAreListed() {
        Nomogram nomogram = new Nomogram(-1, List.of(new Nomogram.Variable("IVH", 1, 0, 1, true)), "expansion");
        ResultsTable table = PlotWindows.of(nomogram.figure("")).getResultsTable();
        assertEquals(100, table.getValue("X1", 1), 1e-6);
    }

    @Test
    void withoutAScreenNothingIsShownAndThePlotIsThere() {
        assertEquals(
                "A figure",
                PlotWindows.show(empty().with(new Mark.Line("line", X, Y, PEN))).getTitle());
    }
}
