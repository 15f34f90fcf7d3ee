package org.ichradiomics.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Names outside ASCII where the locale knows none, as cron, bare containers and SLURM start programs.
 *
 * <p>Covers PathName.
 */
class LocaleTest {

    private static final Path CASE = Path.of("src/test/resources/cases/F13");
    private static final String REMEDY = "LC_ALL=C.UTF-8";

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        assumeTrue(
                System.getProperty("os.name").startsWith("Linux"),
                "only there the locale decides how names are written");
        assumeTrue(
                !"ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding")),
                "the tests themselves run in such a locale");
        Files.copy(CASE.resolve("ct.nii.gz"), folder.resolve("José.nii.gz"));
        Files.copy(CASE.resolve("ct.nii.gz"), folder.resolve("p2.nii.gz"));
        Files.copy(CASE.resolve("m.nii.gz"), folder.resolve("m.nii.gz"));
        Files.writeString(folder.resolve("c.csv"), Files.readString(CASE.resolve("c.csv")) + "p2,p2.nii.gz,m.nii.gz\n");
    }

    /** A process of its own, since Java asks for the locale once; stdout and stderr together. */
    private String run(String locale, int exit, Object... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.ichradiomics.cli.Main"));
        for (Object arg : args) command.add(arg.toString());
        Path said = folder.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        String text = Files.readString(said, StandardCharsets.UTF_8);
        assertEquals(exit, process.exitValue(), text);
        assertFalse(text.contains("java.nio") || text.contains("Exception"), text);
        return text;
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX"})
    void onlyThatCaseFails(String locale) throws Exception {
        String said = run(locale, 4, "batch", folder.resolve("c.csv"), "--out", folder.resolve("t.csv"));
        assertTrue(said.contains("José: failed: The name \"José.nii.gz\" has letters") && said.contains(REMEDY), said);
        FeatureTable table = FeatureTableCsv.read(folder.resolve("t.csv"));
        assertEquals(List.of("José", "p2"), table.texts("case"));
        assertEquals(List.of("failed", "done"), table.texts("status"));
        assertEquals("769", table.texts("Voxels").get(1));
    }

    @Test
    void theRemedyIsOne() throws Exception {
        run("C.UTF-8", 0, "batch", folder.resolve("c.csv"), "--out", folder.resolve("t.csv"));
        assertEquals(
                List.of("769", "769"),
                FeatureTableCsv.read(folder.resolve("t.csv")).texts("Voxels"));
    }

    @Test
    void aFolderOfCasesToo() throws Exception {
        Path cohort = Files.createDirectory(folder.resolve("cohort"));
        for (String name : List.of("p1", "José")) {
            Files.copy(CASE.resolve("ct.nii.gz"), cohort.resolve(name + ".nii.gz"));
            Files.copy(CASE.resolve("m.nii.gz"), cohort.resolve(name + "_mask.nii.gz"));
        }
        String said = run("C", 4, "batch", cohort, "--out", folder.resolve("t.csv"));
        assertTrue(said.contains(REMEDY), said);
        assertTrue(FeatureTableCsv.read(folder.resolve("t.csv")).texts("status").contains("done"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "extract IMAGE --mask MASK --out OUT.csv",
                "inspect IMAGE",
                "extract MASK --mask MASK --settings é.json --out OUT.csv",
                "extract MASK --mask MASK --signature é.json --out OUT.csv",
                "ibsi MASK --mask MASK --config é.json --out OUT.csv",
                "study é.yml --out OUT",
                "batch é.csv --out OUT.csv",
                "extract MASK --mask MASK --out é.csv"
            })
    void oneSentenceEverywhere(String command) throws Exception {
        String text = command.replace("IMAGE", folder.resolve("José.nii.gz").toString())
                .replace("MASK", folder.resolve("m.nii.gz").toString())
                .replace("OUT", folder.resolve("o").toString());
        String said = run("C", 3, (Object[]) text.split(" "));
        assertEquals(1, said.strip().lines().count(), said);
        assertTrue(said.contains(REMEDY), said);
    }
}
