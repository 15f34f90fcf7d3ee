package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.measure.ExpansionReport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What a reader would see at a glance is said before a row, in every front of ImageJ.
 *
 * <p>Covers ExpansionOptions, ExpansionPreview, MaskChoice and MaskPreview.
 */
class StoppedLesionsTest {

    private static final String GAP =
            "Slice 6 is empty between slices on which the mask overlaps: draw the haematoma there, if it was "
                    + "forgotten.";
    private static final String MEAN = "The mean under the mask is ";

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        Analyzer.getResultsTable().reset();
    }

    /** The head with its haematoma, of which a slice was forgotten. */
    private static ImagePlus withAGap() {
        ImagePlus image = HeadCt.image();
        Overlay overlay = new Overlay();
        HeadCt.rois().stream().filter(roi -> roi.getPosition() != 6).forEach(overlay::add);
        image.setOverlay(overlay);
        return image;
    }

    /** Somebody who is asked. */
    private static final class Answering implements LesionFinder.Asker {

        private final boolean measures;
        private final List<String> told = new ArrayList<>();

        Answering(boolean measures) {
            this.measures = measures;
        }

        @Override
        public MaskSource choose(String key, List<MaskChoice> masks) {
            return masks.get(0).source();
        }

        @Override
        public int slice(Roi roi, int slices) {
            return 1;
        }

        @Override
        public Optional<String> stopped(List<String> reasons) {
            told.addAll(reasons);
            if (!measures) throw new CancellationException();
            return Optional.of("So be it.");
        }
    }

    @Test
    void aPreviewShowsWhy() throws Exception {
        MaskPreview preview = MaskPreview.of(withAGap(), ExtractOptions.parse("mask=overlay"));
        assertTrue(preview.isUsable());
        assertEquals(List.of(GAP), preview.stopped());
        assertTrue(preview.text().replace('\n', ' ').endsWith(GAP), preview.text());
        assertEquals(
                List.of(),
                MaskPreview.of(HeadCt.drawn(), ExtractOptions.parse("mask=overlay"))
                        .stopped());
        assertEquals(
                List.of(),
                MaskPreview.of(HeadCt.image(), ExtractOptions.parse("mask=overlay"))
                        .stopped());
    }

    /** A mask may be saved before it is ready to be measured; it is told, and OK does not wait. */
    @Test
    void thePreviewOfSavingShowsItToo() throws Exception {
        MaskPreview preview = MaskPreview.ofSaving(withAGap(), Options.parse("mask=overlay", MaskSaving.OPTIONS));
        assertTrue(preview.text().replace('\n', ' ').endsWith(GAP), preview.text());
        assertEquals(List.of(), preview.stopped());
    }

    /** As SCIFIO hands over a signed 16-bit image: the numbers are there, what they mean is lost. */
    @Test
    void anImageThatLostItsCalibrationIsStopped() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.getCalibration().disableDensityCalibration();
        String note = Extraction.run(image, null, ExtractOptions.parse("mask=overlay"), LesionFinder.Asker.NOBODY)
                .get(0)
                .note();
        assertTrue(note.startsWith("The image is not in HU: its values reach "), note);
        assertEquals(
                2,
                MaskPreview.of(image, ExtractOptions.parse("mask=overlay"))
                        .stopped()
                        .size());
    }

    @Test
    void whoeverIsThereIsAskedBeforeTheFirstRow() throws Exception {
        Answering no = new Answering(false);
        assertThrows(
                CancellationException.class,
                () -> Extraction.run(withAGap(), null, ExtractOptions.parse("mask=overlay"), no));
        assertThrows(
                CancellationException.class,
                () -> VolumeMeasuring.run(withAGap(), ExtractOptions.parse("mask=overlay"), no));
        assertEquals(List.of(GAP, GAP), no.told);
        assertEquals(0, ResultsTable.getResultsTable().size());
        Answering yes = new Answering(true);
        String note = Extraction.run(withAGap(), null, ExtractOptions.parse("mask=overlay"), yes)
                .get(0)
                .note();
        assertTrue(note.startsWith(GAP) && note.contains("So be it."), note);
        note = VolumeMeasuring.run(withAGap(), ExtractOptions.parse("mask=overlay"), yes)
                .get(0)
                .note();
        assertTrue(note.startsWith(GAP) && note.contains("So be it."), note);
        assertEquals(List.of(GAP, GAP), yes.told);
    }

    @Test
    void nobodyIsAskedWhereNothingIsWrong() throws Exception {
        Extraction.run(HeadCt.drawn(), null, ExtractOptions.parse("mask=overlay"), new Answering(false));
        assertEquals(1, ResultsTable.getResultsTable().size());
    }

    @Test
    void ofSeveralRowsOnlyThoseThatAreStoppedSaySo() throws Exception {
        ImagePlus image = HeadCt.drawn();
        Roi air = new Roi(0, 0, 3, 3);
        air.setPosition(2);
        for (int i = 0; i < 9; i++) image.getStack().setVoxel(i % 3, i / 3, 1, -1000 + 33792);
        air.setName("of the patient before");
        image.getOverlay().add(air);
        var rows =
                Extraction.run(image, null, ExtractOptions.parse("mask=overlay rows=[per ROI]"), new Answering(true));
        assertEquals(
                List.of("of the patient before"),
                rows.stream()
                        .filter(row -> row.note().contains("So be it."))
                        .map(row -> row.roi())
                        .toList());
        assertTrue(
                rows.get(rows.size() - 1).note().startsWith(MEAN),
                rows.get(rows.size() - 1).note());
    }

    @Test
    void macrosAndScriptsMeasureAndSayItFirst() {
        HeadCt.save(withAGap(), folder.resolve("gap.tif"));
        String open = "setBatchMode(true); open('" + MacroRun.text(folder.resolve("gap.tif")) + "'); ";
        for (String command : List.of("Extract...", "Volume...")) {
            MacroRun run = MacroRun.of(
                    open + "run('" + command + "', 'mask=overlay'); print(getResultString('Notes', nResults - 1))");
            assertTrue(run.ended(), run.toString());
            assertTrue(run.log().strip().startsWith(GAP), run.log());
        }
        ResultsTable table = IchRadiomics.extract(withAGap(), null, "mask=overlay");
        assertTrue(table.getStringValue("Notes", 0).startsWith(GAP), table.getStringValue("Notes", 0));
    }

    @Test
    void baselineAndFollowUpAreBothLookedAt() throws Exception {
        HeadCt.save(withAGap(), folder.resolve("gap.tif"));
        HeadCt.save(HeadCt.drawn(), folder.resolve("whole.tif"));
        String options = "baseline=[" + MacroRun.text(folder.resolve("whole.tif")) + "] followup=["
                + MacroRun.text(folder.resolve("gap.tif")) + "]";
        ExpansionReport report = ExpansionMeasuring.run(ExpansionOptions.parse(options), LesionFinder.Asker.NOBODY);
        assertEquals("Follow-up: " + GAP, report.notes().get(0));
        assertTrue(report.text().startsWith("Note: Follow-up: " + GAP), report.text());
        assertEquals(1, report.text().lines().filter(line -> line.contains(GAP)).count());
        assertEquals(
                report.reasons(),
                ExpansionPreview.of(ExpansionOptions.parse(options)).stopped());
        Answering no = new Answering(false);
        assertThrows(CancellationException.class, () -> ExpansionMeasuring.run(ExpansionOptions.parse(options), no));
        assertFalse(no.told.isEmpty());
    }
}
