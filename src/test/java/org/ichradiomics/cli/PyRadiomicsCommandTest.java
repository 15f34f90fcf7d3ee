package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PyRadiomicsCommandTest {

    private final Path image = Shared.of("pyradiomics").resolve("tiny0_image.nii.gz");
    private final Path mask = Shared.of("pyradiomics").resolve("tiny0_mask.nii.gz");

    @TempDir
    private Path folder;

    /** One word changed: {@code pyradiomics IMAGE MASK -p … -o … -f csv}. */
    @Test
    void takesTheArgumentsOfPyRadiomics() throws Exception {
        Path out = folder.resolve("x.csv");
        Console run = Console.run(
                "pyradiomics",
                image.toString(),
                mask.toString(),
                "--param",
                parameters("featureClass: {firstorder: [Mean, Entropy]}\nsetting: {binWidth: 25}")
                        .toString(),
                "-s",
                "binWidth:5",
                "-o",
                out.toString(),
                "-f",
                "csv",
                "--format-path",
                "basename");
        assertEquals(0, run.exit(), run.err());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals("tiny0_image.nii.gz", table.texts("Image").get(0));
        assertTrue(table.texts("diagnostics_Configuration_Settings").get(0).contains("'binWidth': 5"));
        // original_firstorder_Entropy of binwidth5 in expected.csv
        assertEquals(expected("original_firstorder_Entropy"), table.values("original_firstorder_Entropy")[0], 1e-8);
    }

    private static double expected(String column) throws Exception {
        Path profile = Shared.of("pyradiomics/profile").resolve("binwidth5.csv");
        return FeatureTableCsv.read(profile).values(column)[0];
    }

    /** A list keeps its columns and order; a case that cannot be measured costs no other its row. */
    @Test
    void measuresAListAsItCan() throws Exception {
        Files.copy(image, folder.resolve("i.nii.gz"));
        Files.copy(mask, folder.resolve("m.nii.gz"));
        Path list = Files.writeString(
                folder.resolve("list.csv"),
                "Patient,Image,Mask,Label\nA,i.nii.gz,m.nii.gz,1\nB,i.nii.gz,m.nii.gz,7\nC,i.nii.gz,m.nii.gz,\n");
        Path out = folder.resolve("x.csv");
        Console run = Console.run(
                "pyradiomics",
                list.toString(),
                "-p",
                parameters("featureClass: {ngtdm: [Busyness]}").toString(),
                "-j",
                "2",
                "-o",
                out.toString());
        assertEquals(4, run.exit(), run.err());
        assertTrue(run.err().contains("m.nii.gz has no voxel of the label 7, but these: 1"), run.err());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals("Patient", table.columns().get(0));
        double[] busyness = table.values("original_ngtdm_Busyness");
        assertEquals(busyness[0], busyness[2]);
        assertTrue(Double.isNaN(busyness[1]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setting: {force2D: true} | shape2D needs a mask of one slice across force2Ddimension",
                "setting: {minimumROISize: 5000} | The mask has 1185 voxels, and minimumROISize asks for more",
                "setting: {resegmentRange: [500]} | Of the lesion's 1185 voxels",
                "setting: {distances: [99]} | No neighbour at the distances [99] fits into the mask's box",
                "setting: {label: 3} | tiny0_mask.nii.gz has no voxel of the label 3, but these: 1",
                "imageType: {Wavelet: {wavelet: bior9.9}} | p.yaml, Wavelet, has wavelet: bior9.9, which must be one of"
            })
    void refusesInOneSentence(String text, String sentence) throws Exception {
        Path out = folder.resolve("x.csv");
        Console run = Console.run(
                "pyradiomics", image.toString(), mask.toString(), "--param=" + parameters(text), "--out=" + out);
        assertEquals(3, run.exit(), run.err());
        assertTrue(run.err().startsWith(sentence), run.err());
        assertEquals(1, run.err().lines().count());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource({"-f,json", "-m,voxel"})
    void namesWhatIsNotThere(String flag, String value) {
        Console run = Console.run("pyradiomics", image.toString(), mask.toString(), flag, value);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains(value + " is not there"), run.err());
    }

    private Path parameters(String text) throws Exception {
        return Files.writeString(folder.resolve("p.yaml"), text);
    }
}
