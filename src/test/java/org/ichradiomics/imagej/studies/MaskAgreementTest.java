package org.ichradiomics.imagej.studies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MaskAgreementTest {

    private static final int X = 10;
    private static final int Y = 8;
    private static final int Z = 2;

    /** mm³ of a voxel, in mL. */
    private static final double VOXEL = 0.5 * 0.5 * 4 / 1000;

    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void folders() throws Exception {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
    }

    /** A box on every slice, from one column to before another. */
    private static float[] box(int from, int to, float label) {
        float[] mask = new float[X * Y * Z];
        for (int i = 0; i < mask.length; i++)
            if (i % X >= from && i % X < to && i / X % Y >= 2 && i / X % Y < 5) mask[i] = label;
        return mask;
    }

    private static void nifti(Path file, float[] mask) throws Exception {
        Nifti.writeFloat32(
                file,
                ArrayImgs.floats(mask, X, Y, Z),
                Geometry.stored(X, Y, Z, new Spacing(0.5, 0.5, 4), null, List.of()));
    }

    private static void tiff(Path file, float[] mask, boolean hasSpacing) {
        ImageStack stack = new ImageStack(X, Y);
        for (int z = 0; z < Z; z++) {
            byte[] slice = new byte[X * Y];
            for (int i = 0; i < slice.length; i++) slice[i] = (byte) mask[z * X * Y + i];
            stack.addSlice(new ByteProcessor(X, Y, slice));
        }
        ImagePlus image = new ImagePlus("mask", stack);
        Calibration calibration = image.getCalibration();
        if (hasSpacing) {
            calibration.setUnit("mm");
            calibration.pixelWidth = 0.5;
            calibration.pixelHeight = 0.5;
            calibration.pixelDepth = 4;
        }
        assertTrue(IJ.saveAsTiff(image, file.toString()));
    }

    private void assertRefused(String... words) {
        String sentence = assertThrows(InvalidInputException.class, () -> MaskAgreement.of(first, second, "any"))
                .getMessage();
        for (String word : words) assertTrue(sentence.contains(word), sentence);
    }

    @Test
    void overlapAndVolumesByCountedVoxels() throws Exception {
        nifti(first.resolve("a.nii"), box(1, 5, 1));
        nifti(second.resolve("a.nii"), box(2, 7, 3)); // 3 of 4 and 5 columns are in both
        nifti(first.resolve("b.nii.gz"), box(1, 5, 1));
        nifti(second.resolve("b.nii.gz"), box(1, 5, 1));
        MaskAgreement agreement = MaskAgreement.of(first, second, "any");
        assertEquals(
                List.of("a", "b"),
                agreement.cases().stream().map(MaskAgreement.Case::name).toList());
        assertEquals(2.0 * 3 / (4 + 5), agreement.cases().get(0).dice(), 1e-15);
        assertEquals(1, agreement.cases().get(1).dice());
        assertEquals(4 * 3 * Z * VOXEL, agreement.cases().get(0).first(), 1e-12);
        assertEquals(5 * 3 * Z * VOXEL, agreement.cases().get(0).second(), 1e-12);
        assertEquals(-0.5 * 3 * Z * VOXEL, agreement.volumes().bias().value(), 1e-12);
        assertEquals((2.0 / 3 + 1) / 2, agreement.meanDice(), 1e-15);
    }

    @Test
    void formatsMayDiffer() throws Exception {
        for (String name : List.of("a", "b")) {
            nifti(first.resolve(name + ".nii"), box(1, 5, 1));
            tiff(second.resolve(name + ".tif"), box(1, 5, 1), true);
        }
        nifti(first.resolve("alone.nii"), box(1, 5, 1));
        Files.writeString(first.resolve("notes.txt"), "nothing");
        MaskAgreement agreement = MaskAgreement.of(first, second, "any");
        assertEquals(2, agreement.cases().size());
        assertEquals(1, agreement.meanDice());
        assertTrue(
                agreement.notes().contains("1 mask has no partner of the same name and takes no part."),
                agreement.notes().toString());
    }

    @Test
    void whatCannotBeCompared() throws Exception {
        nifti(first.resolve("a.nii"), box(1, 5, 1));
        nifti(second.resolve("a.nii"), box(1, 5, 1));
        assertRefused("Only 1 case has a mask in both first and second", "at least 2 files named alike");
        nifti(first.resolve("b.nii"), box(1, 5, 1));
        Nifti.writeFloat32(
                second.resolve("b.nii"),
                ArrayImgs.floats(new float[] {0, 1, 1, 1, 1, 1, 1, 1}, 2, 2, 2),
                Geometry.stored(2, 2, 2, new Spacing(0.5, 0.5, 4), null, List.of()));
        assertRefused("The masks of b cannot be compared. b.nii has 2 × 2 × 2 voxels but b.nii has 10 × 8 × 2");
        nifti(second.resolve("b.nii"), new float[X * Y * Z]);
        assertRefused("b.nii is empty");
        float[] two = box(1, 5, 1);
        two[0] = 2;
        nifti(second.resolve("b.nii"), two);
        assertRefused("b.nii holds 2 labels: choose one of 1 (0.024 mL), 2 (0.001 mL).");
        assertEquals(2, MaskAgreement.of(first, second, "1").cases().size());
        nifti(second.resolve("b.nii.gz"), two);
        assertRefused("The folder second has two masks for b, b.nii and b.nii.gz");
    }

    @Test
    void aMaskWithoutSpacingHasNoVolume() throws Exception {
        for (String name : List.of("a", "b")) {
            for (Path reader : List.of(first, second)) tiff(reader.resolve(name + ".tif"), box(1, 5, 1), false);
        }
        assertRefused("The mask a.tif has no voxel spacing in mm, so it has no volume");
    }

    @Test
    void fromAMacro() throws Exception {
        for (String name : List.of("a", "b")) {
            nifti(first.resolve(name + ".nii"), box(1, 5, 1));
            nifti(second.resolve(name + ".nii"), box(2, 7, 1));
        }
        String masks = "first_masks=[" + text(first) + "] second_masks=[" + text(second) + "]";
        MacroRun macro = MacroRun.of(
                "run('Reader Agreement...', '" + masks + " out=[" + text(folder.resolve("masks.csv")) + "]')");
        assertTrue(macro.ended(), macro.log());
        assertTrue(
                macro.log()
                        .contains("Masks of 2 cases: mean Dice 0.667 (0.667 to 0.667); volumes differ by -0.006 mL "
                                + "(limits of agreement -0.006 to -0.006 mL)."),
                macro.log());
        FeatureTable table = FeatureTableCsv.read(folder.resolve("masks.csv"));
        assertEquals(List.of("case", "dice", "first_mL", "second_mL", "difference_mL"), table.columns());
        Path readers = folder.resolve("readers.csv");
        Files.writeString(folder.resolve("one.csv"), "case,kurtosis\na,1.5\nb,2.5\nc,3.0\n");
        Files.writeString(folder.resolve("two.csv"), "case,kurtosis\na,1.4\nb,2.6\nc,3.1\n");
        MacroRun both = MacroRun.of("print(call('org.ichradiomics.Macro.readerAgreement', 'first=["
                + text(folder.resolve("one.csv")) + "] second=[" + text(folder.resolve("two.csv")) + "] " + masks
                + " out=[" + text(readers) + "]'))");
        assertTrue(
                both.lastLine().startsWith("Features of 3 cases: mean ICC(2,1) 0.9")
                        && both.lastLine().contains(" Masks of 2 cases: "),
                both.log());
        assertEquals(1, FeatureTableCsv.read(readers).size());
        assertEquals(
                2, FeatureTableCsv.read(folder.resolve("readers_masks.csv")).size());
        assertFalse(MacroRun.of("run('Reader Agreement...', '" + masks + " label=7')")
                .ended());
    }
}
