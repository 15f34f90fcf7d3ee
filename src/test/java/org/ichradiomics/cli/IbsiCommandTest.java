package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.measure.IbsiExtractor;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.IbsiResult;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers IbsiColumn. */
class IbsiCommandTest {

    @TempDir
    Path folder;

    private Path image;
    private Path mask;
    private Path csv;

    @BeforeEach
    void write() throws Exception {
        image = Volumes.nifti(folder.resolve("ct.nii"), Volumes.hu());
        mask = Volumes.nifti(folder.resolve("mask.nii"), Volumes.mask(1));
        csv = folder.resolve("out.csv");
    }

    private Console ibsi(String config, Object... more) {
        return Console.run(Stream.concat(
                        List.<Object>of("ibsi", image, "--mask", mask, "--config", config, "--out", csv).stream(),
                        Stream.of(more))
                .toArray());
    }

    @Test
    void writesEveryValueAndDiagnosticAtFullPrecision() throws Exception {
        Path diagnostics = folder.resolve("diag.csv");
        String nl = System.lineSeparator();
        assertEquals(
                new Console(
                        0,
                        "config: A" + nl + "values: 351" + nl
                                + "Note: ct.nii has no usable orientation and was taken as displayed: check left and "
                                + "right on the picture."
                                + nl + "written: " + csv + ", " + diagnostics + nl,
                        ""),
                ibsi("a", "--diagnostics", diagnostics));
        Scan scan = Nifti.readScan(image);
        IbsiResult expected = new IbsiExtractor(IbsiPreset.A.settings())
                .measure(
                        scan,
                        Region.of(scan.hu(), Nifti.readLabels(mask).onto(scan).select("any"), scan.spacing()),
                        Progress.NONE);
        List<String> lines = Files.readAllLines(csv);
        assertEquals("config,id,tag,aggregation,value", lines.get(0));
        assertEquals(expected.rows(), lines.subList(1, lines.size()));
        assertEquals("config,tag,value", Files.readAllLines(diagnostics).get(0));
        assertEquals(61, Files.readAllLines(diagnostics).size());
        String record = Files.readString(folder.resolve("out.run.json"));
        assertTrue(
                record.contains("\"discretisation.texture\": \"fixed width 25.0 HU\"") && record.contains(Version.NAME),
                record);
    }

    @Test
    void takesAFileOfSettings() throws Exception {
        Path settings = Files.writeString(
                folder.resolve("mine.json"),
                Files.readString(Path.of("src/main/resources/org/ichradiomics/measure/A.json"))
                        .replace("\"A\"", "\"mine\""));
        assertEquals(0, ibsi(settings.toString()).exit());
        assertTrue(Files.readAllLines(csv).get(1).startsWith("mine,RNU0,morph_volume,3D,"));
    }

    /** Else the values would be there and their record not, and the next run would call that unchanged. */
    @Test
    void aFileOfOthersInTheRecordsPlaceIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path other = Files.writeString(folder.resolve("out.run.json"), "{}");
        Console console = ibsi("A");
        assertEquals(3, console.exit());
        assertTrue(
                console.err().startsWith("The file out.run.json beside the table is not one of this software"),
                console.err());
        assertFalse(Files.exists(csv));
        assertEquals("{}", Files.readString(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "F       | 1   | out.csv     | 3 | There is no configuration \"F\": give A, B, C, D, E, digital, ICH, "
                        + "1.A … 9.B or the path of a JSON file.",
                "C       | 1   | ct.nii      | 2 | --diagnostics=ct.nii would overwrite ct.nii, which is IMAGE: "
                        + "choose another name.",
                "C       | 1   | out.csv     | 2 | --out and --diagnostics are the same file: choose another name "
                        + "for one.",
                "C       | 1   | no/diag.csv | 3 | The folder of diag.csv does not exist: make it, or choose another "
                        + "for --diagnostics.",
                "C       | 1   | d.csv       | 3 | Nothing of the mask is left after interpolation to [2.0, 2.0, "
                        + "2.0] mm: choose a smaller interpolation.spacing_mm."
            })
    void refusesInOneSentence(String config, String label, String diagnostics, int exit, String sentence) {
        Console console = config.equals("F")
                ? ibsi(config)
                : ibsi(config, "--mask-label", label, "--diagnostics", folder.resolve(diagnostics));
        assertTrue(console.err().startsWith(sentence), console.err());
        assertEquals(exit, console.exit());
        assertFalse(Files.exists(csv));
    }

    @Test
    void needsAConfiguration() {
        Console console = Console.run("ibsi", image, "--mask", mask, "--out", csv);
        assertEquals(2, console.exit());
        assertTrue(console.err().startsWith("Missing required option: '--config=NAME'"), console.err());
    }
}
