package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers IvhLabel. */
class ExpansionCommandTest {

    private static final Spacing SPACING = new Spacing(0.4883, 0.4883, 5);
    private static final int NX = 40;
    private static final int NY = 50;
    private static final int NZ = 4;

    @TempDir
    private Path folder;

    // Small scans

    private Path scan(String name, Spacing spacing) throws Exception {
        float[] hu = new float[NX * NY * NZ];
        for (int i = 0; i < hu.length; i++) hu[i] = i % 100 == 0 ? -1000 : 50 + i % 20;
        Path file = folder.resolve(name);
        Nifti.writeFloat32(
                file, ArrayImgs.floats(hu, NX, NY, NZ), Geometry.stored(NX, NY, NZ, spacing, null, List.of()));
        return file;
    }

    /** A mask of {@code counts[k]} voxels of label k + 1, one after the other from a voxel that is no air on. */
    private Path mask(String name, Spacing spacing, int... counts) throws Exception {
        float[] labels = new float[NX * NY * NZ];
        int at = 0;
        for (int k = 0; k < counts.length; k++) {
            for (int n = 0; n < counts[k]; at++) {
                if (at % 100 == 0) continue;
                labels[at] = k + 1;
                n++;
            }
        }
        Path file = folder.resolve(name);
        Nifti.writeFloat32(
                file, ArrayImgs.floats(labels, NX, NY, NZ), Geometry.stored(NX, NY, NZ, spacing, null, List.of()));
        return file;
    }

    private Console run(int[] before, int[] after, Object... more) throws Exception {
        List<Object> args = new ArrayList<>(List.of(
                "expansion",
                scan("a.nii.gz", SPACING),
                "--mask",
                mask("a-mask.nii.gz", SPACING, before),
                scan("b.nii.gz", SPACING),
                "--followup-mask",
                mask("b-mask.nii.gz", SPACING, after)));
        args.addAll(Arrays.asList(more));
        return Console.run(args.toArray());
    }

    private JsonObject json(int[] before, int[] after, Object... more) throws Exception {
        Object[] withJson = Arrays.copyOf(more, more.length + 1);
        withJson[more.length] = "--json";
        return json(run(before, after, withJson));
    }

    private static JsonObject json(Console console) {
        assertEquals("", console.err());
        assertEquals(0, console.exit());
        return JsonParser.parseString(console.out()).getAsJsonObject();
    }

    private static int[] voxels(int... counts) {
        return counts;
    }

    // The scans that are shared

    private static Console hybrid(String mask, Object... more) {
        List<Object> args = new ArrayList<>(List.of(
                "expansion",
                Shared.of("data/ct/ge_head_hybrid_hu.nii.gz"),
                "--mask",
                Shared.of("data/ct/" + mask),
                Shared.of("data/ct/ge_head_hybrid_followup_hu.nii.gz"),
                "--followup-mask",
                Shared.of("data/ct/ge_head_hybrid_followup_haematoma.nii.gz")));
        args.addAll(Arrays.asList(more));
        return Console.run(args.toArray());
    }

    @Test
    void theHybridScans() throws Exception {
        JsonObject json = json(hybrid("ge_head_hybrid_haematoma.nii.gz", "--json"));
        JsonObject expected = JsonParser.parseString(Files.readString(Shared.of("data/ct/ge_head_hybrid.json")))
                .getAsJsonObject();
        assertEquals(
                expected.getAsJsonObject("baseline").get("volume_mL").getAsDouble(),
                json.get("baseline_mL").getAsDouble(),
                1e-12);
        assertEquals(
                expected.getAsJsonObject("followup").get("volume_mL").getAsDouble(),
                json.get("followup_mL").getAsDouble(),
                1e-12);
        assertEquals(
                expected.getAsJsonObject("growth").get("absolute_mL").getAsDouble(),
                json.get("growth_mL").getAsDouble(),
                1e-12);
        assertEquals(
                100 * expected.getAsJsonObject("growth").get("relative").getAsDouble(),
                json.get("growth_percent").getAsDouble(),
                1e-10);
        assertEquals(7.967470, json.get("baseline_mL").getAsDouble(), 5e-7);
        assertEquals(12.345073, json.get("followup_mL").getAsDouble(), 5e-7);
        assertTrue(json.get("expansion").getAsBoolean());
        assertTrue(json.getAsJsonObject("definitions").get("standard").getAsBoolean());
    }

    @Test
    void aMaskStoredTheOtherWayIsTheSameMask() {
        Console plain = hybrid("ge_head_hybrid_haematoma.nii.gz", "--json");
        assertEquals(plain, hybrid("ge_head_hybrid_haematoma_rows_flipped.nii.gz", "--json"));
        assertEquals(0, plain.exit());
    }

    @Test
    void theHybridScansAsText() {
        Console console = hybrid("ge_head_hybrid_haematoma.nii.gz", "--hours", 24);
        assertEquals(0, console.exit());
        for (String line : List.of(
                "volume \\(mL\\) +7\\.967470 +12\\.345073 +\\+4\\.377602 \\(\\+54\\.9 %\\)",
                "growth \\(mL/h\\) +\\+0\\.182400",
                "group +3-10 mL +≥ 10 mL",
                "standard +growth ≥ 33 % or ≥ 6 mL +yes",
                "revised any IVH +standard, or new or larger IVH +not known",
                "expansion \\(standard\\): yes")) {
            assertTrue(console.out().lines().anyMatch(l -> l.matches(line)), line + " is not in\n" + console.out());
        }
    }

    // Numbers

    @Test
    void exactlyThirtyThreePercentInFiles() throws Exception {
        JsonObject json = json(voxels(300), voxels(399));
        assertTrue(json.get("expansion").getAsBoolean());
        assertEquals(33, json.get("growth_percent").getAsDouble());
        assertEquals(
                399 * (double) (float) 0.4883 * (float) 0.4883 * 5 / 1000,
                json.get("followup_mL").getAsDouble(),
                1e-6);
        assertFalse(json.getAsJsonObject("definitions").get("standard strict").getAsBoolean());
        assertFalse(json(voxels(300), voxels(398)).get("expansion").getAsBoolean());
        assertFalse(json(voxels(300), voxels(399), "--definition", "standard strict")
                .get("expansion")
                .getAsBoolean());
        assertTrue(json(voxels(300), voxels(400), "--definition", "Standard Strict")
                .get("expansion")
                .getAsBoolean());
    }

    @Test
    void scansOfOtherVoxels() throws Exception {
        Spacing thin = new Spacing(0.4883, 0.4883, 2.5);
        JsonObject json = json(Console.run(
                "expansion",
                scan("a.nii.gz", SPACING),
                "--mask",
                mask("a-mask.nii.gz", SPACING, 1000),
                scan("b.nii.gz", thin),
                "--followup-mask",
                mask("b-mask.nii.gz", thin, 2 * 1330),
                "--json"));
        assertEquals(33, json.get("growth_percent").getAsDouble(), 1e-9);
        assertTrue(json.get("expansion").getAsBoolean());
        assertEquals(0.4883 * 0.4883 * 5 / 1000, json.get("smallest_change_mL").getAsDouble(), 1e-9);
        // The user's spacing wins, for each scan its own.
        json = json(
                voxels(1000),
                voxels(2000),
                "--spacing",
                "1,1,2",
                "--followup-spacing",
                "1,1,1",
                "--spacing-use",
                "instead");
        assertEquals(2, json.get("baseline_mL").getAsDouble());
        assertEquals(0, json.get("growth_mL").getAsDouble());
        assertTrue(
                json.get("notes").toString().contains("Follow-up: The voxel spacing 1 × 1 × 1 mm of"), json.toString());
    }

    @Test
    void shrinkageHoursAndATinyBaseline() throws Exception {
        JsonObject json = json(voxels(200), voxels(100), "--hours", "8");
        assertEquals(-50, json.get("growth_percent").getAsDouble());
        assertEquals(
                json.get("growth_mL").getAsDouble() / 8,
                json.get("growth_mL_per_h").getAsDouble());
        assertFalse(json.get("expansion").getAsBoolean());
        String notes = json.get("notes").toString();
        assertTrue(
                notes.contains("The baseline of 0.238 mL is below 0.5 mL: 33 % of it are 0.079 mL, less than the 0."),
                notes);
        assertFalse(json(voxels(3000), voxels(3000)).get("notes").toString().contains("below"));
    }

    @Test
    void afterSurgeryNothingIsKnown() throws Exception {
        JsonObject json = json(voxels(1000), voxels(3000), "--surgery");
        assertTrue(json.get("expansion").isJsonNull());
        assertEquals(0, json.getAsJsonObject("definitions").size());
        assertEquals(
                ExpansionRule.values().length, json.getAsJsonArray("not_known").size());
        assertEquals(200, json.get("growth_percent").getAsDouble());
        assertTrue(run(voxels(1000), voxels(3000), "--surgery").out().contains("expansion (standard): not known"));
    }

    // IVH

    @ParameterizedTest
    @CsvSource({
        "0, 0, false, false",
        "0, 1, true, false",
        "100, 100, false, false",
        "100, 940, true, true",
        "100, 938, true, false",
        "500, 100, false, false"
    })
    void ivhByLabel(int before, int after, boolean any, boolean one) throws Exception {
        JsonObject json = json(voxels(2000, before), voxels(2000, after), "--ivh-label", 2);
        assertEquals(
                any, json.getAsJsonObject("definitions").get("revised any IVH").getAsBoolean());
        assertEquals(
                one, json.getAsJsonObject("definitions").get("revised 1 mL IVH").getAsBoolean());
        assertEquals(0, json.getAsJsonArray("not_known").size());
        assertEquals(2000, json.get("baseline_voxels").getAsInt());
        assertEquals(before + after == 0, json.get("notes").toString().contains("Neither mask holds IVH"));
    }

    @Test
    void ivhInMasksOfItsOwn() throws Exception {
        Path ivh = mask("ivh.nii.gz", SPACING, 900);
        JsonObject json = json(voxels(2000), voxels(2000), "--ivh-mask", "none", "--followup-ivh-mask", ivh);
        assertEquals(0, json.get("baseline_ivh_mL").getAsDouble());
        assertEquals(
                900 * 0.4883 * 0.4883 * 5 / 1000, json.get("followup_ivh_mL").getAsDouble(), 1e-6);
        assertTrue(json.getAsJsonObject("definitions").get("revised 1 mL IVH").getAsBoolean());
        assertFalse(json.get("expansion").getAsBoolean());
        assertTrue(json(
                        voxels(2000),
                        voxels(2000),
                        "--ivh-mask",
                        "none",
                        "--followup-ivh-mask",
                        ivh,
                        "--definition",
                        "revised any IVH")
                .get("expansion")
                .getAsBoolean());
    }

    @Test
    void theIvhIsNeverTakenForTheHaematoma() throws Exception {
        assertRefused(
                "b-mask.nii.gz holds no label but 2, that of the IVH: draw the haematoma with another.",
                run(voxels(2000, 100), voxels(0, 100), "--ivh-label", 2));
        assertRefused(
                "Label 2 is given both for the haematoma and for the IVH: choose another for one of them.",
                run(voxels(2000, 100), voxels(2000, 100), "--ivh-label", 2, "--mask-label", 2));
        assertRefused(
                "a-mask.nii.gz holds several labels besides 2, that of the IVH: choose the haematoma's among 1 "
                        + "(2.384 mL), 3 (0.012 mL).",
                run(voxels(2000, 100, 10), voxels(2000, 100), "--ivh-label", 2));
        assertEquals(
                10,
                json(voxels(2000, 100, 10), voxels(2000, 100, 20), "--ivh-label", 2, "--mask-label", 3)
                        .get("baseline_voxels")
                        .getAsInt());
        assertEquals(
                2000,
                json(voxels(9, 100, 10), voxels(2000), "--mask-label", 3, "--followup-mask-label", "any")
                        .get("followup_voxels")
                        .getAsInt());
    }

    // Files

    @Test
    void aTableOfOneRow() throws Exception {
        Path out = folder.resolve("out.csv");
        Console console = run(voxels(1000), voxels(1500), "--out", out);
        assertEquals(0, console.exit(), console.err());
        assertTrue(console.out().endsWith("written: " + out + System.lineSeparator()));
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(1, table.size());
        assertEquals(50, table.values("growth_percent")[0]);
        assertEquals(List.of("yes"), table.texts("expansion"));
        assertEquals(List.of(""), table.texts("expansion: revised any IVH"));
        assertEquals(List.of("no"), table.texts("expansion: massive"));
    }

    /** A program reads the one stream, somebody the other. */
    @Test
    void whatBecameOfTheTableIsSaidBesideTheJson() throws Exception {
        Path out = folder.resolve("out.csv");
        Console first = run(voxels(1000), voxels(1500), "--out", out, "--json");
        assertEquals(
                50,
                JsonParser.parseString(first.out())
                        .getAsJsonObject()
                        .get("growth_percent")
                        .getAsDouble());
        assertEquals("written: " + out, first.err().strip());
        Console again = run(voxels(1000), voxels(1500), "--out", out, "--json");
        assertEquals(first.out(), again.out());
        assertTrue(
                again.err().contains("already: nothing was added")
                        && again.err().contains("unchanged: " + out),
                again.err());
    }

    @Test
    void badInput() throws Exception {
        assertRefused(
                "b-mask.nii.gz is empty, every voxel is 0: draw the haematoma on at least one slice, or choose "
                        + "another mask.",
                run(voxels(100), voxels()));
        Path tiff = Volumes.tiff(folder.resolve("t.tif"), Volumes.hu(), false);
        Path mask = Volumes.tiff(folder.resolve("m.tif"), Volumes.mask(1), false);
        assertRefused(
                "The image t.tif has no voxel spacing in mm: give it as --followup-spacing=0.45,0.45,5.",
                Console.run("expansion", tiff, "--mask", mask, "--spacing", "1,1,5", tiff, "--followup-mask", mask));
        Path rois = Files.createFile(folder.resolve("rois.zip"));
        assertRefused(
                "The ROI file rois.zip holds no labels: give the IVH as --ivh-mask, and leave out --ivh-label.",
                Console.run(
                        "expansion",
                        tiff,
                        "--mask",
                        rois,
                        "--spacing",
                        "1,1,5",
                        tiff,
                        "--followup-mask",
                        mask,
                        "--ivh-label",
                        2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hours=0                   | --hours=0 is not a positive number: write --hours=24, or leave it out.",
                "--hours=soon                | --hours=soon is not a positive number: write --hours=24, or leave it "
                        + "out.",
                "--hours=NaN                 | --hours=NaN is not a positive number: write --hours=24, or leave it "
                        + "out.",
                "--followup-spacing=1,2      | --followup-spacing=1,2 is not three positive numbers of mm: write "
                        + "--followup-spacing=0.45,0.45,5.",
                "--ivh-label=0               | --ivh-label=0 is not a label: write a whole number from 1 on, or "
                        + "leave it out.",
                "--ivh-mask=none             | --followup-ivh-mask is missing: name a mask, or write \"none\" if "
                        + "there is no IVH on that scan.",
                "--definition=12.5           | There is no definition \"12.5\": use \"standard\", \"standard "
                        + "strict\", \"12.5 mL\", \"massive\", "
                        + "\"moderate or massive\", \"6 mL\", \"revised any IVH\", \"revised 1 mL IVH\".",
                "--out=a.nii.gz              | --out=a.nii.gz would overwrite a.nii.gz, which is BASE: choose "
                        + "another name."
            })
    void wrongUse(String option, String sentence) throws Exception {
        Console console = run(voxels(10), voxels(10), option.replace("--out=", "--out=" + folder + "/"));
        assertEquals(sentence, console.err().lines().findFirst().orElse(""));
        assertTrue(
                console.err().endsWith("See ich-radiomics expansion --help." + System.lineSeparator()), console.err());
        assertEquals("", console.out());
        assertEquals(2, console.exit());
    }

    @Test
    void aMissingImageOrMask() {
        assertEquals(
                2,
                Console.run("expansion", "a.nii", "--mask", "m.nii", "--followup-mask", "m.nii")
                        .exit());
        assertEquals(
                2, Console.run("expansion", "a.nii", "--mask", "m.nii", "b.nii").exit());
    }

    private static void assertRefused(String sentence, Console console) {
        assertEquals(sentence, console.err().strip());
        assertEquals(3, console.exit());
        assertEquals("", console.out());
    }

    /** The order of the definitions is that of their declaration, in text and in JSON. */
    @Test
    void definitionsInTheirOrder() throws Exception {
        JsonObject json = json(voxels(2000, 1), voxels(2000, 1), "--ivh-label", 2);
        JsonArray names = new JsonArray();
        for (ExpansionRule rule : ExpansionRule.values()) names.add(rule.text());
        assertEquals(
                names.toString(),
                "["
                        + String.join(
                                ",",
                                json.getAsJsonObject("definitions").keySet().stream()
                                        .map(k -> "\"" + k + "\"")
                                        .toList())
                        + "]");
    }
}
