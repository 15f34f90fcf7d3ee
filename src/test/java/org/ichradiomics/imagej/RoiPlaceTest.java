package org.ichradiomics.imagej;

import java.util.OptionalInt;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Of ROIs, on a stack of 12 slices and on a hyperstack of 2 channels, 12 slices and 3 frames. */
class RoiPlaceTest {

    private final ImagePlus stack = IJ.createImage("stack", "16-bit black", 64, 64, 12);
    private final ImagePlus hyperstack = IJ.createHyperStack("hyper", 64, 64, 2, 12, 3, 16);

    private static Roi roi(String name, int position) {
        Roi roi = new Roi(1, 2, 3, 4);
        roi.setName(name);
        roi.setPosition(position);
        return roi;
    }

    @ParameterizedTest
    @CsvSource({
        "lesion,          7,  7",
        "0009-0033-0044,  7,  7",
        "0009-0033-0044,  0,  9",
        "0009-0033-0044-1,0,  9",
        "000012-000033-000044, 0, 12",
        "lesion,          0,  0",
        "0033-0044,       0,  0",
        "x0009-0033-0044, 0,  0",
        "99999999999-0033-0044, 0, 0",
        ",                0,  0"
    })
    void positionThenName(String name, int position, int slice) throws Exception {
        OptionalInt expected = slice == 0 ? OptionalInt.empty() : OptionalInt.of(slice);
        assertEquals(expected, RoiPlace.slice(roi(name, position), stack));
    }

    @Test
    void zPositionOfAHyperstack() throws Exception {
        Roi roi = roi("0009-0033-0044", 0);
        roi.setPosition(1, 5, 2);
        assertEquals(OptionalInt.of(5), RoiPlace.slice(roi, hyperstack));
        assertEquals(OptionalInt.of(5), RoiPlace.slice(roi, stack));
    }

    @Test
    void aHyperstackPositionWithoutZLeavesItToTheName() throws Exception {
        Roi roi = roi("0009-0033-0044", 0);
        roi.setPosition(1, 0, 2);
        assertEquals(OptionalInt.of(9), RoiPlace.slice(roi, stack));
    }

    @Test
    void inAHyperstackPositionAndNameCountThroughTheStack() throws Exception {
        int index = hyperstack.getStackIndex(2, 5, 3);
        for (Roi roi : new Roi[] {roi("lesion", index), roi(String.format("%04d-0003-0003", index), 0)}) {
            assertEquals(OptionalInt.of(5), RoiPlace.slice(roi, hyperstack));
            hyperstack.setPositionWithoutUpdate(2, 1, 3);
            assertTrue(RoiPlace.plane(roi, hyperstack).isEmpty());
            hyperstack.setPositionWithoutUpdate(2, 1, 1);
            assertFalse(RoiPlace.plane(roi, hyperstack).isEmpty());
            hyperstack.setPositionWithoutUpdate(1, 1, 3);
            assertFalse(RoiPlace.plane(roi, hyperstack).isEmpty());
        }
    }

    @Test
    void aNamedFrameMustBeTheCurrentOne() {
        Roi roi = roi("lesion", 0);
        roi.setPosition(2, 5, 3);
        hyperstack.setPositionWithoutUpdate(2, 1, 3);
        assertTrue(RoiPlace.plane(roi, hyperstack).isEmpty());
        hyperstack.setPositionWithoutUpdate(1, 1, 3);
        assertFalse(RoiPlace.plane(roi, hyperstack).isEmpty());
        roi.setPosition(0, 5, 0);
        assertTrue(RoiPlace.plane(roi, hyperstack).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 99})
    void beyondTheStack(int position) {
        assertRefused(
                () -> RoiPlace.slice(roi("lesion", position), stack),
                "The ROI lesion",
                "slice " + position,
                "slices 1 to 12");
        assertRefused(
                () -> RoiPlace.slice(roi(String.format("%04d-0003-0003", position), 0), stack),
                "slice " + position,
                "slices 1 to 12");
    }

    @Test
    void slice0() {
        assertRefused(() -> RoiPlace.slice(roi("0000-0003-0003", 0), stack), "slice 0", "slices 1 to 12");
    }

    @Test
    void inAnImageOfOneSliceEveryRoiIsOnIt() throws Exception {
        ImagePlus one = IJ.createImage("one", "16-bit black", 64, 64, 1);
        for (Roi roi : new Roi[] {roi("lesion", 0), roi("lesion", 7), roi("0009-0033-0044", 0)}) {
            assertEquals(OptionalInt.of(1), RoiPlace.slice(roi, one));
        }
    }
}
