package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import org.ichradiomics.stats.BlandAltman;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.RocCurve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the figures of statistics show, against the statistics themselves.
 *
 * <p>Covers AgreementFigure, CalibrationFigure, CrossValidationFigure, DecisionFigure, ForestFigure, Mark, PathFigure
 * and StabilityFigure.
 */
class StudyFiguresTest {

    private static Examples study;

    @BeforeAll
    static void fit() throws Exception {
        study = new Examples();
    }

    private static <T extends Mark> List<T> marks(Figure figure, Class<T> kind) {
        return figure.marks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void crossValidationIsAgainstTheNaturalLogarithm() throws Exception {
        Figure figure = CrossValidationFigure.of("", study.deviance, study.path);
        Mark.Points points = marks(figure, Mark.Points.class).get(0);
        assertArrayEquals(Arrays.stream(study.path.lambdas()).map(Math::log).toArray(), points.x(), 1e-12);
        assertArrayEquals(study.deviance.mean(), points.y());
        Mark.Intervals bars = marks(figure, Mark.Intervals.class).get(0);
        assertEquals(study.deviance.mean()[3] - study.deviance.sd()[3], bars.low()[3]);
        assertEquals(study.deviance.mean()[3] + study.deviance.sd()[3], bars.high()[3]);
        List<Mark.Rule> rules = marks(figure, Mark.Rule.class);
        assertEquals(Math.log(study.deviance.lambdaMin()), rules.get(0).at(), 1e-12);
        assertEquals(Math.log(study.deviance.lambda1se()), rules.get(1).at(), 1e-12);
        assertTrue(
                rules.get(0).name().endsWith("(" + study.path.df(study.deviance.kMin()) + " features)"),
                rules.get(0).name());
        Svg svg = Svg.of(figure);
        assertTrue(svg.hasText("log λ (natural)"));
        assertEquals(study.path.size() + 1, svg.elements("circle").size(), "one for each λ and one in the legend");
    }

    @Test
    void topLabelsCountTheFeatures() throws Exception {
        List<Axis.Tick> ticks = CrossValidationFigure.of("", study.auc, study.path)
                .top()
                .orElseThrow()
                .ticks();
        assertEquals(study.path.size(), ticks.size());
        assertEquals(
                Integer.toString(study.path.df(study.path.size())), ticks.get(0).label());
        assertEquals("0", ticks.get(ticks.size() - 1).label());
        assertEquals(Math.log(study.path.lambda(1)), ticks.get(ticks.size() - 1).value(), 1e-12);
    }

    @Test
    void pathsAreTheCoefficients() throws Exception {
        int chosen = study.deviance.kMin();
        Figure figure = PathFigure.whole("", study.path, study.deviance, chosen);
        List<LassoModel.Term> model = study.path.model(chosen).terms();
        Set<Integer> ever = new TreeSet<>();
        for (int k = 1; k <= study.path.size(); k++)
            study.path.model(k).terms().forEach(term -> ever.add(term.index()));
        List<Mark.Line> lines = marks(figure, Mark.Line.class);
        assertEquals(ever.size(), lines.size());
        assertEquals(ever.size(), Svg.of(figure).elements("polyline").size());
        List<Mark.Line> named =
                lines.stream().filter(line -> !line.name().isEmpty()).toList();
        assertEquals(
                Set.copyOf(model.stream().map(LassoModel.Term::feature).toList()),
                Set.copyOf(named.stream().map(Mark.Line::name).toList()));
        for (LassoModel.Term term : model) {
            Mark.Line line = named.stream()
                    .filter(l -> l.name().equals(term.feature()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(term.beta(), line.y()[chosen - 1]);
            assertEquals(Math.log(study.path.lambda(chosen)), line.x()[chosen - 1], 1e-12);
        }
        for (int i = 1; i < named.size(); i++) {
            assertTrue(
                    named.get(i - 1).y()[chosen - 1] >= named.get(i).y()[chosen - 1],
                    "from the largest coefficient down");
        }
    }

    @Test
    void pathsBeginWhereAFeatureEnters() {
        Figure figure = PathFigure.whole("", study.path, study.deviance, study.deviance.kMin());
        for (Mark.Line line : marks(figure, Mark.Line.class)) {
            long zeros = 0;
            int k = 0;
            while (Double.isNaN(line.y()[k])) k++;
            for (int i = k; i < line.y().length && line.y()[i] == 0; i++) zeros++;
            assertEquals(1, zeros, line.name());
        }
    }

    @Test
    void windowHoldsBothMarkedLambdasAndEndsBeforeTheSmallest() {
        Figure part = PathFigure.of("", study.path, study.deviance, study.deviance.kMin());
        Figure whole = PathFigure.whole("", study.path, study.deviance, study.deviance.kMin());
        assertTrue(part.x().low() >= whole.x().low());
        for (Mark.Rule rule : marks(part, Mark.Rule.class)) {
            if (rule.upright())
                assertTrue(rule.at() > part.x().low() && rule.at() < part.x().high());
        }
    }

    /** Scores 1, 2, 3, 4 of which 2 and 4 had the event: three of four pairs are in order. */
    @Test
    void rocCurveOfFourCases() throws Exception {
        RocCurve curve = RocCurve.of(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, true});
        Figure figure = RocFigure.of("", List.of(new RocFigure.Cohort("Four", curve, 2.5)));
        Mark.Line line = marks(figure, Mark.Line.class).get(1);
        assertArrayEquals(new double[] {1, 0.5, 0.5, 0, 0}, line.x());
        assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0}, line.y());
        assertTrue(line.name().startsWith("Four: AUC 0.750 ("), line.name());
        Mark.Points cutoff = marks(figure, Mark.Points.class).get(0);
        assertEquals(0.5, cutoff.x()[0]);
        assertEquals(0.5, cutoff.y()[0]);
        Svg svg = Svg.of(figure);
        double[][] drawn = Svg.points(svg.elements("polyline").get(1));
        assertEquals(0.5, svg.dataX(drawn[2][0], "0.0", "1.0"), 1e-3);
        assertEquals(0.5, svg.dataY(drawn[2][1], "0.0", "1.0"), 1e-3);
        Svg.Text legend = svg.text(line.name());
        assertTrue(
                svg.dataX(legend.x(), "0.0", "1.0") > 0.2 && svg.dataY(legend.y(), "0.0", "1.0") < 0.3, "lower right");
    }

    /** Wilson's interval of 3 of 10 is 0.1078 to 0.6032 (R: prop.test(3, 10, correct = FALSE)). */
    @Test
    void calibrationHasWilsonsIntervals() {
        HosmerLemeshow groups = new HosmerLemeshow(1.5, 8, 0.0002, List.of(new HosmerLemeshow.Group(10, 3, 2.5)));
        Figure figure = CalibrationFigure.of("", List.of(new CalibrationFigure.Cohort("Training", groups)));
        Mark.Intervals interval = marks(figure, Mark.Intervals.class).get(0);
        assertEquals(0.1078, interval.low()[0], 5e-5);
        assertEquals(0.6032, interval.high()[0], 5e-5);
        Mark.Points point = marks(figure, Mark.Points.class).get(0);
        assertEquals(0.25, point.x()[0]);
        assertEquals(0.3, point.y()[0], 1e-15);
        assertEquals("Training: Hosmer–Lemeshow p < 0.001", point.name());
    }

    @Test
    void decisionCurveLeavesThePanelDownwards() throws Exception {
        double[] thresholds = {0.1, 0.2, 0.5, 0.9};
        DecisionCurve curve = DecisionCurve.of(
                new double[] {0.1, 0.3, 0.6, 0.8}, new boolean[] {false, false, true, true}, thresholds);
        Figure figure = DecisionFigure.of("", List.of(new DecisionFigure.Model("Model", curve)));
        List<Mark.Line> lines = marks(figure, Mark.Line.class);
        assertEquals(
                List.of("Model", "All", "None"),
                lines.stream().map(Mark.Line::name).toList());
        // Acting on all at 0.9: 2/4 − 2/4 · 9 = −4.
        assertEquals(-4, lines.get(1).y()[3], 1e-12);
        Svg svg = Svg.of(figure);
        double panel = svg.elements("line").stream()
                .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                .mapToDouble(line -> Svg.number(line, "y2"))
                .max()
                .orElseThrow();
        for (Element line : svg.elements("polyline")) {
            for (double[] point : Svg.points(line)) assertTrue(point[1] <= panel + 0.01);
        }
        assertThrows(IllegalArgumentException.class, () -> DecisionFigure.of("", List.of()));
    }

    @Test
    void agreementShowsBiasAndLimits() throws Exception {
        BlandAltman agreement = BlandAltman.of(new double[] {1, 2, 3, 4}, new double[] {1.1, 1.9, 3.3, 3.7});
        Figure figure = AgreementFigure.of("", "Reader 1", "Reader 2", agreement);
        Mark.Points points = marks(figure, Mark.Points.class).get(0);
        assertArrayEquals(agreement.means(), points.x());
        assertArrayEquals(agreement.differences(), points.y());
        List<Mark.Band> bands = marks(figure, Mark.Band.class);
        assertEquals(agreement.upper().high(), bands.get(2).high());
        assertEquals(agreement.bias().low(), bands.get(1).low());
        Svg svg = Svg.of(figure);
        assertTrue(svg.hasText("+1.96 SD") && svg.hasText("Bias") && svg.hasText("−1.96 SD"));
        assertTrue(svg.hasText("Reader 1 − Reader 2"));
    }

    @Test
    void forestIsLogarithmicAndWritesWhatItCannotDraw() throws Exception {
        Figure figure = ForestFigure.of(
                "",
                List.of(
                        new ForestFigure.Row("first", new Estimate(2, 1, 4)),
                        new ForestFigure.Row("second", new Estimate(Double.NaN, Double.NaN, Double.NaN)),
                        new ForestFigure.Row("third", new Estimate(0.5, 0, 3))));
        Svg svg = Svg.of(figure);
        assertTrue(svg.hasText("2.00 (1.00–4.00)") && svg.hasText("not estimable") && svg.hasText("0.50 (0.00–3.00)"));
        assertTrue(svg.text("first").y() < svg.text("second").y()
                && svg.text("second").y() < svg.text("third").y());
        assertEquals(2, svg.elements("polygon").size(), "two of three ratios");
        List<Element> bars = svg.elements("line").stream()
                .filter(line -> line.getAttribute("stroke-width").equals("0.9"))
                .toList();
        assertEquals(3, bars.size(), "one interval and its ends");
        double[] ends = {Svg.number(bars.get(0), "x1"), Svg.number(bars.get(0), "x2")};
        double[][] square = Svg.points(svg.elements("polygon").get(1));
        assertEquals((ends[0] + ends[1]) / 2, (square[0][0] + square[1][0]) / 2, 0.02, "2 is halfway from 1 to 4");
        assertFalse(svg.hasText("no values"));
    }

    @Test
    void featuresOfTheSignatureAreFilled() {
        String longest = "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD";
        Figure figure = StabilityFigure.of(
                "",
                List.of(new StabilityFigure.Row(longest, 0.75, true), new StabilityFigure.Row("kurtosis", 0.5, false)));
        List<Mark.Points> points = marks(figure, Mark.Points.class);
        assertArrayEquals(new double[] {Double.NaN, 0.75}, points.get(0).x());
        assertTrue(points.get(0).marker().isFilled());
        assertArrayEquals(new double[] {0.5, Double.NaN}, points.get(1).x());
        assertFalse(points.get(1).marker().isFilled());
        assertEquals(
                List.of("kurtosis", longest),
                figure.y().ticks().stream().map(Axis.Tick::label).toList());
        assertFalse(figure.svg().contains("…"), "a long name has a second line");
    }
}
