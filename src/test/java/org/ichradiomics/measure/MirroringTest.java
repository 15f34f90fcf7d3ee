package org.ichradiomics.measure;

import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Blood of 60 HU in voxels (2..4, 3..4, 1) of a grid of 20 × 16 × 6; everything else has one value. */
class MirroringTest {

    private static final Spacing MM = new Spacing(1, 1, 5);

    private static final int[] SIZE = {20, 16, 6};
    private static final int[] FIRST = {2, 3, 1};
    private static final int[] LAST = {4, 4, 1};

    /** The mask was made for a scan that runs the other way along these axes. */
    @ParameterizedTest
    @CsvSource({
        "1, left to right",
        "2, front to back",
        "3, left to right and front to back",
        "4, top to bottom",
        "7, 'left to right, front to back and top to bottom'"
    })
    void theWayBackIsNamed(int axes, String names) throws InvalidInputException {
        assertEquals(
                Optional.of("The mask lies on -5.0 HU; mirrored " + names + " it would lie on 60.0 HU, like blood: "
                        + "check on the picture that image and mask run the same way."),
                note(scan(-5, 60), mirrored(axes)));
    }

    /** Brain of 30 HU is no haematoma although its mean is in the range that is not said. */
    @Test
    void aMaskOnBrainIsNoticed() throws InvalidInputException {
        assertTrue(note(scan(30, 60), mirrored(2)).isPresent());
        assertTrue(note(scan(1200, 60), mirrored(2)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-900, 0, 30, 39})
    void aMaskOnBloodIsLeftAlone(double background) throws InvalidInputException {
        assertEquals(Optional.empty(), note(scan(background, 60), mirrored(0)));
    }

    /** Nothing better anywhere: brain, bone, something a little denser, a mixture that has the mean of blood only. */
    @ParameterizedTest
    @CsvSource({"0, 30", "0, 200", "35, 46", "-5, 44"})
    void whatFitsNoBetterIsNotSaid(double background, double lesion) throws InvalidInputException {
        assertEquals(Optional.empty(), note(scan(background, lesion), mirrored(2)));
    }

    @Test
    void aMeanOfAirAndBoneIsNoBlood() throws InvalidInputException {
        Img<DoubleType> scan = scan(0, 60);
        boolean bone = false;
        for (int y = FIRST[1]; y <= LAST[1]; y++) {
            for (int x = FIRST[0]; x <= LAST[0]; x++, bone = !bone)
                scan.getAt(x, y, FIRST[2]).set(bone ? 1120 : -1000);
        }
        assertEquals(Optional.empty(), note(scan, mirrored(2)));
    }

    /** The scan's first voxel need not be (0, 0, 0), and a picture has one slice. */
    @Test
    void aPictureAndAnOffset() throws InvalidInputException {
        Img<DoubleType> scan = scan(-5, 60);
        var slice = Views.hyperSlice(scan, 2, 1);
        var mask = Views.hyperSlice(mirrored(2), 2, 1);
        Optional<String> expected = note(scan, mirrored(2));
        assertEquals(expected, Mirroring.note(Slices.of(slice, MM), Region.of(slice, mask, MM)));
        var moved = Views.translate(scan, 100, 200, 300);
        assertEquals(
                expected,
                Mirroring.note(
                        Slices.of(moved, MM), Region.of(moved, Views.translate(mirrored(2), 100, 200, 300), MM)));
    }

    /** A real head: 58.8 HU is the mean that ge_head_hybrid.json holds. As it lies, it is said nothing about. */
    @Test
    void aMaskWithItsRowsFlippedIsFoundOnARealScan() throws InvalidInputException {
        Scan scan = Nifti.readScan(Shared.of("data/ct/ge_head_hybrid_hu.nii.gz"));
        RandomAccessibleInterval<NativeBoolType> mask = Nifti.readLabels(
                        Shared.of("data/ct/ge_head_hybrid_haematoma.nii.gz"))
                .onto(scan)
                .select("any");
        Spacing spacing = scan.geometry().spacing().orElseThrow();
        assertEquals(Optional.empty(), Mirroring.note(scan.slices(spacing), Region.of(scan.hu(), mask, spacing)));
        RandomAccessibleInterval<NativeBoolType> flipped = Views.zeroMin(Views.invertAxis(mask, 1));
        String note = Mirroring.note(scan.slices(spacing), Region.of(scan.hu(), flipped, spacing))
                .orElseThrow();
        assertTrue(note.contains("mirrored front to back it would lie on 58.8 HU"), note);
    }

    private static Optional<String> note(Img<DoubleType> scan, Img<NativeBoolType> mask) throws InvalidInputException {
        return Mirroring.note(Slices.of(scan, MM), Region.of(scan, mask, MM));
    }

    private static Img<DoubleType> scan(double background, double lesion) {
        Img<DoubleType> scan = ArrayImgs.doubles(SIZE[0], SIZE[1], SIZE[2]);
        scan.forEach(value -> value.set(background));
        for (int y = FIRST[1]; y <= LAST[1]; y++)
            for (int x = FIRST[0]; x <= LAST[0]; x++) scan.getAt(x, y, FIRST[2]).set(lesion);
        return scan;
    }

    private static Img<NativeBoolType> mirrored(int axes) {
        Img<NativeBoolType> mask = ArrayImgs.booleans(SIZE[0], SIZE[1], SIZE[2]);
        for (int y = FIRST[1]; y <= LAST[1]; y++) {
            for (int x = FIRST[0]; x <= LAST[0]; x++) {
                int[] at = {x, y, FIRST[2]};
                for (int d = 0; d < 3; d++) if ((axes >> d & 1) != 0) at[d] = SIZE[d] - 1 - at[d];
                mask.getAt(at[0], at[1], at[2]).set(true);
            }
        }
        return mask;
    }
}
