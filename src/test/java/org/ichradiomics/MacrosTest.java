package org.ichradiomics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.imagej.HeadCt;
import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The macros that are shipped, run exactly as they are.
 *
 * <p>Covers IchRadiomics, Macro, Calls and Scripting.
 */
class MacrosTest {

    private static final Path MACROS = Path.of("macros");

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        Analyzer.getResultsTable().reset();
    }

    private static MacroRun run(String macro, String... arguments) throws Exception {
        return MacroRun.run(Files.readString(MACROS.resolve(macro)), String.join("|", arguments));
    }

    private static String sample(String name) {
        return MacroRun.text(Path.of("sample-images", name));
    }

    private String file(String name) {
        return MacroRun.text(folder.resolve(name));
    }

    @Test
    void eachOfThemHasATestHere() throws Exception {
        try (Stream<Path> files = Files.list(MACROS)) {
            assertEquals(
                    List.of("Batch_Folder.ijm", "Extract_One_Image.ijm", "Read_R_score.ijm"),
                    files.map(macro -> macro.getFileName().toString()).sorted().toList());
        }
    }

    // Extract_One_Image

    @Test
    void oneImage() throws Exception {
        MacroRun macro = run(
                "Extract_One_Image.ijm",
                sample("head-ct-phantom.tif"),
                sample("head-ct-phantom-rois.zip"),
                file("out.csv"));
        assertNull(macro.error());
        FeatureTable table = FeatureTableCsv.read(folder.resolve("out.csv"));
        assertEquals(1, table.size());
        assertEquals("DONE R-score=" + table.texts("R-score").get(0) + ", group=none", macro.lastLine());
        assertTrue(macro.log().startsWith("head-ct-phantom.tif: 7.148 mL, R-score "), macro.log());
        assertTrue(macro.log().contains("No group is given against the demonstration reference."));
        assertEquals(table.values("R-score")[0], Analyzer.getResultsTable().getValue("R-score", 0));
    }

    @Test
    void oneImageWithoutAFile() throws Exception {
        MacroRun macro =
                run("Extract_One_Image.ijm", sample("head-ct-phantom.tif"), sample("head-ct-phantom-rois.zip"));
        assertTrue(macro.lastLine().startsWith("DONE R-score="), macro.toString());
        MacroRun lines = MacroRun.run(
                Files.readString(MACROS.resolve("Extract_One_Image.ijm")),
                sample("head-ct-phantom.tif") + "\n" + sample("head-ct-phantom-rois.zip"));
        assertEquals(macro.lastLine(), lines.lastLine());
    }

    @Test
    void oneImageOfTheOracle() throws Exception {
        HeadCt.save(HeadCt.image(), folder.resolve("head, with [brackets].tif"));
        HeadCt.zip(HeadCt.rois(), folder.resolve("the rois.zip"));
        MacroRun macro = run("Extract_One_Image.ijm", file("head, with [brackets].tif"), file("the rois.zip"));
        assertTrue(macro.lastLine().startsWith("DONE"), macro.toString());
        ResultsTable expected =
                IchRadiomics.extract(ij.IJ.openImage(file("head, with [brackets].tif")), HeadCt.mask(1), "");
        assertEquals(expected.getValue("R-score", 0), Analyzer.getResultsTable().getValue("R-score", 0));
    }

    @Test
    void oneImageThatCannotBeMeasured() throws Exception {
        MacroRun broken = run("Extract_One_Image.ijm", sample("head-ct-phantom.tif"), sample("gone.zip"));
        assertTrue(broken.error().contains("There is no ROI file gone.zip"), broken.toString());
        assertFalse(broken.log().contains("DONE"));
        MacroRun onePath = run("Extract_One_Image.ijm", sample("head-ct-phantom.tif"));
        assertTrue(onePath.log().contains("Two paths are needed"), onePath.toString());
        assertFalse(onePath.log().contains("DONE"));
    }

    // Batch_Folder

    private void fill() {
        HeadCt.save(HeadCt.image(), folder.resolve("case1.tif"));
        HeadCt.zip(HeadCt.rois(), folder.resolve("case1.zip"));
        HeadCt.save(HeadCt.image(HeadCt.Storage.FLOAT), folder.resolve("case2.TIF"));
        HeadCt.zip(HeadCt.rois().subList(2, 5), folder.resolve("case2-rois.zip"));
        HeadCt.save(HeadCt.image(), folder.resolve("case3.tif"));
        HeadCt.zip(HeadCt.rois(), folder.resolve("somebody.zip"));
    }

    @Test
    void aFolder() throws Exception {
        fill();
        MacroRun macro = run("Batch_Folder.ijm", file(""), file("out.csv"));
        assertEquals("DONE n=2, skipped=1", macro.lastLine(), macro.toString());
        assertTrue(macro.log().contains("Skipped, no ROIs beside it: case3.tif"));
        FeatureTable table = FeatureTableCsv.read(folder.resolve("out.csv"));
        assertEquals(List.of("case1.tif", "case2.TIF"), table.texts("Label"));
        assertEquals(2530, table.values("Voxels")[0]);
        assertEquals(3, table.values("Slices")[1]);
        assertEquals(2, Analyzer.getResultsTable().size());
        assertEquals(0, ij.WindowManager.getImageCount() - openBefore, "images are closed");
    }

    private final int openBefore = ij.WindowManager.getImageCount();

    @Test
    void aFolderIntoItsOwnFile() throws Exception {
        fill();
        assertEquals("DONE n=2, skipped=1", run("Batch_Folder.ijm", file("")).lastLine());
        assertEquals(
                2, FeatureTableCsv.read(folder.resolve("ich-radiomics.csv")).size());
    }

    @Test
    void aFolderWithAnImageThatFails() throws Exception {
        fill();
        List<Roi> beyond = new ArrayList<>(HeadCt.rois());
        beyond.get(0).setPosition(99);
        HeadCt.zip(beyond, folder.resolve("case2-rois.zip"));
        MacroRun macro = run("Batch_Folder.ijm", file(""), file("out.csv"));
        assertTrue(macro.error().contains("is on slice 99"), macro.toString());
        assertFalse(macro.log().contains("DONE"));
        assertEquals(
                List.of("case1.tif"),
                FeatureTableCsv.read(folder.resolve("out.csv")).texts("Label"),
                "rows before it are kept");
    }

    @Test
    void noFolderAndAnEmptyOne() throws Exception {
        assertEquals("DONE n=0, skipped=0", run("Batch_Folder.ijm", file("")).lastLine());
        MacroRun macro = run("Batch_Folder.ijm", "/no/such/folder");
        assertTrue(macro.log().contains("There is no folder /no/such/folder"), macro.toString());
        assertFalse(macro.log().contains("DONE"));
    }

    // Read_R_score

    @Test
    void readBack() throws Exception {
        ImagePlus image = HeadCt.drawn();
        ResultsTable first = IchRadiomics.extract(image, null, "mask=overlay");
        ResultsTable second = IchRadiomics.extract(image, null, "mask=overlay low=20 reference=none");
        assertEquals(
                Double.toString(first.getValue("R-score", 0)),
                run("Read_R_score.ijm", "0").returned());
        MacroRun last = run("Read_R_score.ijm");
        assertEquals("NaN", last.returned());
        assertTrue(last.log().contains("kurtosis, all digits: " + second.getValue("kurtosis", 0)), last.log());
        assertTrue(last.log().contains(": " + second.getValue("MeanValue", 0)), last.log());
        assertEquals("DONE R-score=NaN", last.lastLine());
    }

    @Test
    void nothingToReadBack() throws Exception {
        MacroRun macro = run("Read_R_score.ijm");
        assertTrue(macro.log().contains("The Results table is empty"), macro.toString());
        assertNull(macro.returned());
    }

    // ImageJ without a screen and without Fiji, in a JVM of its own: what the macros' comments say of it

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callWorksWhereRunDoesNot(boolean good) throws Exception {
        Path macro = Files.writeString(
                folder.resolve("call.ijm"),
                "image = '" + sample("head-ct-phantom.tif") + "';\n"
                        + "score = call('org.ichradiomics.Macro.extract', image, 'mask=[ROI file] roi_path=["
                        + sample(good ? "head-ct-phantom-rois.zip" : "gone.zip") + "]');\n"
                        + "print('DONE ' + score + ' ' + getResult('Voxels', 0) + ' ' + "
                        + "call('org.ichradiomics.Macro.value', 0, 'R-score'));\n");
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.awt.headless=true",
                        "-cp",
                        classPath,
                        "ij.ImageJ",
                        "-batch",
                        macro.toString())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        if (good) {
            String score = Double.toString(IchRadiomics.extract(
                            ij.IJ.openImage(sample("head-ct-phantom.tif")),
                            null,
                            "mask=[ROI file] roi_path=[" + sample("head-ct-phantom-rois.zip") + "]")
                    .getValue("R-score", 0));
            assertEquals("DONE " + score + " 1499 " + score, log.strip());
        } else {
            assertEquals("There is no ROI file gone.zip: check the path.", log.strip());
        }
    }
}
