package org.ichradiomics.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.dicom.DicomStack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A made-up patient is in every header; whatever is run, nothing of it is said or written. */
class PrivacyTest {

    private static final List<String> SECRETS = List.of(
            "ZEBRAFISH", "QUILLON", "PID-77341", "19410203", "20200131", "Saint Nowhere", "1.2.826.0.1.3680043.10.999");

    @TempDir
    Path folder;

    private Path scan;
    private Path broken;
    private Path mask;
    private Path out;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        scan = patient("ct", false);
        broken = patient("broken", true);
        float[] labels = new float[DicomStack.COLUMNS * DicomStack.ROWS * 4];
        for (int i = 0; i < labels.length; i++)
            if (i % DicomStack.COLUMNS > 3 && i % DicomStack.COLUMNS < 12) labels[i] = 1;
        mask = Volumes.nifti(folder.resolve("mask.nii"), labels, DicomStack.COLUMNS, DicomStack.ROWS, 4);
        out = Files.createDirectory(folder.resolve("out"));
    }

    private Path patient(String name, boolean truncated) throws Exception {
        Path series = Files.createDirectory(folder.resolve(name));
        DicomStack.write(series, 4, (slice, z) -> {
            slice.text(0x00080020, "DA", "20200131")
                    .text(0x00080080, "LO", "Saint Nowhere")
                    .text(0x0008103e, "LO", "QUILLON 5mm")
                    .text(0x00100010, "PN", "ZEBRAFISH^QUILLON")
                    .text(0x00100020, "LO", "PID-77341")
                    .text(0x00100030, "DA", "19410203");
            if (truncated && z == 2) slice.truncated(40);
        });
        return series;
    }

    private Console run(Object... args) {
        Console console = Console.run(args);
        said.add(console.out());
        said.add(console.err());
        return console;
    }

    @Test
    void nothingOfThePatientIsSaidOrWritten() throws Exception {
        assertEquals(0, run("inspect", scan, "--json").exit());
        assertEquals(3, run("inspect", broken, "--debug").exit());
        assertEquals(
                0,
                run(
                                "extract",
                                scan,
                                "--mask",
                                mask,
                                "--catalogue",
                                "both",
                                "--settings",
                                "A",
                                "--out",
                                out.resolve("one.csv"))
                        .exit());
        assertEquals(
                3,
                run("extract", broken, "--mask", mask, "--debug", "--out", out.resolve("two.csv"))
                        .exit());
        assertEquals(
                0,
                run(
                                "ibsi",
                                scan,
                                "--mask",
                                mask,
                                "--config",
                                "A",
                                "--out",
                                out.resolve("i.csv"),
                                "--diagnostics",
                                out.resolve("d.csv"))
                        .exit());
        assertEquals(
                0,
                run("expansion", scan, "--mask", mask, scan, "--followup-mask", mask, "--out", out.resolve("e.csv"))
                        .exit());
        Path cohort =
                Files.writeString(folder.resolve("cohort.csv"), "case,image,mask\n1,ct,mask.nii\n2,broken,mask.nii\n");
        assertEquals(4, run("batch", cohort, "--out", out.resolve("t.csv")).exit());
        assertEquals(
                4,
                run("batch", cohort, "--out", out.resolve("t.csv"), "--resume").exit());
        run("batch", cohort, "--check");
        try (Stream<Path> files = Files.walk(out)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertEquals(10, written.size(), written::toString);
            for (Path file : written) said.add(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        for (String text : said) {
            for (String secret : SECRETS) assertFalse(text.contains(secret), () -> secret + " is in " + text);
        }
    }
}
