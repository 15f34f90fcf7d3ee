package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers BatchSummary and CaseFiles. */
class BatchCommandTest {

    private static final int CASES = 24;
    private static final int SIZE = 12;
    private static final int SLICES = 3;

    @TempDir
    Path folder;

    private Path cohort;
    private Path out;

    @BeforeEach
    void write() throws Exception {
        StringBuilder list = new StringBuilder("case,image,mask,mask_label,followup,followup_mask,age,site\n");
        for (int i = 1; i <= CASES; i++) {
            nifti(folder.resolve("ct" + i + ".nii"), scan(i));
            nifti(folder.resolve("mask" + i + ".nii"), mask(i));
            list.append("case ")
                    .append(i)
                    .append(",ct")
                    .append(i)
                    .append(".nii,mask")
                    .append(i)
                    .append(".nii,")
                    .append(i % 3 + 1)
                    .append(",,,")
                    .append(40 + i)
                    .append(",\"A, B\"\n");
        }
        cohort = Files.writeString(folder.resolve("cohort.csv"), list);
        out = folder.resolve("out").resolve("table.csv");
        Files.createDirectory(out.getParent());
    }

    private static float[] scan(int seed) {
        Random random = new Random(seed);
        float[] hu = new float[SIZE * SIZE * SLICES];
        for (int i = 0; i < hu.length; i++) hu[i] = 40 + random.nextInt(40);
        return hu;
    }

    /** Of another shape for each case, so that no feature has the same value in all. */
    private static float[] mask(int seed) {
        Random random = new Random(seed);
        float[] mask = new float[SIZE * SIZE * SLICES];
        for (int i = 0; i < mask.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE % SIZE;
            if (x > 1 && x < 11 && y > 1 && y < 11 && random.nextInt(8) > 0) mask[i] = seed % 3 + 1;
        }
        return mask;
    }

    private static void nifti(Path file, float[] values) throws Exception {
        Volumes.nifti(file, values, SIZE, SIZE, SLICES);
    }

    private static String volume() {
        float[] mask = mask(1);
        return String.format(
                Locale.ROOT,
                "%.3f",
                IntStream.range(0, mask.length).filter(i -> mask[i] != 0).count() * 1.25 / 1000);
    }

    private Console batch(Object... more) {
        List<Object> args = new ArrayList<>(List.of("batch", cohort, "--out", out));
        args.addAll(Arrays.asList(more));
        return Console.run(args.toArray());
    }

    private void add(String line) throws IOException {
        Files.writeString(cohort, Files.readString(cohort) + line + "\n");
    }

    private FeatureTable table() throws Exception {
        return FeatureTableCsv.read(out);
    }

    @Test
    void aRowForEachCaseWithItsOwnColumns() throws Exception {
        add("25,nowhere.nii,mask1.nii,,,,70,C");
        add("26,ct1.nii,,,,,71,C");
        add("27,ct1.nii,mask1.nii,9,,,72,C");
        Console console = batch();
        assertEquals(4, console.exit());
        assertTrue(console.out().startsWith("24 done, 3 failed; R-score against \"Own cohort\""), console.out());
        FeatureTable table = table();
        assertEquals(CASES + 3, table.size());
        assertEquals(
                List.of("case", "status", "reason", "age", "site", "Label", "ROI", "Volume (mL)"),
                table.columns().subList(0, 8));
        assertEquals(3 + 2 + 10 + 396, table.columns().size());
        assertEquals(
                List.of("failed", "failed", "failed"), table.texts("status").subList(CASES, CASES + 3));
        assertEquals(
                List.of(
                        "There is no file nowhere.nii, the image of this case: check its name and folder.",
                        "There is no mask: name one for this case.",
                        "mask1.nii holds no label 9: choose 2 (" + volume() + " mL)."),
                table.texts("reason").subList(CASES, CASES + 3));
        assertEquals("A, B", table.texts("site").get(3));
        assertEquals("72", table.texts("age").get(26));
        assertTrue(Double.isNaN(table.values("kurtosis")[26]));
    }

    @Test
    void theSameNumbersAsExtract() throws Exception {
        assertEquals(0, batch("--reference", "Demonstration", "--bins", 64).exit());
        FeatureTable table = table();
        for (int i : List.of(1, 7, 24)) {
            Path csv = folder.resolve("one.csv");
            Console.run(
                    "extract",
                    folder.resolve("ct" + i + ".nii"),
                    "--mask",
                    folder.resolve("mask" + i + ".nii"),
                    "--bins",
                    64,
                    "--overwrite",
                    "--out",
                    csv);
            FeatureTable one = FeatureTableCsv.read(csv);
            for (String column : one.columns()) {
                if (!column.equals("case"))
                    assertEquals(one.texts(column).get(0), table.texts(column).get(i - 1), column);
            }
        }
    }

    @Test
    void twentyCasesAreTheirOwnReference() throws Exception {
        batch();
        FeatureTable table = table();
        Reference own = Reference.ownCohort(table, Signatures.zhan2020().features());
        List<Score> expected = Score.ofEach(Signatures.zhan2020(), java.util.Optional.of(own), table);
        for (int i = 0; i < CASES; i++) assertEquals(expected.get(i).value(), table.values("R-score")[i]);
        assertEquals("Own cohort", table.texts("R-score reference").get(0));
        assertNotEquals("none", table.texts("R-score group").get(0));
        JsonArray rows = JsonParser.parseString(Files.readString(folder.resolve("out/table.json")))
                .getAsJsonObject()
                .getAsJsonArray("rows");
        assertEquals(CASES, rows.size());
        assertEquals(
                expected.get(5).value(),
                rows.get(5).getAsJsonObject().get("r_score").getAsDouble());
        assertEquals(
                "Own cohort",
                rows.get(5)
                        .getAsJsonObject()
                        .getAsJsonObject("reference")
                        .get("name")
                        .getAsString());
    }

    @Test
    void fewerAreNot() throws Exception {
        Files.writeString(cohort, String.join("\n", Files.readAllLines(cohort).subList(0, 20)));
        batch();
        assertEquals(
                References.DEMONSTRATION, table().texts("R-score reference").get(0));
        assertEquals("none", table().texts("R-score group").get(0));
    }

    @ParameterizedTest
    @CsvSource({"1", "3", "8"})
    void theSameBytesWithAnyNumberOfThreads(int threads) throws Exception {
        batch("--threads", threads);
        String table = Files.readString(out);
        String record = Files.readString(folder.resolve("out/table.json"));
        batch("--threads", 2);
        assertEquals(table, Files.readString(out));
        assertEquals(record, Files.readString(folder.resolve("out/table.json")));
    }

    /** Whatever a killed run has left of its journal, the resumed one gives the same bytes. */
    @Test
    void resumesFromAnyPoint() throws Exception {
        batch();
        byte[] table = Files.readAllBytes(out);
        byte[] journal = Files.readAllBytes(folder.resolve("out/table.journal"));
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int cut = round == 0 ? 0 : round == 1 ? 1 : random.nextInt(journal.length);
            Files.write(folder.resolve("out/table.journal"), Arrays.copyOf(journal, cut));
            Files.deleteIfExists(out);
            Console console = batch("--resume");
            assertEquals(0, console.exit(), console.err());
            assertEquals(new String(table), Files.readString(out), "cut at " + cut);
            List<String> ids = Files.readAllLines(folder.resolve("out/table.journal")).stream()
                    .skip(1)
                    .map(line -> JsonParser.parseString(line)
                            .getAsJsonObject()
                            .get("case")
                            .getAsString())
                    .toList();
            assertEquals(CASES, ids.size(), "none twice");
            assertEquals(CASES, ids.stream().distinct().count());
        }
    }

    /** Nothing was finished yet, so nothing is to be lost: it may be begun anew, and resumed as well. */
    @ParameterizedTest
    @CsvSource({"--threads=2", "--resume"})
    void aRunThatWasKilledInItsFirstLine(String option) throws Exception {
        Files.writeString(folder.resolve("out/table.journal"), "{\"software\":\"ICH");
        Console console = batch(option);
        assertEquals(0, console.exit(), console.err());
    }

    /** A process that is killed for good. */
    @Test
    void resumesAfterKill() throws Exception {
        batch("--threads", 1);
        String table = Files.readString(out);
        Files.delete(out);
        Files.delete(folder.resolve("out/table.journal"));
        Process process = HeldMain.start(
                folder.resolve("killed.log"), "case 3: done", "batch", cohort, "--out", out, "--threads", 1);
        process.destroyForcibly().waitFor();
        assertEquals(3, finished());
        assertFalse(Files.exists(out));
        Console console = batch("--resume");
        assertEquals(0, console.exit(), console.err());
        assertEquals(table, Files.readString(out));
    }

    private long finished() throws IOException {
        Path journal = folder.resolve("out/table.journal");
        if (!Files.exists(journal)) return 0;
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.skip(1).count();
        }
    }

    @Test
    void anUnfinishedRunIsNotThrownAway() throws Exception {
        batch();
        Files.delete(out);
        Console console = batch();
        assertEquals(3, console.exit());
        assertTrue(
                console.err()
                        .contains("table.journal holds an unfinished run with 24 cases: give --resume to keep its "
                                + "cases and go on, --recompute to measure again what has "
                                + "changed, --overwrite to begin anew, or choose another table."),
                console.err());
        assertEquals(0, batch("--resume").exit());
        assertEquals(0, batch().exit(), "a finished run may be made again");
    }

    @Test
    void changedFilesAreNoticed() throws Exception {
        batch();
        String before = Files.readString(out);
        nifti(folder.resolve("ct5.nii"), scan(500));
        Console refused = batch("--resume");
        assertEquals(3, refused.exit());
        assertTrue(
                refused.err().contains("The files of case case 5 have changed since they were measured"),
                refused.err());
        assertEquals(before, Files.readString(out));
        Console recomputed = batch("--recompute");
        assertEquals(0, recomputed.exit());
        assertTrue(recomputed.err().contains("24 cases, 23 of them finished before"), recomputed.err());
        assertNotEquals(before, Files.readString(out));
    }

    @Test
    void changedSettingsAreNoticed() throws Exception {
        batch();
        Console refused = batch("--resume", "--bins", 64);
        assertEquals(3, refused.exit());
        assertTrue(refused.err().contains("made with another settings"), refused.err());
        assertEquals(0, batch("--recompute", "--bins", 64).exit());
        Path recomputed = out;
        String text = Files.readString(recomputed);
        out = folder.resolve("fresh.csv");
        batch("--bins", 64);
        assertEquals(Files.readString(out), text);
    }

    @Test
    void aCaseThatFailedIsTriedAgain() throws Exception {
        add("late,ct99.nii,mask1.nii,,,,70,C");
        assertEquals(4, batch().exit());
        nifti(folder.resolve("ct99.nii"), scan(99));
        assertEquals(0, batch("--resume").exit());
        assertEquals("done", table().texts("status").get(CASES));
    }

    @Test
    void growthWhereThereIsASecondScan() throws Exception {
        nifti(folder.resolve("later.nii"), scan(2));
        float[] larger = mask(3);
        double voxels =
                IntStream.range(0, larger.length).filter(i -> larger[i] != 0).count();
        for (int i = 0; i < 2 * SIZE * SIZE; i++) larger[i] = 1;
        double grown =
                IntStream.range(0, larger.length).filter(i -> larger[i] != 0).count() - voxels;
        nifti(folder.resolve("later_mask.nii"), larger);
        Files.writeString(cohort, """
                case,image,mask,followup,followup_mask
                grown,ct3.nii,mask3.nii,later.nii,later_mask.nii
                alone,ct3.nii,mask3.nii,,
                lost,ct3.nii,mask3.nii,gone.nii,later_mask.nii
                """);
        Console console = batch();
        assertEquals(4, console.exit());
        FeatureTable table = table();
        assertEquals(
                List.of("followup_mL", "growth_mL", "growth_percent", "expansion"),
                table.columns()
                        .subList(table.columns().size() - 4, table.columns().size()));
        assertEquals(100 * grown / voxels, table.values("growth_percent")[0]);
        assertEquals(List.of("yes", "", ""), table.texts("expansion"));
        assertEquals(List.of("done", "done", "incomplete"), table.texts("status"));
        assertFalse(Double.isNaN(table.values("kurtosis")[2]));
    }

    @Test
    void aFolderIsACohort() throws Exception {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        for (int i = 1; i <= 3; i++) nifti(cases.resolve("p" + i + ".nii"), scan(i));
        nifti(cases.resolve("p1_mask.nii"), mask(3));
        nifti(cases.resolve("p2-seg.nii"), mask(3));
        Files.createDirectory(cases.resolve("p4"));
        nifti(cases.resolve("p4/image.nii"), scan(4));
        nifti(cases.resolve("p4/mask.nii"), mask(3));
        Files.writeString(cases.resolve("notes.txt"), "nothing");
        cohort = cases;
        assertEquals(4, batch().exit());
        assertEquals(List.of("p1", "p2", "p3", "p4"), table().texts("case"));
        assertEquals(List.of("done", "done", "failed", "done"), table().texts("status"));
        assertEquals(
                "There is no mask: name one for this case.",
                table().texts("reason").get(2));
    }

    @Test
    void checkReadsHeadersOnly() throws Exception {
        add("short,ct1.nii,small.nii,,,,1,C");
        add("gone,nowhere.nii,mask1.nii,,,,1,C");
        Volumes.nifti(folder.resolve("small.nii"), new float[8], 2, 2, 2);
        Console console = Console.run("batch", cohort, "--check");
        assertEquals(4, console.exit());
        List<String> lines = console.out().lines().toList();
        assertEquals(
                "short: small.nii has 2 × 2 × 2 voxels but ct1.nii has 12 × 12 × 3: open the mask that was made for "
                        + "this scan.",
                lines.get(0));
        assertEquals(
                "gone: There is no file nowhere.nii, the image of this case: check its name and folder.", lines.get(1));
        assertTrue(
                lines.get(lines.size() - 1).startsWith("26 cases, 2 problems in the headers; Memory: up to "),
                console.out());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource({"checked, 4", "forced, 0", "resampled, 0"})
    void checkKnowsWhatIsDoneWithMasksThatLieElsewhere(String placement, int exit) throws Exception {
        Path scan = DicomStack.write(folder.resolve("here"), 3, 12, 12, (slice, z) -> slice.position(0, 0, 5 * z));
        Path mask = folder.resolve("there.nii");
        Nifti.writeFloat32(
                mask,
                ArrayImgs.floats(new float[432], 12, 12, 3),
                Geometry.stored(
                        12,
                        12,
                        3,
                        new Spacing(0.5, 0.5, 5),
                        Affine.of(-0.5, 0, 0, -9, 0, -0.5, 0, 0, 0, 0, 5, 0),
                        List.of()));
        Files.writeString(cohort, "case,image,mask\n1," + scan.getFileName() + "," + mask.getFileName() + "\n");
        Console check = Console.run("batch", cohort, "--check", "--placement", placement);
        assertEquals(exit, check.exit(), check.out());
    }

    @Test
    void checkAndExpansionSayWhyAScanHasNoSpacing() throws Exception {
        Path gap = DicomStack.write(folder.resolve("gap"), 6, (slice, z) -> {});
        Files.delete(gap.resolve("IM04.dcm"));
        add("gap,gap,mask1.nii,,,,1,C");
        String reason =
                "The image gap has no voxel spacing in mm (gap lacks slices between slice 3 and 4 (10 mm instead of "
                        + "5 mm)";
        Console check = Console.run("batch", cohort, "--check");
        assertTrue(check.out().startsWith("gap: " + reason), check.out());
        Console expansion = Console.run(
                "expansion",
                folder.resolve("ct1.nii"),
                "--mask",
                folder.resolve("mask1.nii"),
                gap,
                "--followup-mask",
                folder.resolve("mask1.nii"));
        assertTrue(expansion.err().startsWith(reason), expansion.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case,image | 1,a | has no column \"mask\"",
                "case,image,mask,R-score | 1,a,b,2 | The column \"R-score\" of cohort.csv has the name of one that "
                        + "is written",
                "case,image,mask | 1,a,b;1,c,d | The case 1 comes twice in cohort.csv, as case number 1 and 2",
                "case,image,mask | ,a,b | Case number 1 of cohort.csv has no id",
                "case,image,mask | | holds no case"
            })
    void badLists(String header, String lines, String sentence) throws Exception {
        Files.writeString(cohort, header + "\n" + (lines == null ? "" : lines.replace(';', '\n')) + "\n");
        Console console = batch();
        assertEquals(3, console.exit());
        assertTrue(console.err().contains(sentence), console.err());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource({"t.log", "t.journal", "t.json"})
    void theTableIsNotAFileBesideIt(String name) {
        out = folder.resolve(name);
        Console console = batch();
        assertEquals(3, console.exit(), console.err());
        assertTrue(console.err().contains("The table cannot be called " + name + ", as "), console.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void theTableMustNotReplaceItsInputs() throws Exception {
        out = cohort;
        Console console = batch();
        assertEquals(2, console.exit());
        assertTrue(console.err().contains("would overwrite cohort.csv"), console.err());
        Console none = Console.run("batch", cohort);
        assertEquals(2, none.exit());
    }
}
