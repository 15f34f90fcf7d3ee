package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.Shared;
import org.ichradiomics.casework.CaseHome;
import org.ichradiomics.casework.CaseStage;
import org.ichradiomics.casework.CaseState;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.scan.Label;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * With {@link CaseReading}, its words from CaseWords, {@link OpenedFrom}, {@link Marks}, and what its row takes from
 * PatientScore.
 */
class CaseKeepingTest {

    /** shared/masks/segmentation/cases.csv: the click into the phantom. */
    private static final String CLICK = "68,62,12";

    @TempDir
    Path folder;

    private static ImagePlus scan() throws InvalidInputException {
        return CtOpening.asItIs(Shared.of("masks/segmentation/deep_hu.nii.gz"));
    }

    private static ImagePlus grown() throws InvalidInputException {
        ImagePlus image = scan();
        HaematomaGrowing.run(
                image,
                Options.of(Map.of("seed", CLICK), HaematomaGrowing.OPTIONS),
                org.ichradiomics.text.Progress.NONE);
        return image;
    }

    private CaseHome save(ImagePlus image, String... more) throws InvalidInputException {
        Map<String, String> options = new LinkedHashMap<>(Map.of("out", folder.toString(), "name", "p1"));
        for (int i = 0; i < more.length; i += 2) options.put(more[i], more[i + 1]);
        return CaseKeeping.run(image, Options.of(options, CaseKeeping.OPTIONS), LesionFinder.Asker.NOBODY);
    }

    private FeatureTable table() throws InvalidInputException {
        return FeatureTableCsv.read(folder.resolve("table.csv"));
    }

    private static String cell(FeatureTable table, String column) throws InvalidInputException {
        return table.texts(column).get(0);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return files;
    }

    @Test
    void allOfACaseIsSavedAndTheSameAgainIsTheSame() throws Exception {
        CaseHome home = save(grown(), "reader", "A", "black_hole", "no", "blend", "unsure", "gcs", "14", "age", "67");
        assertEquals(
                List.of(
                        "cases/p1/mask.nii.gz",
                        "cases/p1/report.html",
                        "cases/p1/rois.zip",
                        "cases/p1/state.json",
                        "pictures/p1.png",
                        "table.csv"),
                List.copyOf(files().keySet()));
        FeatureTable table = table();
        assertEquals("p1 done A", cell(table, "case") + " " + cell(table, "status") + " " + cell(table, "reader"));
        assertEquals("0  67", cell(table, "black_hole") + " " + cell(table, "blend") + " " + cell(table, "age"));
        assertTrue(cell(table, "black_hole_suggested").matches("[01]"));
        assertEquals("", cell(table, "IVH (mL)"), "none is drawn, which is not none at all");
        String made = cell(table, "outline");
        assertTrue(made.matches("grown from 68,62,12 between \\d+\\.\\d and 100\\.0 HU within 80 mm"), made);
        assertEquals(made, CaseState.read(home).orElseThrow().made());
        List<Label> labels = ScanFile.readLabels(home.mask()).list();
        assertEquals(1, labels.size());
        assertEquals(labels.get(0).voxels(), Long.parseLong(cell(table, "Voxels")));
        assertEquals(RoiFile.read(home.rois()).size(), Integer.parseInt(cell(table, "Slices")));
        CaseState state = CaseState.read(home).orElseThrow();
        assertEquals(CaseStage.DONE, state.stage());
        assertEquals("14", state.patient().get("gcs"));
        assertTrue(
                state.scan().endsWith("deep_hu.nii.gz")
                        && !Path.of(state.scan()).isAbsolute(),
                state.scan());

        Map<String, byte[]> before = files();
        save(grown(), "reader", "A", "black_hole", "no", "blend", "unsure", "gcs", "14", "age", "67");
        assertEquals(before.keySet(), files().keySet());
        files().forEach((name, bytes) -> assertArrayEquals(before.get(name), bytes, name));
    }

    /** ICH score: GCS 13-15 0, volume below 30 mL 0, no IVH 0, supratentorial 0, below 80 years 0. */
    @Test
    void aScoreStandsInTheRowWhenAllItsItemsAreKnown() throws Exception {
        save(grown(), "gcs", "14", "age", "67", "ivh", "no", "infratentorial", "no");
        assertEquals("0", cell(table(), "score_ich"));
        assertEquals("", cell(table(), "score_nag"));
    }

    @Test
    void savedOtherwiseTheOldRowGoesIntoTheHistory() throws Exception {
        CaseHome home = save(grown());
        save(grown(), "black_hole", "yes");
        assertEquals(1, table().size());
        assertEquals("1", cell(table(), "black_hole"));
        FeatureTable history = FeatureTableCsv.read(home.history());
        assertEquals(List.of(""), history.texts("black_hole"));
    }

    @Test
    void aCaseThatIsLeftOutHasARowWithoutValues() throws Exception {
        CaseHome home = save(scan(), "exclude", "no haemorrhage");
        FeatureTable table = table();
        assertEquals("excluded no haemorrhage", cell(table, "status") + " " + cell(table, "reason"));
        assertEquals("", cell(table, "Voxels") + cell(table, "kurtosis"));
        assertEquals(CaseStage.EXCLUDED, CaseState.read(home).orElseThrow().stage());
        save(grown());
        assertEquals("done", cell(table(), "status"));
    }

    @Test
    void nothingDrawnIsNothingSaved() throws Exception {
        assertTrue(assertThrows(InvalidInputException.class, () -> save(scan()))
                .getMessage()
                .startsWith("No haematoma is drawn on deep_hu.nii.gz"));
        assertEquals(Map.of(), files());
    }

    @Test
    void anotherReadersCaseIsReplacedOnlyIfThatIsWanted() throws Exception {
        save(grown(), "reader", "A");
        assertTrue(assertThrows(InvalidInputException.class, () -> save(grown(), "reader", "B"))
                .getMessage()
                .startsWith("The case p1 in this folder was saved by the reader A: "));
        save(grown(), "reader", "B", "overwrite", "yes");
        assertEquals("B", cell(table(), "reader"));
    }

    /** Haematoma and ventricular blood are drawn as groups of ROIs. */
    @Test
    void otherLabelsAreVolumesOfTheirOwn() throws Exception {
        ImagePlus image = grown();
        Overlay overlay = image.getOverlay();
        OvalRoi blood = new OvalRoi(20, 30, 10, 10);
        blood.setGroup(2);
        blood.setPosition(13);
        overlay.add(blood);
        long haematoma = Long.parseLong(cell(savedTable(grown()), "Voxels"));
        FeatureTable both = savedTable(image);
        assertEquals(haematoma, Long.parseLong(cell(both, "Voxels")));
        int pixels = blood.getContainedPoints().length;
        assertEquals(pixels * 1.3 * 1.3 * 5 / 1000, Double.parseDouble(cell(both, "IVH (mL)")), 1e-5);
    }

    private FeatureTable savedTable(ImagePlus image) throws InvalidInputException {
        save(image);
        return table();
    }

    /** Voxels are counted in the mask files. */
    @Test
    void aFollowUpIsOutlinedAndKeptBesideTheCase() throws Exception {
        String later = Shared.of("masks/segmentation/deep_hu.nii.gz").toString();
        String laterMask = Shared.of("masks/segmentation/deep_truth.nii.gz").toString();
        ImagePlus first = CtOpening.asItIs(Shared.of("masks/segmentation/small_hu.nii.gz"));
        String mask = Shared.of("masks/segmentation/small_truth.nii.gz").toString();
        CaseHome home = save(first, "maskpath", mask, "followup", later, "followupmask", laterMask, "reader", "A");
        FeatureTable table = table();
        double before = volume(mask);
        double after = volume(laterMask);
        assertEquals(after, Double.parseDouble(cell(table, "followup_mL")), 1e-9);
        assertEquals(after - before, Double.parseDouble(cell(table, "growth_mL")), 1e-9);
        assertEquals(100 * (after - before) / before, Double.parseDouble(cell(table, "growth_percent")), 1e-9);
        assertEquals(
                "mask file small_truth.nii.gz, mask file deep_truth.nii.gz",
                cell(table, "outline") + ", " + cell(table, "followup_outline"));
        assertEquals("yes yes", cell(table, "expansion") + " " + cell(table, "expansion: 12.5 mL"));
        assertEquals("", cell(table, "expansion: revised any IVH"), "no ventricular blood is drawn on either");
        CaseState state = CaseState.read(home.followUp()).orElseThrow();
        assertEquals("done A", state.stage().text() + " " + state.reader());
        assertTrue(state.scan().endsWith("deep_hu.nii.gz"), state.scan());
        assertEquals(
                voxels(laterMask),
                ScanFile.readLabels(home.followUp().mask()).list().get(0).voxels());
        assertTrue(Files.readString(home.report()).contains("Growth</th><td>+"));
        Map<String, byte[]> saved = files();
        save(first, "followup", later, "followupmask", laterMask, "reader", "A");
        files().forEach((name, bytes) -> assertArrayEquals(saved.get(name), bytes, name));
    }

    /** What was said and drawn is read from the folder of the case. */
    @Test
    void theReportOfASavedCaseIsThatOfCaseReport() throws Exception {
        ImagePlus image = grown();
        CaseHome home = save(image, "blend", "no", "hypodensity", "no", "hours_to_ct", "1.5", "gcs", "14");
        byte[] saved = Files.readAllBytes(home.report());
        String table = home.table().toString();
        Map<String, String> options = new LinkedHashMap<>(Map.of("mask", "mask file", "label", "1", "name", "p1"));
        options.putAll(Map.of("maskpath", home.mask().toString(), "signs", table, "patient", table));
        options.put("out", folder.resolve("page.html").toString());
        new CaseReporting(Options.of(options, CaseReporting.OPTIONS)).run(image, LesionFinder.Asker.NOBODY);
        assertEquals(new String(saved, UTF_8), Files.readString(folder.resolve("page.html")));
        assertArrayEquals(Files.readAllBytes(home.picture()), Files.readAllBytes(folder.resolve("page.png")));
    }

    private static long voxels(String mask) throws InvalidInputException {
        return ScanFile.readLabels(Path.of(mask)).list().get(0).voxels();
    }

    private static double volume(String mask) throws InvalidInputException {
        double[] mm = ScanFile.readLabels(Path.of(mask)).geometry().lengths();
        return voxels(mask) * mm[0] * mm[1] * mm[2] / 1000;
    }

    @Test
    void aFollowUpWithoutAnOutlineSavesNothing() throws Exception {
        ImagePlus image = grown();
        String later = Shared.of("masks/segmentation/small_hu.nii.gz").toString();
        assertTrue(assertThrows(InvalidInputException.class, () -> save(image, "followup", later))
                .getMessage()
                .startsWith("No haematoma is drawn on small_hu.nii.gz: draw it, or save the case without"));
        assertTrue(assertThrows(InvalidInputException.class, () -> save(image, "followupmask", "mask.nii.gz"))
                .getMessage()
                .contains("needs the scan on which it lies"));
        assertEquals(Map.of(), files());
    }

    /** Whoever looks at an image sees its sides; whoever measures it does not. */
    @Test
    void marksAreNoPartOfTheMask() throws Exception {
        ImagePlus image = grown();
        int areas = image.getOverlay().size();
        Marks.sides(image, ImageScan.of(image));
        Marks.sides(image, ImageScan.of(image));
        int marks = image.getOverlay().size() - areas;
        assertTrue(marks >= 2, "a scale and its length at least, were " + marks);
        assertEquals(RoiPlace.isDecoration(image.getOverlay().get(areas)), true);
        long with = Long.parseLong(cell(savedTable(image), "Voxels"));
        assertEquals(with, Long.parseLong(cell(savedTable(grown()), "Voxels")));
        assertFalse(Files.exists(CaseHome.of(folder, "p1").history()), "the rows are equal");
    }
}
