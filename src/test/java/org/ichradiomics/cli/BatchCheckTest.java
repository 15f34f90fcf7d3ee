package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Cases of a batch in which a reader would see at a glance that something is wrong: measured, scored, and told.
 *
 * <p>Covers CohortCheck and Main.
 */
class BatchCheckTest {

    private static final String NOT_HU =
            "The image is not in HU: the commonest value at its border is 1054, where air of -1000 HU should be; "
                    + "open the original DICOM files, whose headers tell slope and intercept. ";
    private static final String MEAN = "The mean under the mask is 1084.1 HU, outside 20 to 110 HU";

    @TempDir
    Path folder;

    private Path cohort;
    private Path out;

    @BeforeEach
    void write() throws Exception {
        Volumes.nifti(folder.resolve("ct.nii"), Volumes.hu());
        float[] shifted = Volumes.hu();
        for (int i = 0; i < shifted.length; i++) shifted[i] += 1024;
        Volumes.nifti(folder.resolve("shifted.nii"), shifted);
        Volumes.nifti(folder.resolve("mask.nii"), Volumes.mask(1));
        float[] gap = Volumes.mask(1);
        Arrays.fill(gap, Volumes.X * Volumes.Y, 2 * Volumes.X * Volumes.Y, 0);
        Volumes.nifti(folder.resolve("gap.nii"), gap);
        cohort = folder.resolve("cohort.csv");
        out = folder.resolve("table.csv");
    }

    private void list(String... lines) throws Exception {
        Files.writeString(cohort, "case,image,mask,followup,followup_mask\n" + String.join("\n", lines) + "\n");
    }

    private Console batch(Object... more) {
        List<Object> args = new ArrayList<>(List.of("batch", cohort, "--out", out));
        args.addAll(Arrays.asList(more));
        return Console.run(args.toArray());
    }

    private JsonObject record() throws Exception {
        return JsonParser.parseString(Files.readString(folder.resolve("table.json")))
                .getAsJsonObject();
    }

    @Test
    void aCaseToBeCheckedIsMeasuredAndTold() throws Exception {
        list("a,ct.nii,mask.nii,,", "b,shifted.nii,mask.nii,,", "c,ct.nii,gap.nii,,", "d,none.nii,mask.nii,,");
        Console console = batch();
        assertEquals(Main.SOME_FAILED, console.exit());
        assertTrue(console.out().startsWith("1 done, 2 check (b, c), 1 failed; R-score against"), console.out());
        assertTrue(console.err().contains("b: check: " + NOT_HU), console.err());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(List.of("done", "check", "check", "failed"), table.texts("status"));
        assertEquals("", table.texts("reason").get(0));
        assertTrue(
                table.texts("reason").get(1).startsWith(NOT_HU + MEAN),
                table.texts("reason").get(1));
        assertTrue(
                table.texts("reason").get(2).startsWith("Slice 2 is empty between slices"),
                table.texts("reason").get(2));
        assertTrue(
                table.texts("Notes").get(1).startsWith(NOT_HU + MEAN),
                table.texts("Notes").get(1));
        assertFalse(Double.isNaN(table.values("R-score")[1]));
        assertEquals(
                "[\"b\",\"c\"]",
                record().getAsJsonObject("status")
                        .getAsJsonObject("check")
                        .get("ids")
                        .toString());
        assertEquals(
                2,
                record().getAsJsonObject("status")
                        .getAsJsonObject("check")
                        .get("cases")
                        .getAsInt());
        JsonObject row = record().getAsJsonArray("rows").get(1).getAsJsonObject();
        assertEquals("check", row.get("status").getAsString());
        assertEquals(table.texts("reason").get(1), row.get("reason").getAsString());
    }

    @Test
    void itIsFinished() throws Exception {
        list("a,ct.nii,mask.nii,,", "b,shifted.nii,mask.nii,,");
        Console console = batch();
        assertEquals(Main.DONE, console.exit());
        String before = Files.readString(out);
        String journal = Files.readString(folder.resolve("table.journal"));
        console = batch("--resume");
        assertEquals(Main.DONE, console.exit(), console.err());
        assertEquals(before, Files.readString(out));
        assertEquals(journal, Files.readString(folder.resolve("table.journal")), "nothing is measured again");
    }

    @Test
    void baselineAndFollowUpAreBothLookedAt() throws Exception {
        list(
                "a,ct.nii,mask.nii,ct.nii,mask.nii",
                "b,ct.nii,mask.nii,ct.nii,gap.nii",
                "c,ct.nii,gap.nii,shifted.nii,mask.nii",
                "d,ct.nii,gap.nii,none.nii,mask.nii");
        batch();
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(List.of("done", "check", "check", "incomplete"), table.texts("status"));
        List<String> reasons = table.texts("reason");
        assertTrue(reasons.get(1).startsWith("Follow-up: Slice 2 is empty"), reasons.get(1));
        assertTrue(
                reasons.get(2).startsWith("Slice 2 is empty") && reasons.get(2).contains("Follow-up: " + MEAN),
                reasons.get(2));
        assertTrue(
                reasons.get(3).startsWith("There is no file none.nii")
                        && reasons.get(3).contains("Slice 2 is empty"),
                reasons.get(3));
        assertTrue(table.texts("growth_mL").get(1).startsWith("-"), "measured all the same");
    }

    /** Its values count: twenty cases are a cohort of their own, whatever their status. */
    @Test
    void itBelongsToTheCohort() throws Exception {
        String[] lines = new String[20];
        for (int i = 0; i < lines.length; i++) {
            Random random = new Random(i);
            float[] hu = new float[12 * 12 * 3];
            float[] mask = new float[hu.length];
            for (int v = 0; v < hu.length; v++) {
                hu[v] = 40 + random.nextInt(40) + (i == 7 ? 1024 : 0);
                mask[v] = v % 12 > 0 && v % 12 < 11 && random.nextInt(8) > 0 ? 1 : 0;
            }
            Volumes.nifti(folder.resolve("ct" + i + ".nii"), hu, 12, 12, 3);
            Volumes.nifti(folder.resolve("mask" + i + ".nii"), mask, 12, 12, 3);
            lines[i] = "p" + i + ",ct" + i + ".nii,mask" + i + ".nii,,";
        }
        list(lines);
        Console console = batch();
        assertTrue(console.out().startsWith("19 done, 1 check (p7); R-score against \"Own cohort\""), console.out());
        assertFalse(Double.isNaN(FeatureTableCsv.read(out).values("R-score")[7]));
        JsonObject reference =
                record().getAsJsonArray("rows").get(0).getAsJsonObject().getAsJsonObject("reference");
        assertEquals(20, reference.get("cases").getAsInt());
    }

    @Test
    void aSpacingThatContradictsAnImageFailsItsCase() throws Exception {
        list("a,ct.nii,mask.nii,,");
        Console check = batch("--spacing", "1,1,10", "--check");
        assertEquals(Main.SOME_FAILED, check.exit());
        String sentence =
                "a: --spacing=1,1,10 contradicts the image ct.nii, whose own voxel spacing is 0.5 × 0.5 × 5 mm";
        assertTrue(check.out().contains(sentence), check.out());
        assertEquals(Main.SOME_FAILED, batch("--spacing", "1,1,10").exit());
        assertTrue(FeatureTableCsv.read(out).texts("reason").get(0).contains("write --spacing-use=instead"));
        assertEquals(
                Main.DONE,
                batch("--spacing", "1,1,10", "--spacing-use", "instead", "--recompute")
                        .exit());
        FeatureTable table = FeatureTableCsv.read(out);
        assertTrue(
                table.texts("Notes").get(0).contains("The voxel spacing 1 × 1 × 10 mm of ct.nii was given by the user"),
                table.texts("Notes").get(0));
        assertEquals(0.36, table.values("Volume (mL)")[0], 1e-12);
        Console other = batch("--spacing", "1,1,10", "--resume");
        assertEquals(3, other.exit());
        assertTrue(other.err().contains("was made with another spacing"), other.err());
    }

    /** It knew of no case to be checked. */
    @Test
    void aJournalOfAnotherVersionIsRefusedByItsVersion() throws Exception {
        list("a,ct.nii,mask.nii,,", "b,shifted.nii,mask.nii,,");
        batch();
        Path journal = folder.resolve("table.journal");
        String old = Files.readString(journal)
                .replace(Version.NAME, "ICH Radiomics 0.1.0")
                .replace("\"CHECK\"", "\"DONE\"");
        Files.writeString(journal, old);
        Console console = batch("--resume");
        assertEquals(3, console.exit());
        assertTrue(
                console.err().contains("table.journal was written by ICH Radiomics 0.1.0, and this is " + Version.NAME),
                console.err());
        assertTrue(console.err().contains("give --recompute to measure all cases again"), console.err());
        assertEquals(old, Files.readString(journal), "nothing is lost");
        console = batch("--recompute");
        assertEquals(Main.DONE, console.exit(), console.err());
        assertEquals(List.of("done", "check"), FeatureTableCsv.read(out).texts("status"));
    }
}
