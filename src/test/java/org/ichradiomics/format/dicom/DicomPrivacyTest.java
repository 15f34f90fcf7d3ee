package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A made-up patient is in every file; nothing of them comes out, whatever is read or refused. */
class DicomPrivacyTest {

    private static final List<String> SECRETS = List.of(
            "ZEBRAFISH",
            "QUILLON",
            "PID-77341",
            "19410203",
            "ACC-5512",
            "20200131",
            "Saint Nowhere",
            "1.2.826.0.1.3680043.10.999",
            "WIBBLE");

    @TempDir
    Path folder;

    @Test
    void nothingOfThePatientComesOut() throws IOException {
        List<String> said = new ArrayList<>();
        List<DicomBytes> files = List.of(
                patient(0),
                patient(0).without(0x00280030, 0x00200032),
                patient(0).text(0x00281054, "LO", "WIBBLE of QUILLON"),
                patient(0).text(0x00080060, "CS", "QUILLON"),
                patient(0).text(0x00280004, "CS", "WIBBLE QUILLON ZEBRAFISH"),
                patient(0).text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.66.4"),
                patient(0).syntax("1.2.826.0.1.3680043.10.999").fragments(List.of(new byte[64])),
                patient(0).truncated(4),
                patient(0).text(0x00280008, "IS", "QUILLON"));
        for (DicomBytes file : files) say(file.write(folder.resolve("slice")), said);
        Path series = Files.createDirectory(folder.resolve("series"));
        for (int z = 0; z < 4; z++) patient(z).write(series.resolve("IM" + z));
        say(series, said);
        patient(1).series(4).write(series.resolve("x"));
        say(series, said);
        patient(1).pixels(DicomCase.slice(5)).write(series.resolve("y"));
        say(series, said);
        Files.write(series.resolve("z"), Arrays.copyOf(patient(0).toBytes(), 400));
        say(series, said);
        assertTrue(said.size() > 20, said::toString);
        for (String line : said) {
            for (String secret : SECRETS) assertFalse(line.contains(secret), line);
        }
    }

    private static DicomBytes patient(int z) {
        return DicomBytes.slice(z)
                .pixels(DicomCase.slice(z))
                .text(0x00080020, "DA", "20200131")
                .text(0x00080050, "SH", "ACC-5512")
                .text(0x00080080, "LO", "Saint Nowhere")
                .text(0x00081030, "LO", "head of ZEBRAFISH")
                .text(0x0008103e, "LO", "QUILLON 5mm")
                .text(0x00100010, "PN", "ZEBRAFISH^QUILLON")
                .text(0x00100020, "LO", "PID-77341")
                .text(0x00100030, "DA", "19410203")
                .sequence(0x00101002, true, new DicomBytes().text(0x00100020, "LO", "PID-77341"));
    }

    private static void say(Path path, List<String> said) {
        try (OpenFiles files = new OpenFiles()) {
            for (DicomSeries series : DicomFolder.of(path, files).all()) {
                said.add(series.description());
                said.add(series.toString());
                said.add(series.first().toString());
            }
            Scan scan = DicomFolder.read(path);
            said.add(scan.name());
            said.addAll(scan.warnings());
            said.add(scan.toString() + scan.geometry());
        } catch (InvalidInputException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            said.add(e.getMessage());
            said.add(trace.toString());
        }
    }
}
