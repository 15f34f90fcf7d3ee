package org.ichradiomics.study.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.Mark;
import org.ichradiomics.figure.RobustnessFigure;
import org.ichradiomics.study.Robustness;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers RobustnessFigure. */
class RobustnessPaperTest {

    private static RobustnessPaper paper() throws InvalidInputException {
        return new RobustnessPaper(
                Robustness.of(FeatureTableCsv.read(Shared.of("perturbation").resolve("expected.csv"))));
    }

    /** The columns of the independent program first, in its order. */
    @Test
    void theTableHasTheOraclesColumns() throws InvalidInputException {
        FeatureTable expected = FeatureTableCsv.read(Shared.of("perturbation").resolve("icc.csv"));
        FeatureTable found = paper().icc();
        assertEquals(
                expected.columns(),
                found.columns().subList(0, expected.columns().size()));
        assertEquals(expected.texts("feature"), found.texts("feature"));
        double[] lower = found.values("icc_2_1_lower95");
        for (int r = 0; r < lower.length; r++) assertTrue(lower[r] <= found.values("icc_2_1")[r]);
    }

    @Test
    void sentencesGiveTheCounts() throws InvalidInputException {
        FeatureTable counts = paper().counts();
        int all = counts.texts("perturbations").indexOf("all");
        String good = counts.texts("icc_above_0.75").get(all);
        String robust = counts.texts("lower95_from_0.90").get(all);
        assertEquals(
                "Of 10 features, " + good + " have an ICC(1,1) above 0.75 over all perturbations of 8 cases, and "
                        + robust + " one with a lower limit of 0.90 or more.",
                paper().sentence());
        String methods = paper().methods();
        assertTrue(methods.contains("image perturbation after Zwanenburg et al."), methods);
        assertTrue(methods.contains("of 8 haematomas, mask or image were changed in 18 ways"), methods);
        assertTrue(methods.contains("Of 10 features, " + good + " had an ICC above 0.75, and " + robust), methods);
    }

    @Test
    void filesAreNamedAndTheSameEachTime() throws InvalidInputException {
        Map<Path, String> files = paper().files(Path.of("out"));
        assertEquals(
                RobustnessPaper.FILES,
                files.keySet().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals(files, paper().files(Path.of("out")));
        String svg = files.get(Path.of("out", "robustness.svg"));
        assertTrue(svg.contains("<svg"), svg);
        assertEquals(
                List.of("", "", "volume", "shift", "contour", "noise", "rotate", "all"),
                paper().figure().marks().stream().map(Mark::name).toList());
    }

    /** By hand: 3 of 4 features at 0 or more, one of them at 1; the unknown one at none. */
    @Test
    void aCurveIsTheShareAtEachValueOrAbove() {
        Figure figure = RobustnessFigure.of("", "ICC", List.of(new RobustnessFigure.Group("g", new double[] {
            1, Double.NaN, -0.5, 0.5
        })));
        Mark.Line curve = (Mark.Line) figure.marks().get(0);
        assertArrayEquals(new double[] {0, 0, 0, 0.5, 0.5, 1, 1, 1}, curve.x());
        assertArrayEquals(new double[] {75, 75, 50, 50, 25, 25, 0, 0}, curve.y());
    }
}
