package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Folders of others' cohorts, measured: each mask on its own scan, with the label that is meant. */
class CohortFoldersTest {

    @TempDir
    private Path folder;

    private Path cohort(String... copies) throws IOException {
        Path cohort = folder.resolve("cohort");
        for (int i = 0; i < copies.length; i += 2) {
            Path to = cohort.resolve(copies[i + 1]);
            Files.createDirectories(to.getParent());
            try (Stream<Path> files = Files.walk(Shared.of("masks/" + copies[i]))) {
                Path from = Shared.of("masks/" + copies[i]);
                for (Path file : files.toList())
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return cohort;
    }

    private Console check(Path cohort) {
        return Console.run("batch", cohort, "--check");
    }

    private FeatureTable measured(Path cohort, int exit, String... more) throws Exception {
        Path out = folder.resolve("table.csv");
        List<String> args = List.of("batch", cohort.toString(), "--out", out.toString());
        Console run = Console.run(Stream.concat(args.stream(), Stream.of(more)).toArray());
        assertEquals(exit, run.exit(), run.out() + run.err());
        return FeatureTableCsv.read(out);
    }

    /** Two series of one study, in one frame of reference: the mask says on which it was drawn. */
    @ParameterizedTest
    @CsvSource({"seg/s01_binary.dcm, 1648", "rt/r01_plain.dcm, 2081"})
    void theSeriesOnWhichTheMaskWasDrawn(String mask, String voxels) throws Exception {
        Path cohort = cohort("ct", "p1/a", "ct", "p1/b", mask, "p1/mask/1.dcm");
        try (Stream<Path> slices = Files.list(cohort.resolve("p1/a"))) {
            for (Path slice : slices.toList()) {
                byte[] bytes = Files.readAllBytes(slice);
                int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u0020\0\u000e\0UI");
                int last = at + 8 + bytes[at + 6] - 1;
                while (bytes[last] == 0) last--;
                bytes[last] = (byte) (bytes[last] == '1' ? '2' : '1');
                Files.write(slice, bytes);
            }
        }
        Console check = check(cohort);
        assertTrue(check.out().contains("p1: p1/b + p1/mask/1.dcm"), check.out());
        assertEquals(List.of(voxels), measured(cohort, 0).texts("Voxels"));
    }

    @Test
    void eachPatientsSeriesAndSegmentation() throws Exception {
        Path cohort = cohort(
                "ct",
                "p1",
                "seg/s02_sparse_reversed.dcm",
                "p1/annotation.dcm",
                "ct",
                "p2/study/CT",
                "rt/r01_plain.dcm",
                "p2/study/RTSTRUCT/1-1.dcm",
                "ct",
                "p3/study/1",
                "seg/s08_other_frame_of_reference.dcm",
                "p3/study/2/1-1.dcm",
                "ct",
                "p4/study/1");
        Console check = check(cohort);
        assertEquals(
                List.of(
                        "p1: p1 + p1/annotation.dcm",
                        "p2: p2/study/CT + p2/study/RTSTRUCT/1-1.dcm",
                        "p3: p3/study/1 + p3/study/2/1-1.dcm",
                        "left out: p4: no mask lies in it",
                        "p3: 1-1.dcm lies in another frame of reference than 1: open the mask that was made for this "
                                + "scan, or lay it on by its place with --placement=forced."),
                check.out().lines().skip(1).limit(5).toList());
        assertEquals(Main.SOME_FAILED, check.exit());
        FeatureTable table = measured(cohort, Main.SOME_FAILED);
        assertEquals(List.of("p1", "p2", "p3"), table.texts("case"));
        assertEquals(List.of("1648", "2081", ""), table.texts("Voxels"));
        assertEquals("failed", table.texts("status").get(2));
    }

    /** Of two scans and two masks those belong together that lie in one frame of reference. */
    @Test
    void severalAreMatchedByTheFrameOfReference() throws Exception {
        Path cohort = cohort(
                "ct",
                "p1/a",
                "seg/s08_other_frame_of_reference.dcm",
                "p1/b.dcm",
                "seg/s01_binary.dcm",
                "p1/c.dcm",
                "ct",
                "p2/a",
                "seg/s01_binary.dcm",
                "p2/b.dcm",
                "rt/r01_plain.dcm",
                "p2/c.dcm");
        Console check = check(cohort);
        assertEquals(
                List.of(
                        "p1: p1/a + p1/c.dcm",
                        "left out: p1/b.dcm: another scan or mask of p1",
                        "p2: Its image and mask are not clear from p2/a, p2/b.dcm, p2/c.dcm, of which more than one "
                                + "pair fits: name them in a CSV file with the columns case,image,mask."),
                check.out().lines().skip(1).limit(3).toList());
    }

    private static void volume(Path file, float[] values, double left) throws Exception {
        Files.createDirectories(file.getParent());
        Geometry place = Geometry.stored(
                Volumes.X,
                Volumes.Y,
                Volumes.Z,
                new Spacing(0.5, 0.5, 5),
                Affine.of(-0.5, 0, 0, left, 0, -0.5, 0, 0, 0, 0, 5, 0),
                List.of());
        Nifti.writeFloat32(file, ArrayImgs.floats(values, Volumes.X, Volumes.Y, Volumes.Z), place);
    }

    /** Of p2 the mask of another patient was copied, which lies elsewhere. */
    @Test
    void aMaskOfAnotherPatientIsFoundByItsPlace() throws Exception {
        Path cohort = folder.resolve("two");
        for (String p : List.of("p1", "p2")) volume(cohort.resolve("images/" + p + ".nii"), Volumes.hu(), 9);
        volume(cohort.resolve("masks/p1_seg.nii"), Volumes.mask(1), 9);
        volume(cohort.resolve("masks/p2_seg.nii"), Volumes.mask(1), 14);
        Console check = check(cohort);
        assertEquals(Main.SOME_FAILED, check.exit());
        assertTrue(check.out().contains("\np2: p2_seg.nii "), check.out());
        assertEquals(
                List.of("done", "failed"), measured(cohort, Main.SOME_FAILED).texts("status"));
    }

    /** Label 2 is the haematoma by its name; of b nothing else was drawn, which is not taken for it. */
    @ParameterizedTest
    @CsvSource({"'', done, failed", "oedema, failed, done"})
    void labelsAreThoseOfDatasetJson(String word, String a, String b) throws Exception {
        Path cohort = folder.resolve("Dataset001_ICH");
        for (String p : List.of("a", "b")) volume(cohort.resolve("imagesTr/" + p + "_0000.nii"), Volumes.hu(), 9);
        volume(cohort.resolve("labelsTr/a.nii"), Volumes.mask(2), 9);
        volume(cohort.resolve("labelsTr/b.nii"), Volumes.mask(1), 9);
        Files.writeString(
                cohort.resolve("dataset.json"),
                "{\"channel_names\": {\"0\": \"CT\"}, \"labels\": {\"background\": 0, \"oedema\": 1, "
                        + "\"haematoma\": 2}, \"numTraining\": 2, \"file_ending\": \".nii\"}");
        String[] label = word.isEmpty() ? new String[0] : new String[] {"--mask-label", word};
        assertEquals(List.of(a, b), measured(cohort, Main.SOME_FAILED, label).texts("status"));
    }

    /** What is left out is said before a run as well. */
    @Test
    void aRunSaysWhatIsLeftOut() throws Exception {
        Path cohort = folder.resolve("two");
        for (String p : List.of("p1", "p2")) volume(cohort.resolve("images/" + p + ".nii"), Volumes.hu(), 9);
        volume(cohort.resolve("masks/p1.nii"), Volumes.mask(1), 9);
        Console run = Console.run("batch", cohort, "--out", folder.resolve("t.csv"));
        assertEquals(Main.DONE, run.exit());
        assertTrue(
                run.err().startsWith("1 file of two belongs to no case and is left out: list them with --check."),
                run.err());
    }
}
