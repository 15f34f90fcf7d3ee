package org.ichradiomics.scan;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A head in air, made here: brain 32 HU, ventricle 8, bone 900, a haematoma of 55 to 65 HU; and everything that is not
 * what it should be.
 *
 * <p>Covers Lesion.
 */
class GlanceTest {

    private static final int SIZE = 40;
    private static final int SLICES = 12;

    private final Img<DoubleType> hu = ArrayImgs.doubles(SIZE, SIZE, SLICES);
    private final Img<NativeBoolType> mask = ArrayImgs.booleans(SIZE, SIZE, SLICES);
    private Spacing spacing = new Spacing(0.5, 0.5, 5);

    @BeforeEach
    void head() {
        Cursor<DoubleType> at = hu.localizingCursor();
        while (at.hasNext()) {
            at.fwd();
            double radius = Math.hypot(at.getIntPosition(0) - 19.5, at.getIntPosition(1) - 19.5);
            at.get()
                    .set(
                            radius > 17
                                    ? -1000
                                    : radius > 15 ? 900 : 32 + (at.getIntPosition(0) + at.getIntPosition(1)) % 3 - 1);
        }
        for (int z = 3; z <= 8; z++) box(12, 20, 12, 20, z, 60, true);
    }

    /** Sets the values of a square of a slice, ±5 HU around a mean, and the mask. */
    private void box(int fromX, int toX, int fromY, int toY, int z, double mean, boolean masked) {
        for (int y = fromY; y < toY; y++) {
            for (int x = fromX; x < toX; x++) {
                hu.getAt(x, y, z).set(mean + (x * 7 + y * 5 + z * 3) % 11 - 5);
                mask.getAt(x, y, z).set(masked);
            }
        }
    }

    private void erase(int z) {
        for (int y = 0; y < SIZE; y++)
            for (int x = 0; x < SIZE; x++) mask.getAt(x, y, z).set(false);
    }

    private void erase() {
        for (int z = 0; z < SLICES; z++) erase(z);
    }

    private List<String> reasons() throws InvalidInputException {
        Scan scan = Scan.of("head", hu, Geometry.stored(SIZE, SIZE, SLICES, spacing, null, List.of()));
        return new Lesion("", "made here", mask, List.of())
                .glance(scan, spacing)
                .reasons();
    }

    private void each(DoubleUnaryOperator f) {
        hu.forEach(value -> value.set(f.applyAsDouble(value.get())));
    }

    private void assertStopped(String words) throws InvalidInputException {
        List<String> reasons = reasons();
        assertTrue(reasons.stream().anyMatch(reason -> reason.contains(words)), reasons.toString());
    }

    private void assertMeasured() throws InvalidInputException {
        assertEquals(List.of(), reasons());
    }

    @Test
    void aHaematomaIsMeasured() throws InvalidInputException {
        assertMeasured();
    }

    // What real masks are like.

    @Test
    void holesAreMeasured() throws InvalidInputException {
        for (int z = 4; z <= 7; z++)
            for (int y = 15; y < 17; y++) mask.getAt(15, y, z).set(false);
        assertMeasured();
    }

    @Test
    void oneVoxelIsMeasured() throws InvalidInputException {
        erase();
        mask.getAt(15, 15, 5).set(true);
        assertMeasured();
    }

    @Test
    void piecesAreMeasured() throws InvalidInputException {
        erase();
        for (int i = 0; i < 39; i++)
            box(8 + 2 * (i % 13), 9 + 2 * (i % 13), 12 + 4 * (i / 13), 13 + 4 * (i / 13), i % SLICES, 60, true);
        assertMeasured();
    }

    @Test
    void aGapBetweenSeparatePiecesIsMeasured() throws InvalidInputException {
        erase(6);
        erase(7);
        erase(8);
        for (int z = 7; z <= 9; z++) box(22, 27, 22, 27, z, 60, true);
        assertMeasured();
    }

    /**
     * Nothing is missing where another piece lies on the slice: the sections above and below may be ends of two pieces.
     */
    @Test
    void aSliceOnWhichAnotherPieceLiesIsNotEmpty() throws InvalidInputException {
        erase(5);
        box(22, 27, 22, 27, 5, 60, true);
        assertMeasured();
    }

    @Test
    void aRimOfBoneAndAirIsMeasuredUpToOnePercent() throws InvalidInputException {
        // 384 voxels, of which 3 are less than 1 %.
        hu.getAt(12, 12, 3).set(700);
        hu.getAt(13, 12, 3).set(-300);
        hu.getAt(14, 12, 3).set(700);
        assertMeasured();
        hu.getAt(15, 12, 3).set(700);
        assertStopped("Of the voxels under the mask 0.3 % are air (below -100 HU) and 0.8 % bone (above 200 HU), "
                + "together more than 1 %");
    }

    @ParameterizedTest
    @CsvSource({
        "20, true",
        "25, true",
        "30, true",
        "60, true",
        "110, true",
        "19.99, false",
        "18, false",
        "110.01, false",
        "-3, false"
    })
    void theMeanDecides(double mean, boolean measured) throws InvalidInputException {
        erase();
        for (int x = 12; x < 20; x++) {
            hu.getAt(x, 15, 5).set(mean);
            mask.getAt(x, 15, 5).set(true);
        }
        if (measured) assertMeasured();
        else assertStopped("outside 20 to 110 HU: check that the mask lies on the haematoma");
    }

    @Test
    void aMeanJustOutsideIsSeenToBeOutside() throws InvalidInputException {
        erase();
        hu.getAt(15, 15, 5).set(19.99);
        mask.getAt(15, 15, 5).set(true);
        assertStopped("The mean under the mask is 19.99 HU, outside");
    }

    /** Blood in a ventricle with as much CSF: dark, but what a reader draws. */
    @Test
    void bloodAndVentricleTogetherAreMeasured() throws InvalidInputException {
        for (int z = 3; z <= 8; z++) box(20, 28, 12, 20, z, 8, true);
        assertMeasured();
    }

    @Test
    void oedemaIsMeasured() throws InvalidInputException {
        for (int z = 3; z <= 8; z++) box(12, 20, 12, 20, z, 25, true);
        assertMeasured();
    }

    // What a reader would see.

    @Test
    void anOldHypodenseHaematomaIsStopped() throws InvalidInputException {
        for (int z = 3; z <= 8; z++) box(12, 20, 12, 20, z, 18, true);
        assertStopped("The mean under the mask is 18.0 HU");
    }

    @Test
    void calcificationIsStopped() throws InvalidInputException {
        box(12, 16, 12, 16, 5, 350, true);
        assertStopped("0.0 % are air (below -100 HU) and 4.2 % bone");
    }

    @Test
    void aMaskShiftedOntoBoneAndAirIsStopped() throws InvalidInputException {
        erase();
        for (int z = 3; z <= 8; z++)
            for (int y = 12; y < 20; y++)
                for (int x = 0; x < 8; x++) mask.getAt(x, y, z).set(true);
        assertStopped("are air (below -100 HU)");
        assertStopped("outside 20 to 110 HU");
    }

    /** The mean of air and bone together may be that of blood. */
    @Test
    void aMeanOfAirAndBoneIsStopped() throws InvalidInputException {
        erase();
        for (int x = 12; x < 32; x++) {
            hu.getAt(x, 15, 5).set(x % 2 == 0 ? 1060 : -940);
            mask.getAt(x, 15, 5).set(true);
        }
        assertEquals(1, reasons().size());
        assertStopped("50.0 % are air (below -100 HU) and 50.0 % bone");
    }

    /** The ROIs of the patient before, in the corner of this head. */
    @Test
    void roisOfAnotherPatientAreStopped() throws InvalidInputException {
        for (int z = 2; z <= 7; z++)
            for (int y = 0; y < 3; y++)
                for (int x = 0; x < 3; x++) mask.getAt(x, y, z).set(true);
        assertStopped("are air (below -100 HU)");
    }

    @Test
    void aForgottenSliceIsStopped() throws InvalidInputException {
        erase(5);
        assertEquals(
                List.of("Slice 6 is empty between slices on which the mask overlaps: draw the haematoma there, "
                        + "if it was forgotten."),
                reasons());
    }

    @Test
    void forgottenSlicesAreStopped() throws InvalidInputException {
        for (int z : new int[] {4, 6, 7}) erase(z);
        assertEquals(
                List.of("3 slices (5, 7, 8) are empty between slices on which the mask overlaps: draw the "
                        + "haematoma there, if they were forgotten."),
                reasons());
    }

    @Test
    void aSliceIsForgottenWhereOneOfSeveralPiecesGoesOn() throws InvalidInputException {
        erase(5);
        box(22, 27, 22, 27, 6, 60, true);
        box(24, 27, 5, 8, 4, 60, true);
        assertStopped("Slice 6 is empty");
    }

    /** Coronal slices of 5 mm run along y. */
    @Test
    void slicesAreThoseThatWereDrawn() throws InvalidInputException {
        spacing = new Spacing(0.5, 5, 0.5);
        for (int z = 0; z < SLICES; z++)
            for (int x = 0; x < SIZE; x++) mask.getAt(x, 15, z).set(false);
        assertStopped("Slice 16 is empty");
    }

    // What is no HU.

    @Test
    void anOffsetOf1024IsStopped() throws InvalidInputException {
        each(hu -> hu + 1024);
        assertStopped("The mean under the mask is 1084.0 HU, outside");
    }

    @Test
    void rawValuesOfTwelveBitsAreStopped() throws InvalidInputException {
        each(hu -> Math.max(0, hu + 1024));
        assertStopped("outside 20 to 110 HU");
    }

    @Test
    void aSignThatWasLostIsStopped() throws InvalidInputException {
        each(hu -> hu < 0 ? hu + 65536 : hu);
        assertEquals(1, reasons().size(), "the mask itself lies on blood");
        assertStopped("The image is not in HU: its values reach 64536 and none is below 0");
    }

    @Test
    void signedNumbersStored32768HigherAreStopped() throws InvalidInputException {
        each(hu -> hu + 32768);
        assertStopped("The image is not in HU");
        assertStopped("The mean under the mask is 32828.0 HU, beyond 1500 HU either way");
    }

    /** -1000 as twelve bits are 3096. */
    @Test
    void wrappedTwelveBitsAreStopped() throws InvalidInputException {
        each(hu -> hu < 0 ? hu + 4096 : hu);
        assertStopped("the commonest value at its border is 3096, where air of -1000 HU should be");
    }

    /** Air that wrapped, and something below 0 elsewhere: the border alone tells. */
    @Test
    void theBorderAloneIsEnough() throws InvalidInputException {
        each(hu -> hu == -1000 ? 1000 : hu);
        hu.getAt(18, 18, 0).set(-20);
        assertStopped("the commonest value at its border is 1000");
        each(hu -> hu == 1000 ? 999 : hu);
        assertMeasured();
    }

    @Test
    void anUnsignedScanWithoutAirIsStoppedByItsMean() throws InvalidInputException {
        each(hu -> 2 * (hu + 1024) + 1000);
        assertStopped("The image is not in HU: none of its values is below 0 and their mean is 2");
    }

    @Test
    void anMrImageIsStopped() throws InvalidInputException {
        each(hu -> hu == -1000 ? 0 : hu > 500 ? 40 : 300 + 4 * hu);
        assertStopped("outside 20 to 110 HU");
    }

    @Test
    void aPetImageIsStopped() throws InvalidInputException {
        each(hu -> hu == -1000 ? 0 : Math.abs(hu) / 10);
        assertStopped("The mean under the mask is 6.0 HU, outside");
    }

    @Test
    void aWindowedCopyIsStoppedWhereItsBloodIsNoBlood() throws InvalidInputException {
        each(hu -> Math.max(0, Math.min(255, Math.rint(hu * 255 / 80))));
        assertStopped("The mean under the mask is 191.");
    }

    @Test
    void unitsOfAThousandHuAreStopped() throws InvalidInputException {
        each(hu -> (float) (hu / 1000));
        assertStopped("The mean under the mask is 0.1 HU");
    }

    @Test
    void aScanWithoutAirIsSaidNotStopped() throws InvalidInputException {
        each(hu -> Math.max(-9, Math.min(72, hu)));
        assertMeasured();
    }
}
