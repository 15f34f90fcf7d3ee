package org.ichradiomics.cli;

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
