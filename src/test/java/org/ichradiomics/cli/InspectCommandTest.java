package org.ichradiomics.cli;

import java.nio.file.Path;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Hounsfield. */
class InspectCommandTest {

    @TempDir
    Path folder;

    private static Path data(String file) {
        return Shared.of("data/" + file);
    }

    @Test
    void asTextAndAsJson() throws Exception {
        Path scan = Volumes.nifti(folder.resolve("ct.nii"), Volumes.hu());
        Console text = Console.run("inspect", scan);
        assertEquals(0, text.exit());
        assertTrue(
                text.out().contains("dims: 8 × 6 × 3") && text.out().contains("spacing_mm: 0.5 × 0.5 × 5.0"),
                text.out());
        JsonObject json = JsonParser.parseString(
                        Console.run("inspect", scan, "--json").out())
                .getAsJsonObject();
        assertEquals("[8,6,3]", json.get("dims").toString());
        assertEquals("[0.5,0.5,5.0]", json.get("spacing_mm").toString());
        assertEquals(30, json.get("hu_min").getAsDouble());
        assertEquals(65, json.get("hu_max").getAsDouble());
        assertEquals(1, json.get("series").getAsInt());
        assertTrue(json.get("warnings").toString().contains("looks like an 8-bit or windowed copy"), json.toString());
    }

    /** A picture of few grey values lists them as labels, and is said to look like one; a mask is not. */
    @ParameterizedTest
    @CsvSource({"2, false", "40, true"})
    void aPictureOfFewValuesIsSaid(int values, boolean said) throws Exception {
        float[] few = new float[Volumes.hu().length];
        for (int i = 0; i < few.length; i++) few[i] = i % (values + 1);
        Path file = Volumes.nifti(folder.resolve("few.nii"), few);
        String text = Console.run("inspect", file).out();
        assertEquals(
                values, text.lines().filter(line -> line.startsWith("labels: ")).count(), text);
        assertEquals(said, text.contains("Note: The image holds values from 0 to 255 only and no air"), text);
    }

    @Test
    void saysThatAnImageIsNotInHu() throws Exception {
        float[] unsigned = Volumes.hu();
        for (int i = 0; i < unsigned.length; i++) if (i % Volumes.X == 0) unsigned[i] = 64536;
        Path scan = Volumes.nifti(folder.resolve("ct.nii"), unsigned);
        String sentence = "The image is not in HU: its values reach 64536 and none is below 0";
        String text = Console.run("inspect", scan).out();
        assertTrue(text.contains("Note: " + sentence), text);
        JsonObject json = JsonParser.parseString(
                        Console.run("inspect", scan, "--json").out())
                .getAsJsonObject();
        assertTrue(json.getAsJsonArray("warnings").get(0).getAsString().startsWith(sentence), json.toString());
    }

    /**
     * The table "What must happen" beside the real files; sizes and ranges as read from their bytes by another program.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ct/ge_head_hybrid_hu.nii.gz | [512,512,14] | -1500 | 1761 | ",
                "ct/ge_head_hybrid_followup_hu.nii.gz | [512,512,14] | -1500 | 1761 | ",
                "ct/ts_body_ct_3mm.nii.gz | [122,101,30] | -1100 | 1207 | ",
                "ct/blast_tbi_labels_only.nii.gz | [201,201,149] | 0 | 4 | 46.448 mL;22.852 mL;75.568 mL;0.592 mL",
                "dicom/ge_tilt18p5_mixed_thickness_10slices.zip | [512,512,10] | -1500 | 1912 | tilted gantry "
                        + "(18.5°);mixed slice distance;mixed thickness",
                "dicom/pydicom_CT_small.dcm | [128,128,1] | -896 | 1167 | single slice",
                "dicom/pydicom_J2K_pixelrep_mismatch.dcm | [512,512,1] | -2000 | 1896 | tilted gantry (-22°)",
                "dicom/pydicomdata_bad_sequence.dcm | [512,512,1] | -1011 | 1243 | ",
                "dicom/pydicomdata_explicit_VR-UN.dcm | [512,512,1] | -1024 | 1186 | does not say how thick",
                "dicom/pydicomdata_eCT_Supplemental.dcm | [512,512,2] | -1024 | 172 | ",
                "nifti/CT_pitch_oblique_uint8.nii.gz | [175,248,58] | 0 | 255 | not HU",
                "nifti/scct_stripped_hu_LAS.nii.gz | [91,109,91] | -9 | 72 | LAS",
                "nifti/FLAIR_oblique.nrrd | [124,160,140] | 0 | 255 | RAS",
                "nifti/mha_short_zlib.mha | [64,64,37] | 0 | 6690 | LAS"
            })
    void realFiles(String file, String dims, double min, double max, String said) {
        Console console = Console.run("inspect", data(file), "--json");
        assertEquals(0, console.exit(), console.err());
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals(dims, json.get("dims").toString());
        assertEquals(min, json.get("hu_min").getAsDouble());
        assertEquals(max, json.get("hu_max").getAsDouble());
        if (said == null) return;
        for (String words : said.split(";")) assertTrue(json.toString().contains(words), words + " is not in " + json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dicom/pydicom_MR_truncated.dcm | pixel data end early",
                "nifti/5D_small.nii | more than one volume",
                "nifti/not-nifti.nii | is not a NIfTI file"
            })
    void refusedRealFiles(String file, String reason) {
        Console console = Console.run("inspect", data(file));
        assertEquals(3, console.exit());
        assertEquals(1, console.err().lines().count());
        assertTrue(console.err().contains(reason), console.err());
    }

    @Test
    void noSingleSliceDistanceNoFeatures() throws Exception {
        Path scan = data("dicom/ge_tilt18p5_mixed_thickness_10slices.zip");
        float[] labels = new float[512 * 512 * 10];
        for (int i = 0; i < labels.length; i++)
            if (i % 512 > 250 && i % 512 < 270 && i / 512 % 512 > 250 && i / 512 % 512 < 270) labels[i] = 1;
        Path mask = Volumes.nifti(folder.resolve("mask.nii"), labels, 512, 512, 10);
        Path out = folder.resolve("o.csv");
        Console refused = Console.run("extract", scan, "--mask", mask, "--out", out);
        assertEquals(3, refused.exit());
        for (String words : new String[] {"tilted gantry", "mixed slice distance", "mixed thickness", "--spacing"}) {
            assertTrue(refused.err().contains(words), words + " is not in " + refused.err());
        }
        assertEquals(
                0,
                Console.run("extract", scan, "--mask", mask, "--spacing", "0.4882812,0.4882812,7", "--out", out)
                        .exit());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(19 * 19 * 10, table.values("Voxels")[0]);
        assertTrue(table.texts("Notes").get(0).contains("mixed slice distance"), "insisting does not make it right");
    }
}
