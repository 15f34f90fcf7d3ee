package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Label;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A cohort of masks with several labels: rows, columns, journal and pages. Voxels are those of expected.csv. */
class RowsPerLabelTest {

    private static final String HEAD = "case,image,mask,mask_label,ivh_label,oedema_label";

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void folder() throws IOException {
        out = Files.createDirectory(folder.resolve("out")).resolve("table.csv");
    }

    private static String line(String id, String mask, String labels) {
        return id + "," + Shared.of("masks/ct").toAbsolutePath() + ","
                + Shared.of("masks/" + mask).toAbsolutePath() + "," + labels;
    }

    private Path list(String... lines) throws IOException {
        return Files.write(
                folder.resolve("list.csv"),
                Stream.concat(Stream.of(HEAD), Stream.of(lines)).toList());
    }

    private FeatureTable batch(int exit, Path cohort, Object... more) throws Exception {
        List<Object> args = new ArrayList<>(List.of("batch", cohort, "--out", out));
        args.addAll(List.of(more));
        Console run = Console.run(args.toArray());
        assertEquals(exit, run.exit(), run.out() + run.err());
        return FeatureTableCsv.read(out);
    }

    private Path three() throws IOException {
        return list(
                line("a", "seg/s03_three_segments_mixed.dcm", ",2,OEDEMA"),
                line("b", "seg/s01_binary.dcm", ",IVH,"),
                line("c", "rt/r07_several_rois.dcm", ",,9"));
    }

    @Test
    void aRowForEachLabelAndTheVolumesLast() throws Exception {
        FeatureTable table = batch(0, three(), "--rows", "per-label");
        assertEquals(List.of("a", "a", "a", "b", "c", "c", "c"), table.texts("case"));
        assertEquals(
                List.of(
                        "haematoma",
                        "intraventricular",
                        "oedema",
                        "haematoma",
                        "label 1 haematoma",
                        "IVH",
                        "label 9 haematoma"),
                table.texts("ROI"));
        assertEquals(List.of("1648", "294", "1246", "1648", "2081", "253", "229"), table.texts("Voxels"));
        List<String> columns = table.columns();
        assertEquals(List.of("IVH (mL)", "Oedema (mL)"), columns.subList(columns.size() - 2, columns.size()));
        assertEquals(List.of("1.062075", "1.062075", "1.062075", "0.0", "", "", ""), table.texts("IVH (mL)"));
        List<String> oedema = table.texts("Oedema (mL)");
        assertEquals(List.of("4.501175", "4.501175", "4.501175", ""), oedema.subList(0, 4));
        assertEquals(0.827262, Double.parseDouble(oedema.get(4)), 1e-6);
        assertTrue(
                table.texts("Notes").get(3).startsWith("s01_binary.dcm holds no label \"IVH\", which was asked for."));
    }

    /** Whatever a batch puts before and behind, a row is that of extract. */
    @Test
    void rowsAreThoseOfExtract() throws Exception {
        FeatureTable table = batch(0, three(), "--rows", "per-label", "--reference", "Demonstration");
        Path one = folder.resolve("one.csv");
        Console run = Console.run(
                "extract",
                Shared.of("masks/ct"),
                "--mask",
                Shared.of("masks/seg/s03_three_segments_mixed.dcm"),
                "--rows",
                "per-label",
                "--out",
                one);
        assertEquals(0, run.exit(), run.err());
        FeatureTable alone = FeatureTableCsv.read(one);
        for (String column : alone.columns().subList(1, alone.columns().size()))
            assertEquals(alone.texts(column), table.texts(column).subList(0, 3), column);
    }

    @Test
    void theSameBytesForAnyThreadsAndAfterAStop() throws Exception {
        batch(0, three(), "--rows", "per-label", "--threads", 1);
        byte[] whole = Files.readAllBytes(out);
        byte[] record = Files.readAllBytes(out.resolveSibling("table.json"));
        Path journal = out.resolveSibling("table.journal");
        List<String> lines = Files.readAllLines(journal);
        assertEquals(4, lines.size(), "a line a case, with its rows");
        Files.writeString(
                journal,
                String.join("\n", lines.subList(0, 2)) + "\n" + lines.get(2).substring(0, 40));
        batch(0, three(), "--rows", "per-label", "--threads", 2, "--resume");
        assertArrayEquals(whole, Files.readAllBytes(out));
        assertArrayEquals(record, Files.readAllBytes(out.resolveSibling("table.json")));
        Console other = Console.run("batch", three(), "--out", out, "--resume");
        assertEquals(3, other.exit());
        assertTrue(other.err().contains("another choice of rows, \"per label\" and not \"one\""), other.err());
    }

    /** A label beside the haematoma leaves the other one; several in a cell are a row each, whatever the rows are. */
    @Test
    void oneRowUnlessTheListNamesSeveral() throws Exception {
        String mixed = "seg/s03_three_segments_mixed.dcm";
        FeatureTable table = batch(
                4,
                list(
                        line("left", mixed, ",2,3"),
                        line("two", mixed, "oedema;2,,"),
                        line("both", mixed, "2,2,"),
                        line("rois", "ct/ct001.dcm", "1,2,")));
        assertEquals(List.of("left", "two", "two", "both", "rois"), table.texts("case"));
        assertEquals(List.of("1648", "294", "1246", "", ""), table.texts("Voxels"));
        assertEquals(List.of("done", "done", "done", "failed", "failed"), table.texts("status"));
        assertTrue(
                table.texts("reason").get(3).contains("given both for the haematoma"),
                table.texts("reason").get(3));
    }

    @Test
    void thePageTellsOfTheHaematomaAndTheMaskHoldsAllLabels() throws Exception {
        batch(0, list(line("a", "seg/s03_three_segments_mixed.dcm", ",,")), "--rows", "per-label", "--reports");
        Path home = out.resolveSibling("cases").resolve("a");
        assertEquals(
                List.of(1648L, 294L, 1246L),
                MaskFile.labels(home.resolve("mask.nii.gz")).list().stream()
                        .map(Label::voxels)
                        .toList());
        assertTrue(Files.readString(home.resolve("report.html")).contains("5.95"));
        assertTrue(Files.exists(home.resolve("rois.zip")));
    }

    /** The names of dataset.json; the score of a volume is that of the haematoma. */
    @Test
    void numbersHaveTheNamesOfTheFolder() throws Exception {
        Path cohort = folder.resolve("cohort");
        for (String name : List.of("imagesTr", "labelsTr")) Files.createDirectories(cohort.resolve(name));
        Geometry grid = Geometry.stored(10, 10, 2, new Spacing(1, 1, 5), null, List.of());
        float[] hu = new float[200];
        byte[] labels = new byte[200];
        for (int i = 0; i < 200; i++) {
            hu[i] = 40 + i % 30;
            labels[i] = (byte) (i % 10 < 3 ? 1 : i % 10 > 6 ? 2 : 0);
        }
        Nifti.writeFloat32(cohort.resolve("imagesTr/p_0000.nii.gz"), ArrayImgs.floats(hu, 10, 10, 2), grid);
        Nifti.writeLabels(cohort.resolve("labelsTr/p.nii.gz"), ArrayImgs.unsignedBytes(labels, 10, 10, 2), grid);
        Files.writeString(cohort.resolve("dataset.json"), """
                {"channel_names": {"0": "CT"}, "labels": {"background": 0, "oedema": 1, "haematoma": 2}}
                """);
        FeatureTable table = batch(0, cohort, "--rows", "per-label");
        assertEquals(List.of("oedema", "haematoma"), table.texts("ROI"));
        assertEquals(List.of("60", "60"), table.texts("Voxels"));
    }

    /** Grown is the haematoma, and no other label. */
    @Test
    void growthStandsInTheRowOfTheHaematoma() throws Exception {
        String ct = Shared.of("masks/ct").toAbsolutePath().toString();
        String mixed = Shared.of("masks/seg/s03_three_segments_mixed.dcm")
                .toAbsolutePath()
                .toString();
        Path list = Files.writeString(
                folder.resolve("grown.csv"),
                "case,image,mask,followup,followup_mask\n" + String.join(",", "a", ct, mixed, ct, mixed) + "\n");
        FeatureTable table = batch(0, list, "--rows", "per-label");
        assertEquals(List.of("0.0", "", ""), table.texts("growth_mL"));
        assertEquals("", table.texts("followup_mL").get(1));
    }

    @Test
    void theLargestPieceIsMeasuredAndSaid() throws Exception {
        Path list = list(line("a", "rt/r06_two_pieces.dcm", ",,"));
        FeatureTable all = batch(0, list);
        assertTrue(all.texts("Notes").get(0).contains("Its 2 pieces were measured together."));
        FeatureTable largest = batch(0, list, "--pieces", "largest", "--overwrite");
        assertTrue(largest.texts("Notes").get(0).contains("Of its 2 pieces the largest was measured, "));
        long voxels = Long.parseLong(largest.texts("Voxels").get(0));
        assertTrue(voxels < Long.parseLong(all.texts("Voxels").get(0)) && voxels > 0);
    }
}
