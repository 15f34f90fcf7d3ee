package org.ichradiomics.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** DICOM SEG and RTSTRUCT at every door of the command line where a mask is taken. */
class SeriesMaskDoorsTest {

    private static final String CT = Shared.of("masks/ct").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    private static String mask(String name) {
        return Shared.of("masks/" + name).toAbsolutePath().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "seg/s02_sparse_reversed.dcm, any, 1648", "rt/r07_several_rois.dcm, IVH, 253",
        "rt/r07_several_rois.dcm, 9, 229", "seg/s03_three_segments_mixed.dcm, haematoma, 1648"
    })
    void extractMeasuresIt(String name, String label, String voxels) throws Exception {
        Path out = folder.resolve("out.csv");
        Console run = Console.run("extract", CT, "--mask", mask(name), "--mask-label", label, "--out", out.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("Voxels: " + voxels + "\n"), run.out());
    }

    /** The measured row is that of the same mask as NIfTI, all 396 features. */
    @Test
    void andGivesTheFeaturesOfTheSameMaskAsNifti() throws Exception {
        String nifti = folder.resolve("truth.nii.gz").toString();
        assertEquals(
                0,
                Console.run("mask", mask("seg/s07_rotated_180.dcm"), "--on", CT, "--out", nifti)
                        .exit());
        List<String> cells = List.of(row(mask("seg/s07_rotated_180.dcm"), "a.csv"), row(nifti, "b.csv"));
        assertEquals(cells.get(0), cells.get(1));
    }

    /** From outlines to NIfTI, NRRD, SEG and back again: the 396 features are those of the first, bit for bit. */
    @ParameterizedTest
    @CsvSource({"ct, seg/s03_three_segments_mixed.dcm, oedema, 1246", "ct_tilt, rt/r11_tilted.dcm, haematoma, 2081"})
    void everyWayRoundKeepsTheFeatures(String ct, String name, String label, String voxels) throws Exception {
        String scan = mask(ct);
        Path list = Files.writeString(
                folder.resolve("cases.csv"), "case,image,mask,mask_label\na," + scan + "," + mask(name) + "," + label);
        Console batch = Console.run(
                "batch", list, "--reports", "--out", folder.resolve("table.csv").toString());
        assertEquals(0, batch.exit(), batch.err());
        String before = folder.resolve("cases/a/rois.zip").toString();
        List<String> features = features(scan, before);
        assertEquals(396 + 1, features.size(), "and the R-score");
        for (String next : List.of("1.nii.gz", "2.dcm", "3.nrrd", "4.dcm", "5.nii.gz")) {
            String file = folder.resolve(next).toString();
            Console made = Console.run("mask", before, "--on", scan, "--out", file);
            assertEquals(0, made.exit(), made.err());
            assertTrue(made.out().contains("voxels: " + voxels + "\n"), made.out());
            assertEquals(features, features(scan, file), next);
            before = file;
        }
        assertEquals(-1, Files.mismatch(folder.resolve("2.dcm"), folder.resolve("4.dcm")));
    }

    private List<String> features(String scan, String mask) throws Exception {
        Path file = folder.resolve("features.csv");
        Files.deleteIfExists(file);
        Console run = Console.run("extract", scan, "--mask", mask, "--long", "--out", file.toString());
        assertEquals(0, run.exit(), run.err());
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    /** Every label goes over, with its name. */
    @Test
    void severalLabelsBecomeSegments() throws Exception {
        String nifti = folder.resolve("three.nii.gz").toString();
        String seg = folder.resolve("three.dcm").toString();
        String again = folder.resolve("again.nii.gz").toString();
        String three = mask("seg/s03_three_segments_mixed.dcm");
        assertEquals(0, Console.run("mask", three, "--on", CT, "--out", nifti).exit());
        assertEquals(0, Console.run("mask", three, "--on", CT, "--out", seg).exit());
        assertEquals(0, Console.run("mask", seg, "--on", CT, "--out", again).exit());
        assertEquals(-1, Files.mismatch(Path.of(nifti), Path.of(again)));
        assertEquals(
                "label 1 haematoma\nlabel 2 intraventricular\nlabel 3 oedema\n",
                Console.run("mask", seg, "--list").out());
    }

    @Test
    void aGapInTheNumbersIsClosedAndSaid() throws Exception {
        Console made = Console.run(
                "mask",
                mask("seg/s12_number_gap_empty.dcm"),
                "--on",
                CT,
                "--out",
                folder.resolve("m.dcm").toString());
        assertTrue(made.out().contains("label 5 is segment 1."), made.out());
    }

    @Test
    void onAScanThatIsNoSeriesItIsRefused() throws Exception {
        Path out = folder.resolve("m.dcm");
        Path samples = Path.of("sample-images");
        Console made = Console.run(
                "mask",
                samples.resolve("head-ct-phantom-rois.zip"),
                "--on",
                samples.resolve("head-ct-phantom.nii.gz"),
                "--out",
                out);
        assertEquals(3, made.exit());
        assertTrue(
                made.err().contains("belongs to a DICOM series") && made.err().contains(".nii.gz"), made.err());
        assertTrue(Files.notExists(out));
    }

    /** Each row is that of the label measured alone, but for what it is called. */
    @Test
    void aRowForEachLabelIsThatOfTheLabelAlone() throws Exception {
        String three = mask("seg/s03_three_segments_mixed.dcm");
        Path all = folder.resolve("all.csv");
        Console run = Console.run("extract", CT, "--mask", three, "--rows", "per-label", "--out", all.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(run.out().contains("ROI: oedema\n"), run.out());
        List<String> rows = Files.readAllLines(all);
        assertEquals(4, rows.size());
        Path alone = folder.resolve("alone.csv");
        for (String label : List.of("1", "2", "3"))
            assertEquals(
                    0,
                    Console.run("extract", CT, "--mask", three, "--mask-label", label, "--out", alone.toString())
                            .exit());
        for (int i = 0; i < rows.size(); i++)
            assertEquals(afterRoi(Files.readAllLines(alone).get(i)), afterRoi(rows.get(i)));
        assertTrue(rows.get(2).startsWith("ct,ct,intraventricular,"), rows.get(2));
        Console again = Console.run("extract", CT, "--mask", three, "--rows", "per-label", "--out", all.toString());
        assertTrue(again.out().contains("unchanged: "), again.out());
    }

    private static String afterRoi(String row) {
        return row.split(",", 4)[3];
    }

    @Test
    void roisHaveNoLabelsAndRowsAreOfAKind() throws Exception {
        Path samples = Path.of("sample-images");
        for (String[] wrong : new String[][] {{"per-label", "holds no labels"}, {"each", "is no choice"}}) {
            Console run = Console.run(
                    "extract",
                    samples.resolve("head-ct-phantom.nii.gz"),
                    "--mask",
                    samples.resolve("head-ct-phantom-rois.zip"),
                    "--rows",
                    wrong[0],
                    "--out",
                    folder.resolve("o.csv"));
            assertTrue(run.exit() != 0 && run.err().contains(wrong[1]), run.err());
        }
    }

    /** The names of 3D Slicer's segments choose as those of a SEG do. */
    @Test
    void segmentsOfSlicerAreChosenByName() throws Exception {
        String plain = folder.resolve("three.nrrd").toString();
        assertEquals(
                0,
                Console.run("mask", mask("seg/s03_three_segments_mixed.dcm"), "--on", CT, "--out", plain)
                        .exit());
        String text = Files.readString(Path.of(plain), StandardCharsets.ISO_8859_1);
        Path named = Files.writeString(
                folder.resolve("three.seg.nrrd"),
                text.replaceFirst(
                        "\nencoding",
                        "\nSegment0_LabelValue:=1\nSegment0_Name:=Haematoma\nSegment1_LabelValue:=2\n"
                                + "Segment1_Name:=IVH\nSegment2_LabelValue:=3\nSegment2_Name:=Segment_3\n"
                                + "Segment3_LabelValue:=9\nSegment3_Name:=nothing\nencoding"),
                StandardCharsets.ISO_8859_1);
        assertTrue(Console.run("mask", named, "--list").out().contains("label 2 IVH"));
        Path out = folder.resolve("out.csv");
        for (String label : List.of("any", "ivh", "3")) {
            Console run = Console.run("extract", CT, "--mask", named, "--mask-label", label, "--out", out.toString());
            assertEquals(0, run.exit(), run.err());
        }
        assertEquals(
                List.of("Haematoma,1648", "IVH,294", "label 3,1246"),
                Files.readAllLines(out).stream()
                        .skip(1)
                        .map(row -> row.split(",")[2] + "," + row.split(",")[4])
                        .toList());
        Console none = Console.run("extract", CT, "--mask", named, "--mask-label", "nothing", "--out", out.toString());
        assertTrue(none.err().contains("holds no label \"nothing\""), none.err());
    }

    private String row(String mask, String out) throws Exception {
        Path file = folder.resolve(out);
        Console run = Console.run("extract", CT, "--mask", mask, "--long", "--out", file.toString());
        assertEquals(0, run.exit(), run.err());
        return Files.readString(file);
    }

    @Test
    void theListHasNumbersAndNames() throws Exception {
        Console run = Console.run("mask", mask("rt/r07_several_rois.dcm"), "--list");
        assertEquals("label 1 haematoma\nlabel 4 BODY\nlabel 7 IVH\nlabel 9 haematoma\n", run.out());
    }

    @Test
    void severalAndNoChoiceIsTheList() throws Exception {
        Console run = Console.run(
                "extract",
                CT,
                "--mask",
                mask("rt/r07_several_rois.dcm"),
                "--out",
                folder.resolve("o.csv").toString());
        assertEquals(3, run.exit());
        assertTrue(run.err().contains("7 IVH (0.914 mL)"), run.err());
    }

    @Test
    void aBatchTakesItToo() throws Exception {
        Path list = Files.writeString(
                folder.resolve("cases.csv"),
                "case,image,mask,mask_label\na," + CT + "," + mask("seg/s03_three_segments_mixed.dcm") + ",oedema\n");
        Path out = folder.resolve("table.csv");
        Console run = Console.run("batch", list.toString(), "--out", out.toString());
        assertEquals(0, run.exit(), run.err());
        assertTrue(Files.readString(out).contains(",1246,"), Files.readString(out));
    }
}
