package org.ichradiomics.window;

import java.io.File;
import java.io.Reader;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import ij.ImageJ;
import ij.ImageStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.imagej.CtOpening;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A reader at the Workbench, on the screens of a laptop, an office and a large monitor. */
class WorkbenchWindowIT {

    private static final Path HOME = Path.of("target/imagej-workbench");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Path CASES = HOME.resolve(".imagej/ICH-Radiomics-cases");
    private static final int MOST_CLICKS = 6;

    /** Phantoms of one piece, with the click of shared/masks/segmentation/cases.csv. */
    private static final String[][] PHANTOMS = {
        {"small", "37,58,11"}, {"lobar", "79,38,12"}, {"dark_core", "33,64,11"}, {"deep", "68,62,12"}
    };

    private static Properties saved;

    @BeforeAll
    static void aReaderAtTheWindow() throws Exception {
        boolean screen = ImageJWindowIT.isThere("xvfb-run");
        assertTrue(screen || System.getenv("CI") == null, "xvfb-run is not there: install the package xvfb");
        assumeTrue(screen, "xvfb-run is not there");
        delete(HOME);
        Files.createDirectories(HOME.resolve("plugins"));
        Files.createDirectories(SCREENSHOTS);
        Files.copy(
                Path.of(System.getProperty("plugin.jar")),
                HOME.resolve("plugins/ICH_Radiomics.jar"),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> scans = new ArrayList<>();
        for (String[] phantom : PHANTOMS) scans.addAll(List.of(scan(phantom[0]), phantom[1]));
        saved = session("workbench", "1366x768", "1", "save", scans);
    }

    private static String scan(String phantom) {
        return Shared.of("masks/segmentation/" + phantom + "_hu.nii.gz")
                .toAbsolutePath()
                .toString();
    }

    private static void delete(Path folder) throws Exception {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
        }
    }

    private static Properties session(String name, String screen, String scale, String what, List<String> scans)
            throws Exception {
        String ij = Path.of(((JarURLConnection)
                                ImageJ.class.getResource("/IJ_Props.txt").openConnection())
                        .getJarFileURL()
                        .toURI())
                .toString();
        List<String> command = new ArrayList<>(List.of(
                "xvfb-run",
                "-a",
                "-s",
                "-screen 0 " + screen + "x24 " + ImageJWindowIT.NO_REPEAT,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + HOME.toAbsolutePath(),
                "-cp",
                ij + File.pathSeparator + Path.of("target/test-classes"),
                "org.ichradiomics.window.WorkbenchSession",
                HOME.toAbsolutePath().toString(),
                SCREENSHOTS.toAbsolutePath().toString(),
                name,
                scale,
                what));
        command.addAll(scans);
        Path log = SCREENSHOTS.resolve(name + ".log");
        Files.deleteIfExists(SCREENSHOTS.resolve(name + ".properties"));
        Process session = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!session.waitFor(1, TimeUnit.HOURS)) {
            session.destroyForcibly();
            fail("the session did not end:\n" + Files.readString(log));
        }
        Properties seen = new Properties();
        try (Reader reader = Files.newBufferedReader(SCREENSHOTS.resolve(name + ".properties"))) {
            seen.load(reader);
        }
        assertNull(seen.getProperty("failure"), "see " + name + ".log in target/screenshots");
        return seen;
    }

    @Test
    void fewClicksFromAScanToASavedCase() {
        for (String[] phantom : PHANTOMS) {
            String work = saved.getProperty(phantom[0] + "_hu");
            System.out.println("Workbench: " + phantom[0] + ", " + work);
            assertTrue(Integer.parseInt(work.substring(0, work.indexOf(' '))) <= MOST_CLICKS, phantom[0] + ": " + work);
        }
    }

    /** The last one was erased in, so that it is no longer what was grown. */
    @Test
    void oneClickOutlinesWhatIsThere() throws Exception {
        for (String[] phantom : PHANTOMS) {
            if (phantom[0].equals("deep")) continue;
            double dice = dice(phantom[0]);
            double least = phantom[0].equals("small") ? 0.9 : 0.95;
            assertTrue(dice >= least, phantom[0] + " has a Dice of " + dice);
        }
    }

    private static double dice(String phantom) throws Exception {
        ImageStack truth = stack(Shared.of("masks/segmentation/" + phantom + "_truth.nii.gz"));
        ImageStack drawn = stack(CASES.resolve("cases/" + phantom + "_hu/mask.nii.gz"));
        long both = 0;
        long all = 0;
        for (int z = 0; z < truth.size(); z++) {
            for (int i = 0; i < truth.getWidth() * truth.getHeight(); i++) {
                int x = i % truth.getWidth();
                int y = i / truth.getWidth();
                boolean is = truth.getVoxel(x, y, z) != truth.getVoxel(0, 0, 0);
                boolean was = drawn.getVoxel(x, y, z) != drawn.getVoxel(0, 0, 0);
                both += is && was ? 1 : 0;
                all += (is ? 1 : 0) + (was ? 1 : 0);
            }
        }
        return 2.0 * both / all;
    }

    /** Background in the corner. */
    private static ImageStack stack(Path mask) throws Exception {
        return CtOpening.asItIs(mask).getStack();
    }

    @Test
    void eachCaseHasItsRowAndTheEarlierOneIsKept() throws Exception {
        FeatureTable table = FeatureTableCsv.read(CASES.resolve("table.csv"));
        assertEquals(PHANTOMS.length, table.size());
        assertEquals("0", table.texts("black_hole").get(PHANTOMS.length - 1));
        assertEquals("1", table.texts("hypodensity").get(PHANTOMS.length - 1));
        assertEquals(
                1,
                FeatureTableCsv.read(CASES.resolve("cases/deep_hu/history.csv")).size());
        assertEquals(2, saved.getProperty("by hand").split("\\|").length);
    }

    /** All but the macro's own folder is the same to the byte. */
    @Test
    void theRecordedMacroSavesTheSameBytes() throws Exception {
        String macro = Files.readString(SCREENSHOTS.resolve("workbench.ijm"));
        Path again = HOME.resolve(".imagej/again");
        delete(again);
        String other = macro.replace("out=" + CASES.toAbsolutePath(), "out=" + again.toAbsolutePath());
        assertTrue(other.contains(again.toAbsolutePath().toString()), macro);
        Path file = Files.writeString(SCREENSHOTS.resolve("workbench-again.ijm"), other);
        replay(file);
        try (Stream<Path> all = Files.walk(CASES)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                Path same = again.resolve(CASES.relativize(one));
                assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(same), one.toString());
            }
        }
    }

    private static void replay(Path macro) throws Exception {
        String ij = Path.of(((JarURLConnection)
                                ImageJ.class.getResource("/IJ_Props.txt").openConnection())
                        .getJarFileURL()
                        .toURI())
                .toString();
        Process run = new ProcessBuilder(
                        "xvfb-run",
                        "-a",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + HOME.toAbsolutePath(),
                        "-Dplugins.dir=" + HOME.toAbsolutePath(),
                        "-cp",
                        ij,
                        "ij.ImageJ",
                        "-ijpath",
                        HOME.toAbsolutePath().toString(),
                        "-batch",
                        macro.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(SCREENSHOTS.resolve("workbench-again.log").toFile())
                .start();
        assertTrue(run.waitFor(1, TimeUnit.HOURS));
    }

    /** What opens an image stands before what chooses it, and what was canceled stands nowhere. */
    @Test
    void aListIsRecordedSoThatItsMacroRuns() throws Exception {
        Path list = HOME.toAbsolutePath().resolve("list.csv");
        Files.writeString(list, "case,image\nsmall," + scan("small") + "\nlobar," + scan("lobar") + "\n");
        Properties seen = session(
                "workbench-list",
                "1366x768",
                "1",
                "list",
                List.of(list.toString(), "small", "37,58,11", "lobar", "79,38,12"));
        String macro = Files.readString(SCREENSHOTS.resolve("workbench-list.ijm"));
        for (String image : List.of("small_hu.nii.gz", "lobar_hu.nii.gz")) {
            int opened = macro.indexOf(image + "\");");
            int chosen = macro.indexOf("selectImage(\"" + image);
            assertTrue(opened > 0 && (chosen < 0 || chosen > opened), macro);
        }
        assertFalse(macro.contains("Volume..."), macro);
        assertEquals("0", seen.getProperty("lobar.scrolled"), "the next case begins with its outline");
        String[] reader = seen.getProperty("reader").split(" of ");
        assertTrue(Integer.parseInt(reader[0]) >= Integer.parseInt(reader[1]), "no room for the reader's code");
    }

    @Test
    void afterACrashTheCaseIsThereAgain() throws Exception {
        Properties left = session("workbench-left", "1920x1080", "1.5", "leave", List.of(scan("ivh2"), "68,68,11"));
        Properties found = session("workbench-again", "3840x2160", "2", "resume", List.of());
        assertEquals(left.getProperty("drawn"), found.getProperty("drawn"));
        assertEquals("true", found.getProperty("answered"));
    }
}
