package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.signature.Score;
import org.ichradiomics.text.Column;

import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The compact row in ImageJ's Results table, and what macros read of it. */
class ResultsRowTest {

    @TempDir
    private Path folder;

    private static ResultsTable results() {
        return Analyzer.getResultsTable();
    }

    @BeforeEach
    void clearResults() {
        results().reset();
    }

    private static ImagePlus titled(String title) {
        ImagePlus image = HeadCt.drawn();
        image.setTitle(title);
        return image;
    }

    @Test
    void theColumnsThatWereAgreed() throws Exception {
        Measurement row = one(HeadCt.drawn(), "");
        assertEquals(
                List.of(
                        "Label",
                        "Volume (mL)",
                        "R-score",
                        "R-score group",
                        "Notes",
                        "ROI",
                        "Voxels",
                        "Slices",
                        "kurtosis",
                        "HaralickCorrelation_AllDirection_offset1_SD",
                        "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD",
                        "R-score reference"),
                Arrays.stream(results().getHeadings())
                        .filter(heading -> !heading.isBlank())
                        .toList());
        assertEquals("head.tif", results().getLabel(0));
        assertEquals(row.roi(), results().getStringValue("ROI", 0));
        assertEquals(row.millilitres(), results().getValue("Volume (mL)", 0));
        assertEquals(2530, results().getValue("Voxels", 0));
        assertEquals(row.slices(), results().getValue("Slices", 0));
        for (String feature : ResultsRow.FEATURES)
            assertEquals(row.features().get(feature), results().getValue(feature, 0));
        assertEquals(row.score().value(), results().getValue("R-score", 0));
        assertEquals("Demonstration", results().getStringValue("R-score reference", 0));
        assertEquals("none", results().getStringValue("R-score group", 0));
        assertTrue(results()
                .getStringValue("Notes", 0)
                .contains("No group is given against the demonstration reference."));
    }

    @Test
    void withoutAReferenceThereIsNoScoreAndANoteWhy() throws Exception {
        one(HeadCt.drawn(), "reference=none");
        assertTrue(Double.isNaN(results().getValue("R-score", 0)));
        assertEquals("none", results().getStringValue("R-score reference", 0));
        assertEquals("none", results().getStringValue("R-score group", 0));
        assertTrue(results().getStringValue("Notes", 0).contains("No R-score: there is no reference"));
    }

    @Test
    void rowsOfOthersGetNaNAndEmptyTexts() throws Exception {
        results().incrementCounter();
        results().addValue("Area", 12);
        results().addLabel("cell.tif");
        one(HeadCt.drawn(), "");
        assertEquals(12, results().getValue("Area", 0));
        for (String column : List.of("Volume (mL)", "Voxels", "Slices", "kurtosis", "R-score")) {
            assertTrue(Double.isNaN(results().getValue(column, 0)), column);
        }
        for (String column : List.of("ROI", "R-score reference", "R-score group", "Notes")) {
            assertEquals("", results().getStringValue(column, 0), column);
        }
        assertEquals(2530, results().getValue("Voxels", 1));
        assertEquals("none", results().getStringValue("R-score group", 1));
    }

    /** As Measure adds one; Measure itself starts a new table where no window shows the old one. */
    @Test
    void aRowThatIsAddedLaterIsInNoGroup() throws Exception {
        one(HeadCt.drawn(), "");
        MacroRun macro = MacroRun.run(
                "setResult('Area', nResults, 25); return getResultString('R-score group', nResults - 1);", "");
        assertEquals(2, results().size());
        assertEquals(0, results().getValue("R-score", 1), "ImageJ's own 0, hence the group as text");
        assertTrue(List.of("", "0", "NaN", "null").contains(macro.returned()), macro.toString());
    }

    @Test
    void everyColumnHasItsKindOfCell() throws Exception {
        Measurement row = one(HeadCt.drawn(), "");
        for (Column<Measurement> column : ResultsRow.COLUMNS)
            assertEquals(column.of(row) instanceof String, ForeignRows.isText(column.name()), column.name());
    }

    @Test
    void fewDecimalsDoNotMoveAScoreOntoTheCutoff() throws Exception {
        Measurement row = one(HeadCt.drawn(), "");
        for (double score : new double[] {-1.43012, -1.42998}) {
            ResultsRow.add(new Measurement(
                    row.id(),
                    row.label(),
                    row.roi(),
                    row.millilitres(),
                    row.voxels(),
                    row.slices(),
                    row.features(),
                    new Score(score, "My cohort", score >= -1.43 ? Score.Group.HIGH : Score.Group.LOW, List.of()),
                    List.of(),
                    row.glance(),
                    row.settings(),
                    row.maskOrigin(),
                    List.of()));
        }
        assertEquals(-1.43012, results().getValue("R-score", 1));
        assertEquals("-1.430120", results().getStringValue("R-score", 1));
        assertEquals("low", results().getStringValue("R-score group", 1));
        assertEquals("-1.429980", results().getStringValue("R-score", 2));
        assertEquals("high", results().getStringValue("R-score group", 2));
        results().save(folder.resolve("saved.csv").toString());
        assertTrue(Files.readString(folder.resolve("saved.csv")).contains("-1.430120"));
    }

    @Test
    void twoImagesAndASecondSettings() throws Exception {
        Measurement first = one(titled("one.tif"), "");
        Measurement second = one(titled("two.tif"), "bins=64 reference=none");
        assertEquals("one.tif", results().getLabel(0));
        assertEquals("two.tif", results().getLabel(1));
        assertEquals(first.score().value(), results().getValue("R-score", 0));
        assertEquals(second.features().get("kurtosis"), results().getValue("kurtosis", 1));
        assertTrue(Double.isNaN(results().getValue("R-score", 1)));
    }

    /** ImageJ writes commas of a label as semicolons, and our ROI names hold commas. */
    @Test
    void valuesAreFoundByTheirRowWhateverTheLabel() throws Exception {
        results().incrementCounter();
        results().addValue("Area", 12);
        Measurement first = one(titled("Doe, follow-up.tif"), "mask=overlay table=[with commas]");
        Measurement second = one(titled("Doe, baseline.tif"), "mask=overlay low=20 table=[with commas]");
        assertEquals(
                Double.toString(first.features().get("MeanValue")), org.ichradiomics.Macro.value("1", "MeanValue"));
        assertEquals(
                Double.toString(first.features().get("GLCMEnergy_AllDirection_offset1")),
                org.ichradiomics.Macro.value("1", "GLCMEnergy_AllDirection_offset1"));
        assertEquals(
                Double.toString(second.features().get("GLCMEnergy_AllDirection_offset1")),
                org.ichradiomics.Macro.value("2", "GLCMEnergy_AllDirection_offset1"));
        assertEquals("Doe, baseline.tif", org.ichradiomics.Macro.value("2", "Label"));
        assertEquals("none", org.ichradiomics.Macro.value("2", "R-score group"));
    }

    @Test
    void rowsThatDifferInTheirScoreOnly() throws Exception {
        Measurement first = one(HeadCt.drawn(), "");
        one(HeadCt.drawn(), "reference=none");
        assertEquals(Double.toString(first.score().value()), org.ichradiomics.Macro.value("0", "R-score"));
        assertEquals("NaN", org.ichradiomics.Macro.value("1", "R-score"));
    }

    @Test
    void anotherRowIsNotGivenInItsPlace() throws Exception {
        results().incrementCounter();
        results().addValue("Area", 12);
        one(HeadCt.drawn(), "");
        MacroRun foreign = MacroRun.of("a = call('org.ichradiomics.Macro.value', 0, 'kurtosis')");
        assertFalse(foreign.ended(), "row 0 is somebody else's");
        Values.assertSays(foreign.log().strip(), "Row 0 of the Results table was not written by Extract...");
    }

    @Test
    void noSuchRowOrName() throws Exception {
        one(HeadCt.drawn(), "");
        for (String row : List.of("99999", "-1", "x", "NaN")) {
            MacroRun macro = MacroRun.of("a = call('org.ichradiomics.Macro.value', '" + row + "', 'kurtosis')");
            assertFalse(macro.ended(), row);
            Values.assertSays(macro.log().strip(), "row");
        }
        MacroRun macro = MacroRun.of("a = call('org.ichradiomics.Macro.value', '0', 'kurtosys')");
        assertFalse(macro.ended());
        Values.assertSays(macro.log().strip(), "no feature or column \"kurtosys\"", "Feature Reference");
    }
}
