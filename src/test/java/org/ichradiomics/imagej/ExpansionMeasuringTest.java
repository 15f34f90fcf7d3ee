package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.growth.Finding;
import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Expansion...</i> on two images that are files or open.
 *
 * <p>Covers ExpansionReport.
 */
class ExpansionMeasuringTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        results().reset();
    }

    private static ResultsTable results() {
        return Analyzer.getResultsTable();
    }

    /** The head CT with boxes of so many pixels drawn on slices 3, 4, ... */
    private static ImagePlus boxes(String title, int... pixels) {
        ImagePlus image = HeadCt.image();
        image.setTitle(title);
        Overlay overlay = new Overlay();
        for (int i = 0; i < pixels.length; i++) {
            Roi roi = new Roi(20, 10, 20, pixels[i] / 20);
            roi.setPosition(3 + i);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        return image;
    }

    /** A mask of boxes; label {@code i + 1} on slice {@code 3 + i}. */
    private static ImagePlus labels(int... pixels) {
        ImagePlus mask = HeadCt.mask(1);
        for (int z = 1; z <= mask.getNSlices(); z++)
            mask.getStack().getProcessor(z).set(0);
        for (int i = 0; i < pixels.length; i++) {
            for (int k = 0; k < pixels[i]; k++) mask.getStack().setVoxel(20 + k % 20, 10 + k / 20, 2 + i, i + 1);
        }
        return mask;
    }

    private Path save(ImagePlus image, String name) {
        return HeadCt.save(image, folder.resolve(name));
    }

    /** Options for two files, 600 and 800 pixels, then others. */
    private String pair(String more) {
        save(boxes("a", 300, 300), "a.tif");
        save(boxes("b", 400, 400), "b.tif");
        return "baseline=[" + text(folder.resolve("a.tif")) + "] followup=[" + text(folder.resolve("b.tif")) + "] "
                + more;
    }

    private static ExpansionReport measure(String options) throws Exception {
        return ExpansionMeasuring.run(ExpansionOptions.parse(options), LesionFinder.Asker.NOBODY);
    }

    @Test
    void keysAndDefaults() {
        assertEquals(
                List.of(
                        "baseline=",
                        "baseline_mask=automatic",
                        "baseline_label=any",
                        "baseline_spacing=",
                        "followup=",
                        "followup_mask=automatic",
                        "followup_label=same",
                        "followup_spacing=",
                        "spacing_use=if missing",
                        "hours=",
                        "ivh_label=none",
                        "surgery=no",
                        "definition=standard",
                        "table=ICH Expansion",
                        "out=",
                        "overwrite=no"),
                Option.usual(ExpansionOptions.OPTIONS).entrySet().stream()
                        .map(Map.Entry::toString)
                        .toList());
        assertEquals(
                Arrays.stream(ExpansionRule.values()).map(ExpansionRule::text).toList(),
                List.of(ExpansionOptions.definitions()));
    }

    @Test
    void everyColumnHasItsKindOfCell() throws Exception {
        ExpansionReport report = measure(pair("hours=12"));
        for (Column<ExpansionReport> column : ExpansionReport.COLUMNS)
            assertEquals(column.of(report) instanceof String, ForeignRows.isText(column.name()), column.name());
    }

    @Test
    void theRow() throws Exception {
        ExpansionReport report = measure(pair("hours=12"));
        assertEquals(
                List.of(
                        "Label",
                        "Follow-up",
                        "Baseline (mL)",
                        "Follow-up (mL)",
                        "Growth (mL)",
                        "Growth (%)",
                        "Growth (mL/h)",
                        "Smallest change (mL)",
                        "Expansion",
                        "Definition",
                        "Notes"),
                Arrays.stream(results().getHeadings()).filter(h -> !h.isBlank()).toList());
        double voxel = HeadCt.CASE.region().spacing().voxelVolume() / 1000;
        assertEquals("a.tif", results().getLabel(0));
        assertEquals("b.tif", results().getStringValue("Follow-up", 0));
        assertEquals(600 * voxel, results().getValue("Baseline (mL)", 0), 1e-6);
        assertEquals(800 * voxel, results().getValue("Follow-up (mL)", 0), 1e-6);
        assertEquals(200 * voxel, results().getValue("Growth (mL)", 0), 1e-6);
        assertEquals(100.0 / 3, results().getValue("Growth (%)", 0), 1e-12);
        assertEquals(results().getValue("Growth (mL)", 0) / 12, results().getValue("Growth (mL/h)", 0));
        assertEquals(voxel, results().getValue("Smallest change (mL)", 0), 1e-9);
        assertEquals("yes", results().getStringValue("Expansion", 0));
        assertEquals("standard", results().getStringValue("Definition", 0));
        assertEquals(Finding.YES, report.finding());
    }

    @Test
    void aRowForEachDefinition() throws Exception {
        ResultsTable table = new ResultsTable();
        ExpansionMeasuring.fill(table, measure(pair("")));
        assertEquals(ExpansionRule.values().length, table.size());
        assertEquals("standard", table.getStringValue("Definition", 0));
        assertEquals("growth ≥ 33 % or ≥ 6 mL", table.getStringValue("Rule", 0));
        assertEquals("yes", table.getStringValue("Expansion", 0));
        assertEquals("not known", table.getStringValue("Expansion", ExpansionRule.REVISED_ANY.ordinal()));
    }

    @Test
    void withoutHoursThereIsNoRate() throws Exception {
        measure(pair(""));
        assertTrue(Double.isNaN(results().getValue("Growth (mL/h)", 0)));
    }

    /** Whatever says where the masks are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "baseline_mask=overlay followup_mask=[FOLDER/b-mask.tif]",
                "baseline_mask=[FOLDER/a-mask.tif] followup_mask=[FOLDER/b-mask.tif]",
                "baseline_mask=[FOLDER/a.zip] followup_mask=overlay",
                "baseline_mask=[FOLDER/a-mask.tif] baseline_label=1",
                "followup_label=any"
            })
    void masks(String masks) throws Exception {
        save(labels(600), "a-mask.tif");
        save(labels(800), "b-mask.tif");
        HeadCt.zip(named(boxes("a", 300, 300).getOverlay().toArray()), folder.resolve("a.zip"));
        ExpansionReport report = measure(pair(masks.replace("FOLDER", text(folder))));
        assertEquals(600, report.baseline().volume().voxels());
        assertEquals(800, report.followUp().volume().voxels());
    }

    private static List<Roi> named(Roi[] rois) {
        for (int i = 0; i < rois.length; i++) rois[i].setName("roi " + i);
        return List.of(rois);
    }

    @Test
    void ivhInTheMasks() throws Exception {
        Path before = save(labels(600, 100), "a-mask.tif");
        Path after = save(labels(600, 101), "b-mask.tif");
        String masks = "baseline_mask=[" + text(before) + "] followup_mask=[" + text(after) + "] ";
        ExpansionReport report = measure(pair(masks + "ivh_label=2 definition=[revised any IVH]"));
        assertEquals(600, report.baseline().volume().voxels());
        assertEquals(Finding.YES, report.finding());
        assertEquals(Finding.NO, ExpansionRule.REVISED_1ML.of(report.expansion()));
        assertRefused(() -> measure(pair(masks)), "holds 2 labels");
        assertRefused(
                () -> measure(pair("ivh_label=2")),
                "The mask of the baseline is drawn with ROIs",
                "leave ivh_label out");
    }

    @Test
    void afterSurgeryNothingIsKnown() throws Exception {
        measure(pair("surgery=yes"));
        assertEquals("not known", results().getStringValue("Expansion", 0));
        assertTrue(results().getStringValue("Notes", 0).contains("Surgery came between the scans"));
        assertEquals(100.0 / 3, results().getValue("Growth (%)", 0), 1e-12);
    }

    @Test
    void aCsvFileOfManyPairs() throws Exception {
        String options = pair("out=[" + text(folder.resolve("t.csv")) + "]");
        measure(options);
        measure(options + " hours=3");
        FeatureTable table = FeatureTableCsv.read(folder.resolve("t.csv"));
        assertEquals(2, table.size());
        assertEquals(List.of("yes", "yes"), table.texts("expansion: standard"));
        assertEquals(List.of("", "3.0"), table.texts("hours"));
    }

    @Test
    void rowsOfEachKindSayNothingOfTheOthers() throws Exception {
        one(HeadCt.drawn(), "");
        measure(pair(""));
        one(HeadCt.drawn(), "");
        for (int row : new int[] {0, 2}) {
            assertTrue(Double.isNaN(results().getValue("Growth (mL)", row)));
            assertEquals("", results().getStringValue("Expansion", row));
        }
        assertTrue(Double.isNaN(results().getValue("R-score", 1)));
        assertEquals("", results().getStringValue("R-score group", 1));
    }

    @Test
    void throughAMacro() {
        String options = pair("hours=6");
        MacroRun run = MacroRun.of("run('Expansion...', '" + options + "'); print(getResultString('Expansion', 0))");
        assertTrue(run.ended(), run.toString());
        assertEquals("yes", run.log().strip());
        assertEquals(
                "yes",
                MacroRun.run("return call('org.ichradiomics.Macro.expansion', '" + options + "');", "")
                        .returned());
        MacroRun opened = MacroRun.of("setBatchMode(true); open('" + text(folder.resolve("a.tif")) + "'); open('"
                + text(folder.resolve("b.tif")) + "');"
                + "run('Expansion...', 'baseline=b.tif followup=a.tif'); print(getResultString('Expansion', "
                + "nResults - 1) + d2s(getResult('Growth (%)', nResults - 1), 0))");
        assertEquals("no-25", opened.log().strip(), opened.toString());
        MacroRun wrong = MacroRun.of("run('Expansion...', 'baseline=gone.tif followup=a.tif')");
        assertFalse(wrong.ended());
        assertTrue(wrong.error().contains("There is no open image and no file called gone.tif"), wrong.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hours=0             | hours=0 is not a positive number     | hours=24",
                "hours=later         | hours=later is not a positive number | leave it out",
                "surgery=maybe       | surgery=maybe is no choice           | surgery=yes",
                "ivh_label=-1        | ivh_label=-1 is not a label          | whole number",
                "definition=[33 %]   | definition=[33 %] is no choice      | [12.5 mL]",
                "baseline_label=2    | ROIs do not                          | leave it out",
                "followup_mask=nix   | There is no open image and no file called nix | path",
                "followup_spacing=1  | followup_spacing=1 is not three      | followup_spacing=0.45,0.45,5",
                "label=1             | There is no option \"label\"         | baseline_label"
            })
    void badValues(String more, String problem, String wayOut) {
        assertRefused(() -> measure(pair(more)), problem, wayOut);
        assertEquals(0, results().size());
    }

    @Test
    void oneImageIsNoPair() throws Exception {
        assertRefused(() -> measure(""), "The image of the baseline is missing");
        assertRefused(
                () -> measure("baseline=[" + text(save(boxes("a", 20), "a.tif")) + "]"),
                "The image of the followup is missing");
        Path image = folder.resolve("a.tif");
        assertRefused(
                () -> measure("baseline=[" + text(image) + "] followup=[" + text(image) + "]"),
                "one and the same image a.tif",
                "different titles");
        assertTrue(Files.exists(image));
    }
}
