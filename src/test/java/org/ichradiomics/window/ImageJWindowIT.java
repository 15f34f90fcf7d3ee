package org.ichradiomics.window;

import java.io.IOException;
import java.io.Reader;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import ij.ImageJ;
import ij.ImagePlus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.format.dicom.DicomStack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real ImageJ on a real (virtual) screen, with the jar as users get it in its plugins folder. Needs xvfb-run; the
 * screenshots are kept under target/screenshots.
 */
class ImageJWindowIT {

    /** A key is pressed once, however long ImageJ takes until the robot lets go of it. */
    static final String NO_REPEAT = "-r";

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Properties SEEN = new Properties();

    @BeforeAll
    static void aUserAtTheWindows() throws Exception {
        boolean screen = isThere("xvfb-run");
        assertTrue(screen || System.getenv("CI") == null, "xvfb-run is not there: install the package xvfb");
        assumeTrue(screen, "xvfb-run is not there");
        Path folder = Files.createDirectories(Path.of("target/imagej"));
        Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(SCREENSHOTS);
        Files.copy(
                Path.of(System.getProperty("plugin.jar")),
                folder.resolve("plugins/ICH_Radiomics.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        Path series = DicomStack.write(
                folder.resolve("series"),
                7,
                (slice, k) -> slice.series(k < 3 ? 1 : 2).text(DicomStack.TILT, "DS", "15"));
        // By a resource of the jar: ImageJ's classes themselves are patched in this JVM and come from nowhere.
        String ij = Path.of(((JarURLConnection)
                                ImageJ.class.getResource("/IJ_Props.txt").openConnection())
                        .getJarFileURL()
                        .toURI())
                .toString();
        Process session = new ProcessBuilder(
                        "xvfb-run",
                        "-a",
                        "-s",
                        "-screen 0 1400x1000x24 " + NO_REPEAT,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + folder.toAbsolutePath(),
                        "-cp",
                        ij + java.io.File.pathSeparator + Path.of("target/test-classes"),
                        "org.ichradiomics.window.ImageJSession",
                        folder.toAbsolutePath().toString(),
                        SCREENSHOTS.toAbsolutePath().toString(),
                        Path.of("sample-images").toAbsolutePath().toString(),
                        series.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(SCREENSHOTS.resolve("session.log").toFile())
                .start();
        if (!session.waitFor(1, TimeUnit.HOURS)) {
            session.destroyForcibly();
            fail("the session did not end:\n" + Files.readString(SCREENSHOTS.resolve("session.log")));
        }
        try (Reader reader = Files.newBufferedReader(SCREENSHOTS.resolve("seen.properties"))) {
            SEEN.load(reader);
        }
        assertNull(SEEN.getProperty("failure"), "see failure.png and session.log in target/screenshots");
    }

    @Test
    void theMenuReadsAsWritten() throws IOException {
        String written = Files.readAllLines(Path.of("plugins.config")).stream()
                .filter(line -> line.startsWith("Plugins>ICH Radiomics, "))
                .map(line -> line.replaceFirst("[^\"]*\"([^\"]*)\".*", "$1") + "|")
                .collect(Collectors.joining());
        assertEquals(written, SEEN.getProperty("menu"));
    }

    @Test
    void theDialogShowsVolumeSlicesAndRangeBeforeOk() {
        String preview = SEEN.getProperty("preview");
        assertTrue(
                preview.matches(
                        "overlay, \\d+ ROIs on slices \\d+-\\d+: \\d+\\.\\d\\d mL, \\d+ voxels, \\d+ slices, \\d+ to "
                                + "\\d+ HU, mean [\\d.]+ HU"),
                preview);
    }

    /** What only some need is behind a button. */
    @Test
    void theDialogOfExtractAsksForMaskAndTable() {
        assertEquals("Mask|Save to (.csv)", SEEN.getProperty("fields"));
        assertTrue(SEEN.getProperty("fields.more").startsWith("Mask|Save to (.csv)|"), SEEN.getProperty("fields.more"));
        assertTrue(SEEN.getProperty("fields.more").contains("|Grey levels|"), SEEN.getProperty("fields.more"));
    }

    @Test
    void columnsOfTheTablesAreOffered() {
        String offered = SEEN.getProperty("columns.offered");
        assertTrue(offered.startsWith("expansion|"), offered);
        assertTrue(("|" + offered + "|").contains("|died|") && !offered.contains("kurtosis"), offered);
    }

    @Test
    void theRecordedMacroGivesTheSameScore() {
        assertTrue(
                SEEN.getProperty("recorded").startsWith("run(\"Extract...\", \"mask=automatic "),
                SEEN.getProperty("recorded"));
        assertEquals(SEEN.getProperty("score.window"), SEEN.getProperty("score.macro"));
    }

    @Test
    void theScoreIsThatOfTheLibrary() {
        ImagePlus sample = new ImagePlus("sample-images/head-ct-phantom.tif");
        double score = IchRadiomics.extract(
                        sample, null, "mask=[ROI file] roi_path=[sample-images/head-ct-phantom-rois.zip]")
                .getValue("R-score", 0);
        assertEquals(score, Double.parseDouble(SEEN.getProperty("score.window")));
        assertEquals(
                "Label|Volume (mL)|R-score|R-score group|Notes|ROI|Voxels|Slices|kurtosis"
                        + "|HaralickCorrelation_AllDirection_offset1_SD"
                        + "|ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD|R-score reference",
                SEEN.getProperty("columns"));
    }

    @Test
    void aCtOpensInTheBrainWindow() {
        assertEquals("head-ct-phantom.nii.gz 32768.0 32848.0 mm", SEEN.getProperty("ct"));
    }

    @Test
    void aMaskBecomesRoisOnTheirSlices() {
        assertTrue(SEEN.getProperty("rois").matches("(slice (\\d{3}) label 1@\\d+\\|){6}"), SEEN.getProperty("rois"));
        for (String roi : SEEN.getProperty("rois").split("\\|")) {
            assertEquals(
                    Integer.parseInt(roi.substring(6, 9)), Integer.parseInt(roi.substring(roi.indexOf('@') + 1)), roi);
        }
    }

    @Test
    void openingAndSavingIsRecordedAndReplayed() {
        assertTrue(
                SEEN.getProperty("recorded.open")
                        .matches("(?s)run\\(\"Open CT\\.\\.\\.\", \"path=.*run\\(\"Open Mask\\.\\.\\.\", "
                                + "\"path=.*run\\(\"Save Mask\\.\\.\\.\", \"mask=automatic .*"),
                SEEN.getProperty("recorded.open"));
        assertEquals(SEEN.getProperty("score.window"), SEEN.getProperty("score.mask"));
        assertEquals(SEEN.getProperty("score.mask"), SEEN.getProperty("score.rois"));
    }

    @Test
    void whichSeriesIsAskedAndRecorded() {
        assertEquals(
                "Several series: which one?\n \n1  4 slices, 16 × 12, 5 mm, CT, axial\n2  3 slices, 16 × 12, 5 mm, "
                        + "CT, axial",
                SEEN.getProperty("series.question"));
        assertTrue(
                SEEN.getProperty("recorded.series")
                        .matches("(?s)run\\(\"Open CT\\.\\.\\.\", \"path=.* series=2\"\\);.*"),
                SEEN.getProperty("recorded.series"));
        assertEquals("3", SEEN.getProperty("series.slices"));
        assertEquals("3", SEEN.getProperty("series.replayed"));
    }

    @Test
    void aCohortIsMeasuredAndResumed() {
        String[] batch = SEEN.getProperty("batch").split(" ");
        assertEquals("done failed", batch[0] + " " + batch[1]);
        assertEquals(
                Double.parseDouble(SEEN.getProperty("score.window")),
                Double.parseDouble(batch[2]),
                1e-6); // as the window shows it
        assertEquals("true", SEEN.getProperty("batch.resumed"));
    }

    @Test
    void anErrorKeepsWhatWasEnteredAndIsNotRecorded() {
        assertTrue(SEEN.getProperty("batch.kept").endsWith("batch.csv"), SEEN.getProperty("batch.kept"));
        String recorded = SEEN.getProperty("recorded.batch");
        assertTrue(recorded.contains("cohort.csv") && !recorded.contains("gone.csv"), recorded);
    }

    @Test
    void aTableReadFromItsWindowKeepsItsLabels() {
        assertEquals("head-ct-phantom.tif,head-ct-phantom.tif", SEEN.getProperty("scored"));
    }

    @Test
    void theVolumeDialogShowsTheMaskAndTheRowItsVolume() {
        assertTrue(SEEN.getProperty("volume.preview").startsWith("overlay, "), SEEN.getProperty("volume.preview"));
        assertEquals(7.148, Double.parseDouble(SEEN.getProperty("volume")), 0.0005); // sample-images/README.md
    }

    @Test
    void theExpansionDialogShowsTheGrowthAndItsMacroGivesTheSame() {
        String[] preview = SEEN.getProperty("expansion.preview").split("\n");
        assertTrue(preview[0].matches("7\\.15 mL to [\\d.]+ mL: \\+[\\d.]+ mL, \\+[\\d.]+ %\\."), preview[0]);
        assertEquals("Expansion (standard): yes.", preview[1]);
        assertTrue(
                SEEN.getProperty("recorded.expansion").contains("baseline=head-ct-phantom.tif baseline_mask=automatic"),
                SEEN.getProperty("recorded.expansion"));
        assertEquals(SEEN.getProperty("growth"), SEEN.getProperty("growth.macro"));
        assertEquals("8", SEEN.getProperty("definitions"));
    }

    @Test
    void theAnswerIsInSight() {
        String card = SEEN.getProperty("card");
        assertTrue(card.startsWith("ICH Radiomics - head-ct-phantom.tif|"), card);
        assertTrue(
                card.contains("|Volume|7.15 mL in 6 slices; volume group 3-10 mL|R-score|\u22122.11 (cutoff "), card);
        assertTrue(card.contains("|Group|none: the demonstration reference is made of phantoms. "), card);
    }

    @Test
    void aStudyEndsInOneWindow() {
        assertEquals("0 0", SEEN.getProperty("study.heap"), "figures and tables that nobody opened");
        String entries = SEEN.getProperty("study.entries");
        assertTrue(entries.startsWith("Table 1. Baseline characteristics and outcome|"), entries);
        assertTrue(entries.contains("|Scores of all cases|Figure: "), entries);
    }

    @Test
    void aStudyShowsItsFiguresAndTables() {
        assertTrue(Integer.parseInt(SEEN.getProperty("study.figures")) > 5, SEEN.getProperty("study.figures"));
        assertTrue(
                SEEN.getProperty("study.tables").contains("Table 1. Baseline characteristics and outcome"),
                SEEN.getProperty("study.tables"));
        assertTrue(
                SEEN.getProperty("study.cell").matches("0\\.\\d{3}"),
                "as it is printed: " + SEEN.getProperty("study.cell"));
        assertTrue(SEEN.getProperty("study.scores").matches("80 c1 (high|low)"), SEEN.getProperty("study.scores"));
        assertTrue(
                SEEN.getProperty("recorded.study")
                        .matches("run\\(\"Study\\.\\.\\.\", \"study=\\S+study\\.yml out=\\S+ threads=auto\"\\);"),
                SEEN.getProperty("recorded.study"));
        assertEquals("true", SEEN.getProperty("study.replayed"));
    }

    @Test
    void escapeStopsAStudyAndLeavesNothing() {
        assertEquals("true", SEEN.getProperty("study.stopped"));
    }

    @Test
    void aSignatureIsTrainedByTheMenuAndByItsMacro() {
        assertEquals("feature|weight|mean|SD|raw weight", SEEN.getProperty("signature"));
        assertTrue(
                SEEN.getProperty("recorded.training")
                        .matches("(?s)run\\(\"Train Signature\\.\\.\\.\", \"features=.* split=cohort .* p=0\\.3 "
                                + "measure=AUC lambda_rule=min "
                                + "folds=10 alpha=1 seed=1 signature_name=\\[My signature\\] "
                                + "out=.*run\\(\"Validate\\.\\.\\.\", .*run\\(\"Reader "
                                + "Agreement\\.\\.\\.\", .*"),
                SEEN.getProperty("recorded.training"));
        assertEquals("true", SEEN.getProperty("training.replayed"));
        assertEquals("true", SEEN.getProperty("training.open"), "tables that are open");
        assertEquals("12", SEEN.getProperty("readers"));
    }

    static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder("which", program).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
