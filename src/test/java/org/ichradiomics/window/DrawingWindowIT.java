package org.ichradiomics.window;

import java.io.File;
import java.io.Reader;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import ij.ImageJ;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a reader who draws as the help says gets, and what PutAway does for the next patient, at ImageJ's windows on a
 * (virtual) laptop's screen. Screenshots: target/screenshots.
 */
class DrawingWindowIT {

    /** sample-images/README.md: the haematoma of the sample, and its R-score against the demonstration. */
    private static final String SAMPLE = "|1499|-2.11";

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Properties SEEN = new Properties();

    @BeforeAll
    static void aReaderAtTheWindows() throws Exception {
        boolean screen = ImageJWindowIT.isThere("xvfb-run");
        assertTrue(screen || System.getenv("CI") == null, "xvfb-run is not there: install the package xvfb");
        assumeTrue(screen, "xvfb-run is not there");
        Path folder = Path.of("target/imagej-drawing");
        Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(SCREENSHOTS);
        Files.deleteIfExists(SCREENSHOTS.resolve("drawing.properties"));
        Files.copy(
                Path.of(System.getProperty("plugin.jar")),
                folder.resolve("plugins/ICH_Radiomics.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        String ij = Path.of(((JarURLConnection)
                                ImageJ.class.getResource("/IJ_Props.txt").openConnection())
                        .getJarFileURL()
                        .toURI())
                .toString();
        Process session = new ProcessBuilder(
                        "xvfb-run",
                        "-a",
                        "-s",
                        "-screen 0 1366x768x24 " + ImageJWindowIT.NO_REPEAT,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + folder.toAbsolutePath(),
                        "-cp",
                        ij + File.pathSeparator + Path.of("target/test-classes"),
                        "org.ichradiomics.window.DrawingSession",
                        folder.toAbsolutePath().toString(),
                        SCREENSHOTS.toAbsolutePath().toString(),
                        Path.of("sample-images").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(SCREENSHOTS.resolve("drawing.log").toFile())
                .start();
        if (!session.waitFor(1, TimeUnit.HOURS)) {
            session.destroyForcibly();
            fail("the session did not end:\n" + Files.readString(SCREENSHOTS.resolve("drawing.log")));
        }
        try (Reader reader = Files.newBufferedReader(SCREENSHOTS.resolve("drawing.properties"))) {
            SEEN.load(reader);
        }
        assertNull(SEEN.getProperty("failure"), "see failure.png and drawing.log in target/screenshots");
    }

    private static void assertSeen(String key, String... parts) {
        for (String part : parts)
            assertTrue(SEEN.getProperty(key).contains(part), key + " was " + SEEN.getProperty(key));
    }

    @Test
    void whatWasDrawnSliceBySliceIsMeasured() {
        assertSeen(
                "first",
                "ROI Manager, 7 ROIs on slices 2-7: 7.15 mL, 1499 voxels, 6 slices, ",
                SAMPLE,
                "Mask: ROI Manager, 7 ROIs on slices 2-7.");
    }

    @Test
    void savedAndOpenedAgainItHasTheSameVoxels() {
        assertSeen("save.preview", "ROI Manager, 7 ROIs on slices 2-7: 7.15 mL, 1499 voxels, 6 slices, ");
        assertSeen("volume.preview", "ROI Manager, 7 ROIs on slices 2-7: 7.15 mL, 1499 voxels, 6 slices, ");
        assertEquals("true null", SEEN.getProperty("saved") + " " + SEEN.getProperty("selection"));
        assertSeen("again", SAMPLE);
        assertSeen("again.file", SAMPLE.substring(1));
    }

    @Test
    void theNextPatientGetsItsOwnVoxels() {
        assertEquals("6 6 0", SEEN.getProperty("put.away"), "ROIs before, in the zip file, after");
        assertSeen("second", "ROI Manager, 3 ROIs on slices 4-6: ", "|" + SEEN.getProperty("second.expected") + "|");
    }

    @Test
    void whereTwoMasksDifferOkWaitsForAChoice() {
        assertSeen(
                "differ",
                "There are different masks: ROI Manager (3 slices, ",
                " mL) and selection (1 slice, ",
                "choose one as \"Mask\".");
        assertSeen("differ.chosen", "ROI Manager, 3 ROIs on slices 4-6: ");
        assertSeen("differ.row", SEEN.getProperty("second.expected") + "|");
        assertEquals(
                "overlay (6 slices, 7.15 mL)|ROI Manager (3 slices, 1.20 mL) null ROI_MANAGER",
                SEEN.getProperty("asked") + " " + SEEN.getProperty("asked.preselected") + " "
                        + SEEN.getProperty("asked.answer"));
    }

    /** What was chosen for one patient would measure one slice of the next. */
    @Test
    void theSourceOfOnePatientIsNotThatOfTheNext() {
        assertEquals("automatic", SEEN.getProperty("source"));
    }

    @Test
    void roisOfAnotherOpenScanAreRefusedBeforeOk() {
        assertSeen("others", "The 3 ROIs were drawn on another image, head-ct-phantom.nii.gz", "other-patient.tif");
    }

    @Test
    void roisOfAClosedPatientBesideOwnOnesAreStopped() {
        assertSeen(
                "closed",
                "3 of 4 ROIs were drawn on an image that was closed since, others on other-patient.tif: "
                        + "remove from the ROI Manager what belongs to another patient.");
    }

    /** What was taken is in the log; a window waits only where something is in question. */
    @Test
    void aSavedMaskNeedsNoOk() {
        assertEquals("nothing", SEEN.getProperty("save.said"));
    }

    @Test
    void framesAndChannelsAreSlices() {
        for (String key : new String[] {"slices", "frames", "channels"})
            assertTrue(SEEN.getProperty(key).startsWith("468|"), key);
    }
}
