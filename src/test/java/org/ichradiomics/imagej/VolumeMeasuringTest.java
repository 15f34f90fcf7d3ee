package org.ichradiomics.imagej;

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
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.growth.AbcHalf;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.text.Column;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Volume...</i>: the same masks as Extract, rows of its own.
 *
 * <p>Covers VolumeMeasurement.
 */
class VolumeMeasuringTest {

    private static final double MILLILITRES = HeadCt.CASE.region().volume() / 1000;

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        results().reset();
    }

    private static ResultsTable results() {
        return Analyzer.getResultsTable();
    }

    private static List<VolumeMeasurement> measure(ImagePlus image, String options) throws Exception {
        return VolumeMeasuring.run(image, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY);
    }

    @Test
    void keysAndDefaultsAreThoseOfExtract() {
        assertEquals(
                List.of(
                        "mask=automatic",
                        "roi_path=",
                        "maskimage=",
                        "maskpath=",
                        "label=any",
                        "rows=one",
                        "spacing=",
                        "spacing_use=if missing"),
                Option.usual(VolumeMeasuring.OPTIONS).entrySet().stream()
                        .map(Map.Entry::toString)
                        .toList());
        Option.usual(VolumeMeasuring.OPTIONS)
                .forEach((key, value) ->
                        assertEquals(Option.usual(ExtractOptions.OPTIONS).get(key), value));
    }

    @Test
    void theRow() throws Exception {
        measure(HeadCt.drawn(), "");
        assertEquals(
                List.of(
                        "Label",
                        "ROI",
                        "Volume (mL)",
                        "Voxels",
                        "Slices",
                        "ABC/2 (mL)",
                        "A (mm)",
                        "B (mm)",
                        "C (mm)",
                        "Volume group",
                        "Notes"),
                Arrays.stream(results().getHeadings())
                        .filter(heading -> !heading.isBlank())
                        .toList());
        AbcHalf abc = AbcHalf.of(HeadCt.CASE.region());
        assertEquals("head.tif", results().getLabel(0));
        assertEquals(MILLILITRES, results().getValue("Volume (mL)", 0));
        assertEquals(2530, results().getValue("Voxels", 0));
        assertEquals(HeadCt.CASE.region().slices(), results().getValue("Slices", 0));
        assertEquals(abc.millilitres(), results().getValue("ABC/2 (mL)", 0));
        assertEquals(
                abc.a() * abc.b() * abc.c() / 2000,
                results().getValue("A (mm)", 0)
                        * results().getValue("B (mm)", 0)
                        * results().getValue("C (mm)", 0)
                        / 2000,
                1e-12);
        assertEquals(
                MILLILITRES < 3 ? "< 3 mL" : MILLILITRES < 10 ? "3-10 mL" : "≥ 10 mL",
                results().getStringValue("Volume group", 0));
    }

    /** Like Extract's, whatever says where the mask is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mask=overlay",
                "mask=[ROI file] roi_path=[FOLDER/rois.zip]",
                "mask=[mask file] maskpath=[FOLDER/mask.tif]",
                "mask=[mask file] maskpath=[FOLDER/mask.tif] label=255",
                "rows=[per ROI]"
            })
    void theSameVolumeAsExtract(String options) throws Exception {
        HeadCt.save(HeadCt.mask(255), folder.resolve("mask.tif"));
        HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip"));
        String here = options.replace("FOLDER", MacroRun.text(folder));
        List<VolumeMeasurement> volumes = measure(HeadCt.drawn(), here);
        double[] extracted = Values.extract(HeadCt.drawn(), here).stream()
                .mapToDouble(row -> row.millilitres())
                .toArray();
        assertEquals(options.contains("per ROI") ? HeadCt.rois().size() : 1, volumes.size());
        assertEquals(
                Arrays.toString(extracted),
                volumes.stream().map(row -> row.volume().millilitres()).toList().toString());
    }

    @Test
    void everyColumnHasItsKeyAndItsKindOfCell() throws Exception {
        VolumeMeasurement row = measure(HeadCt.drawn(), "").get(0);
        assertEquals(VolumeMeasurement.COLUMNS.size(), VolumeMeasurement.KEYED.size());
        for (Column<VolumeMeasurement> column : VolumeMeasurement.COLUMNS)
            assertEquals(column.of(row) instanceof String, ForeignRows.isText(column.name()), column.name());
    }

    @Test
    void oneRowForEachLabelOrRoi() throws Exception {
        List<VolumeMeasurement> rows = measure(HeadCt.drawn(), "rows=[per ROI]");
        assertEquals(rows.size(), results().size());
        assertEquals(
                MILLILITRES,
                rows.stream().mapToDouble(row -> row.volume().millilitres()).sum(),
                1e-9);
        assertEquals(HeadCt.rois().get(0).getName(), results().getStringValue("ROI", 0));
        assertEquals(1, results().getValue("Slices", 0));
    }

    @Test
    void notes() throws Exception {
        ImagePlus image = HeadCt.image();
        Overlay overlay = new Overlay();
        for (Roi roi : List.of(new Roi(2, 2, 6, 6), new Roi(30, 30, 5, 5))) {
            roi.setPosition(4);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        measure(image, "");
        String notes = results().getStringValue("Notes", 0);
        assertTrue(notes.contains("Slice 4 holds 2 pieces: A and B of ABC/2 are those of the largest."), notes);
        assertTrue(notes.contains("it looks like an 8-bit or windowed copy, not HU."), notes);
    }

    /** ImageJ reads cells that were never set as 0: none of ours may, in whatever order the rows come. */
    @Test
    void rowsOfEachKindSayNothingOfTheOthers() throws Exception {
        measure(HeadCt.drawn(), "");
        one(HeadCt.drawn(), "");
        measure(HeadCt.drawn(), "");
        for (int row : new int[] {0, 2}) {
            assertTrue(Double.isNaN(results().getValue("R-score", row))
                    && Double.isNaN(results().getValue("kurtosis", row)));
            assertEquals("", results().getStringValue("R-score group", row));
            assertEquals(results().getValue("ABC/2 (mL)", 0), results().getValue("ABC/2 (mL)", row));
        }
        for (String column : List.of("ABC/2 (mL)", "A (mm)", "B (mm)", "C (mm)"))
            assertTrue(Double.isNaN(results().getValue(column, 1)), column);
        assertEquals("", results().getStringValue("Volume group", 1));
        assertFalse(Double.isNaN(results().getValue("R-score", 1)));
    }

    @Test
    void throughAMacro() {
        HeadCt.save(HeadCt.drawn(), folder.resolve("head.tif"));
        String open = "setBatchMode(true); open('" + MacroRun.text(folder.resolve("head.tif")) + "'); ";
        MacroRun run = MacroRun.of(open
                + "run('Volume...', 'mask=overlay'); print(getResult('Voxels', 0)); "
                + "print(getResultString('Volume group', 0))");
        assertTrue(run.ended(), run.toString());
        assertTrue(run.log().strip().startsWith("2530\n"), run.log());
        MacroRun call = MacroRun.run(open + "return call('org.ichradiomics.Macro.volume', 'mask=overlay');", "");
        assertEquals(results().getValue("Volume (mL)", 1), Double.parseDouble(call.returned()));
        String title = MacroRun.text(folder.resolve("head.tif"));
        assertEquals(
                call.returned(),
                MacroRun.run("return call('org.ichradiomics.Macro.volume', '" + title + "', '');", "")
                        .returned());
        MacroRun wrong = MacroRun.of(open + "run('Volume...', 'bins=256')");
        assertFalse(wrong.ended());
        assertTrue(wrong.error().contains("There is no option \"bins\""), wrong.toString());
    }

    @Test
    void refused() {
        assertRefused(() -> measure(HeadCt.image(), "mask=overlay"), "has no overlay");
        assertRefused(() -> measure(new ImagePlus(), ""), "There is no image");
        ImagePlus pixels = HeadCt.drawn();
        pixels.getCalibration().setUnit("pixel");
        assertRefused(() -> measure(pixels, ""), "has no voxel spacing in mm", "spacing=0.45,0.45,5");
        assertEquals(0, results().size());
    }

    @Test
    void theTaskIsTheCall() {
        MacroRun macro = MacroRun.of("setBatchMode(true); run('Open Sample');"
                + "print(call('org.ichradiomics.Macro.run', 'volume', 'mask=overlay') + '|'"
                + " + call('org.ichradiomics.Macro.volume', 'mask=overlay')); close()");
        assertTrue(macro.ended(), macro.toString());
        String[] answers = macro.log().strip().split("\\|");
        assertEquals(answers[1], answers[0]);
        assertEquals(7.148, Double.parseDouble(answers[0]), 5e-4);
    }
}
