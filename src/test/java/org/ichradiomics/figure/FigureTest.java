package org.ichradiomics.figure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Pen and Size. */
class FigureTest {

    private static final Pen PEN = Pen.series(0);

    private static Map<String, Figure> figures;

    static Stream<String> kinds() throws Exception {
        if (figures == null) figures = new Examples().figures();
        return figures.keySet().stream();
    }

    private static Figure empty() {
        return Figure.of("A figure", new Size(85, 50), Axis.linear("x", 0, 10), Axis.linear("y", 0, 100));
    }

    private static Figure line(double[] x, double[] y) {
        return empty().with(new Mark.Line("", x, y, PEN));
    }

    @Test
    void pointsOfTheDrawingAreThoseOfTheData() throws Exception {
        double[] x = {0, 2.5, 7, 10};
        double[] y = {0, 80, 35, 100};
        Svg svg = Svg.of(line(x, y));
        double[][] points = Svg.points(svg.elements("polyline").get(0));
        assertEquals(4, points.length);
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i], svg.dataX(points[i][0], "0", "10"), 1e-3);
            assertEquals(y[i], svg.dataY(points[i][1], "0", "100"), 1e-2);
        }
    }

    @Test
    void logarithmicAxisHasEqualLengthsForEqualRatios() throws Exception {
        Figure figure = Figure.of(
                        "", new Size(85, 50), Axis.logarithmic("x", new double[] {0.1, 10}), Axis.linear("y", 0, 1))
                .with(new Mark.Line("", new double[] {0.1, 1, 10}, new double[] {0, 0, 0}, PEN));
        double[][] points = Svg.points(Svg.of(figure).elements("polyline").get(0));
        assertEquals(points[1][0] - points[0][0], points[2][0] - points[1][0], 0.02);
    }

    @Test
    void missingValuesBreakALineAndAreNotDrawnAsZero() throws Exception {
        List<Element> lines = Svg.of(line(
                        new double[] {0, 1, 2, 3, 4, 5, 6},
                        new double[] {10, 20, Double.NaN, 30, 40, Double.POSITIVE_INFINITY, 50}))
                .elements("polyline");
        assertEquals(2, lines.size());
        assertEquals(2, Svg.points(lines.get(0)).length);
        assertEquals(2, Svg.points(lines.get(1)).length);
        Svg points = Svg.of(empty().with(new Mark.Points(
                "", new double[] {1, 2, Double.NaN}, new double[] {1, Double.NaN, 1}, Marker.DISC, Colour.BLUE, 2)));
        assertEquals(1, points.elements("circle").size());
        int frame = Svg.of(empty()).elements("line").size();
        Svg intervals = Svg.of(empty().with(new Mark.Intervals(
                "", false, new double[] {1, 2}, new double[] {1, 1}, new double[] {Double.POSITIVE_INFINITY, 3}, PEN)));
        assertEquals(frame + 3, intervals.elements("line").size(), "one interval and its two ends");
    }

    @Test
    void linesAreCutAtThePanel() throws Exception {
        Svg svg = Svg.of(line(new double[] {-5, 5, 15}, new double[] {50, 50, 250}));
        double[][] points = Svg.points(svg.elements("polyline").get(0));
        assertArrayEquals(
                new double[] {0, 5, 7.5},
                new double[] {
                    svg.dataX(points[0][0], "0", "10"),
                    svg.dataX(points[1][0], "0", "10"),
                    svg.dataX(points[2][0], "0", "10")
                },
                1e-2);
        assertEquals(100, svg.dataY(points[2][1], "0", "100"), 1e-2);
    }

    @Test
    void saysThatThereAreNoValues() throws Exception {
        assertTrue(Svg.of(empty()).hasText("no values"));
        assertTrue(Svg.of(line(new double[] {1, 2}, new double[] {Double.NaN, Double.NaN}))
                .hasText("no values"));
        assertTrue(Svg.of(empty().with(new Mark.Rule("", true, 5, PEN))).hasText("no values"));
        assertFalse(Svg.of(line(new double[] {1, 2}, new double[] {1, 2})).hasText("no values"));
    }

    @Test
    void textIsEscaped() throws Exception {
        String name = "a<b & \"c\" > d\u0001";
        Svg svg = Svg.of(line(new double[] {1, 2}, new double[] {1, 2})
                .titled(name)
                .with(new Mark.Line(name, new double[] {1, 2}, new double[] {1, 2}, PEN)));
        String read = name.replace('\u0001', '\uFFFD');
        assertEquals(read, svg.root().getAttribute("aria-label"));
        assertEquals(
                2, svg.texts().stream().filter(text -> text.text().equals(read)).count(), "title and legend");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReadOutAndCanStandInHtml(String kind) throws Exception {
        Svg svg = Svg.of(figures.get(kind));
        assertEquals("img", svg.root().getAttribute("role"));
        assertEquals("title", svg.root().getElementsByTagName("*").item(0).getNodeName());
        assertFalse(svg.elements("title").get(0).getTextContent().isEmpty());
        String text = figures.get(kind).svg();
        assertFalse(text.contains(" id=")
                || text.contains(" class=")
                || text.contains("<script")
                || text.contains("<style")
                || text.contains("url("));
        assertFalse(text.contains("NaN") || text.contains("Infinity"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sizeIsThatOfPrint(String kind) throws Exception {
        Figure figure = figures.get(kind);
        Svg svg = Svg.of(figure);
        assertEquals(
                figure.size().width() + "mm", svg.root().getAttribute("width").replaceFirst("mm$", ".0mm"));
        String[] box = svg.root().getAttribute("viewBox").split(" ");
        assertEquals(figure.size().width() / 25.4 * 72, Double.parseDouble(box[2]), 0.01, "a unit is a point");
        double height = Double.parseDouble(svg.root().getAttribute("height").replace("mm", ""));
        assertEquals(height / 25.4 * 72, Double.parseDouble(box[3]), 0.02);
        for (Svg.Text text : svg.texts()) {
            assertTrue(text.size() >= 7, text + " is too small");
            Area area = text.area();
            assertTrue(
                    area.left() >= 0
                            && area.top() >= 0
                            && area.right() <= Double.parseDouble(box[2])
                            && area.bottom() <= Double.parseDouble(box[3]),
                    text + " is not within the figure");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noTextsOverlap(String kind) throws Exception {
        Figure figure = figures.get(kind);
        for (double width : new double[] {60, 85, 120, 180}) {
            List<Svg.Text> texts =
                    Svg.of(figure.with(new Size(width, figure.size().panel()))).texts();
            for (int i = 0; i < texts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    assertFalse(
                            texts.get(i).area().overlaps(texts.get(j).area()),
                            texts.get(i) + " lies on " + texts.get(j) + " at " + width);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void legendNamesEachMarkOnceAndCoversNoLine(String kind) throws Exception {
        Figure figure = figures.get(kind);
        Svg svg = Svg.of(figure);
        List<String> names = figure.legend() == Figure.Legend.NONE
                ? List.of()
                : figure.marks().stream()
                        .map(Mark::name)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        for (String name : names) {
            List<Svg.Text> found = svg.texts().stream()
                    .filter(text -> text.text().equals(name))
                    .toList();
            assertEquals(1, found.size(), name);
            for (Element line : svg.elements("polyline")) {
                double[][] points = Svg.points(line);
                for (int i = 1; i < points.length; i++) {
                    assertEquals(
                            null,
                            found.get(0).area().cut(points[i - 1][0], points[i - 1][1], points[i][0], points[i][1]),
                            name + " is covered");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTheSameTwiceAndInAnyLanguage(String kind) throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(
                    figures.get(kind).svg(), new Examples().figures().get(kind).svg());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void squarePanelHasEqualUnits() throws Exception {
        Figure figure = Figure.of("", Size.square(85), Axis.linear("x", 0, 1), Axis.linear("y", 0, 1))
                .with(new Mark.Line("", new double[] {0, 1}, new double[] {0, 1}, PEN));
        double[][] points = Svg.points(Svg.of(figure).elements("polyline").get(0));
        assertEquals(points[1][0] - points[0][0], points[0][1] - points[1][1], 0.02);
    }

    @Test
    void legendGoesBelowWhereNoPlaceIsFree() throws Exception {
        double[] x = new double[200];
        double[] y = new double[200];
        for (int i = 0; i < 200; i++) {
            x[i] = i / 20.0;
            y[i] = i % 2 * 100;
        }
        Svg svg = Svg.of(empty().with(new Mark.Line("everywhere", x, y, PEN)));
        assertTrue(svg.text("everywhere").y() > svg.text("x").y());
        Svg free = Svg.of(empty().with(new Mark.Line("at the top", new double[] {0, 10}, new double[] {90, 90}, PEN)));
        assertTrue(free.text("at the top").y() < free.text("x").y());
    }

    @Test
    void rightLabelsAndTopLabelsLieAtTheirValues() throws Exception {
        Svg svg = Svg.of(line(new double[] {0, 10}, new double[] {0, 100})
                .withTop("Above", List.of(new Axis.Tick(2.5, "quarter")))
                .withRight("", List.of(new Axis.Tick(50, "half"))));
        assertEquals(2.5, svg.dataX(svg.text("quarter").x(), "0", "10"), 1e-2);
        assertEquals(50, svg.dataY(svg.text("half").y() - 0.36 * 7, "0", "100"), 1e-2);
        assertTrue(svg.hasText("Above"));
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThrows(IllegalArgumentException.class, () -> new Size(1000, 50));
        assertThrows(IllegalArgumentException.class, () -> new Size(85, 0));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("", 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Axis.linear("", 0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Mark.Line("", new double[1], new double[2], PEN));
        assertThrows(IllegalArgumentException.class, () -> new Pen(Colour.BLUE, 0, Dash.SOLID));
    }

    @Test
    void anyFiveSeriesInARowDifferWithoutColours() {
        for (int i = 0; i < 30; i++) {
            for (int j = i + 1; j < i + 5; j++)
                assertFalse(Pen.series(i).dash() == Pen.series(j).dash(), i + " and " + j);
            for (int j = i + 1; j < 30; j++) assertFalse(Pen.series(i).equals(Pen.series(j)), i + " and " + j);
        }
    }
}
