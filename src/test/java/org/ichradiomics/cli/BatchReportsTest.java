package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.scan.Label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@code batch --reports}: where a case lies, and what a reader has saved there.
 *
 * <p>Covers ReportedCases.
 */
class BatchReportsTest {

    private static final Path SAMPLES = Path.of("sample-images").toAbsolutePath();

    @TempDir
    private Path folder;

    private Path list;
    private Path out;

    @BeforeEach
    void list() throws IOException {
        Path image = SAMPLES.resolve("head-ct-phantom.nii.gz");
        Path mask = SAMPLES.resolve("head-ct-phantom-mask.nii.gz");
        Path rois = SAMPLES.resolve("head-ct-phantom-rois.zip");
        list = folder.resolve("list.csv");
        Files.write(
                list,
                List.of(
                        "case,image,mask,followup,followup_mask,black_hole",
                        "one," + image + "," + mask + "," + image + "," + mask + ",1",
                        "two," + image + "," + rois + ",,,",
                        "ONE," + image + "," + mask + ",,,",
                        "gone,gone.nii," + mask + ",,,"));
        out = Files.createDirectory(folder.resolve("out")).resolve("table.csv");
    }

    private Console batch(Object... more) {
        List<Object> args = new ArrayList<>(List.of("batch", list, "--out", out, "--reports"));
        args.addAll(List.of(more));
        return Console.run(args.toArray());
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (String part : List.of("cases", "pictures")) {
            try (Stream<Path> files = Files.walk(out.resolveSibling(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    written.put(
                            out.getParent().relativize(file).toString().replace('\\', '/'),
                            Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return written;
    }

    @Test
    void aPageAPictureAndAMaskOfEachMeasuredCase() throws Exception {
        Console console = batch("--threads", 2);
        assertEquals(4, console.exit(), console.err());
        assertTrue(console.out().endsWith("2 reports in cases and pictures; 1 missing." + System.lineSeparator()));
        assertTrue(
                console.err().contains("No report of ONE: another case differs from it in capitals only"),
                console.err());
        Map<String, String> first = written();
        assertEquals(
                List.of(
                        "cases/one/mask.nii.gz",
                        "cases/one/report.html",
                        "cases/one/rois.zip",
                        "cases/two/mask.nii.gz",
                        "cases/two/report.html",
                        "cases/two/rois.zip",
                        "pictures/one.png",
                        "pictures/two.png"),
                List.copyOf(first.keySet()));
        for (String id : List.of("one", "two")) {
            List<Label> labels = MaskFile.labels(out.resolveSibling("cases/" + id + "/mask.nii.gz"))
                    .list();
            assertEquals(1, labels.size());
            assertEquals(1, labels.get(0).value());
            assertEquals(1499, labels.get(0).voxels());
            Path rois = out.resolveSibling("cases/" + id + "/rois.zip");
            Console volume = Console.run("volume", SAMPLES.resolve("head-ct-phantom.nii.gz"), "--mask", rois);
            assertTrue(volume.out().contains("voxels: 1499"), volume.out() + volume.err());
        }
        String one = Files.readString(out.resolveSibling("cases/one/report.html"));
        assertTrue(one.contains("<th scope=\"row\">Growth</th><td>0.00 mL (0.0 %)</td>"), one);
        assertTrue(one.contains("<th scope=\"row\">Black hole sign</th><td>yes</td>"), one);
        assertTrue(one.contains("<td>−2.11</td>"), one);
        String two = Files.readString(out.resolveSibling("cases/two/report.html"));
        assertFalse(two.contains("Growth"), two);

        batch("--threads", 1, "--resume");
        assertEquals(first, written());
        // What the command for one case says is the same, but for the name.
        Path single = folder.resolve("two.html");
        Console.run(
                "report",
                SAMPLES.resolve("head-ct-phantom.nii.gz"),
                "--mask",
                SAMPLES.resolve("head-ct-phantom-rois.zip"),
                "--out",
                single);
        assertEquals(two.replace("Case two", "Case head-ct-phantom"), Files.readString(single));
    }

    @Test
    void whatAReaderHasSavedStays() throws Exception {
        Path home = Files.createDirectories(out.resolveSibling("cases/two"));
        Files.writeString(home.resolve("state.json"), "{}");
        Files.writeString(home.resolve("report.html"), "mine");
        Path other = Files.createDirectories(out.resolveSibling("cases/one")).resolve("report.html");
        Files.writeString(other, "another's");
        Console console = batch();
        assertTrue(
                console.out().contains("0 reports in cases and pictures; saved by a reader and left: two; 2 missing."),
                console.out());
        assertEquals("mine", Files.readString(home.resolve("report.html")));
        assertFalse(Files.exists(home.resolve("mask.nii.gz")));
        assertEquals("another's", Files.readString(other));
        assertTrue(console.err().contains("--overwrite"), console.err());
        batch("--resume");
        assertTrue(Files.readString(other).contains("<h1>Case one</h1>"));
        assertEquals("mine", Files.readString(home.resolve("report.html")));
    }
}
