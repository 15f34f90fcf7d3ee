package org.ichradiomics.region;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegionTest {

    private static final Spacing SPACING = new Spacing(0.5, 0.25, 5);

    @Test
    void keepsTheLesionInRasterOrderWithItsPlaceInTheScan() throws Exception {
        Region region = Region.of(ramp(4, 3, 3), mask(4, 3, 3, 6, 9, 18, 33), SPACING);
        assertEquals(4, region.size());
        assertEquals(4 * 0.5 * 0.25 * 5, region.volume());
        assertEquals(3, region.slices());
        assertEquals(6, region.hu(0));
        assertEquals(33, region.hu(3));
        assertEquals(1, region.origin(0));
        assertEquals(1, region.origin(1));
        assertEquals(0, region.origin(2));
        assertEquals(2, region.box(0));
        assertEquals(2, region.box(1));
        assertEquals(3, region.box(2));
        assertEquals(4, region.matrix(0));
        assertEquals(1, region.position(0));
        assertEquals(6, region.min());
        assertEquals(33, region.max());
        assertEquals((6 + 9 + 18 + 33) / 4.0, region.mean());
    }

    @Test
    void aVoxelLiesWhereItLayInTheScan() throws Exception {
        Region region = Region.of(ramp(4, 3, 3), mask(4, 3, 3, 6, 9, 18, 33), SPACING);
        int[] places = {6, 9, 18, 33};
        for (int i = 0; i < places.length; i++) {
            assertEquals(places[i] % 4, region.at(i, 0));
            assertEquals(places[i] / 4 % 3, region.at(i, 1));
            assertEquals(places[i] / 12, region.at(i, 2));
        }
    }

    @Test
    void aSpacingIsAskedByAxis() {
        assertEquals(0.5, SPACING.along(0));
        assertEquals(0.25, SPACING.along(1));
        assertEquals(5, SPACING.along(2));
    }

    @Test
    void anyBooleanTypeAndAnyPlaceInSpaceGiveTheSame() throws Exception {
        RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(4, 3, 3);
        for (int i : new int[] {6, 9, 18, 33})
            bits.getAt(i % 4, i / 4 % 3, i / 12).set(true);
        Region region =
                Region.of(Views.translate(ramp(4, 3, 3), 100, -7, 3), Views.translate(bits, 100, -7, 3), SPACING);
        assertEquals(1, region.origin(0));
        assertEquals(33, region.hu(3));
    }

    @Test
    void aMaskMayBeSmallerThanTheScan() throws Exception {
        RandomAccessibleInterval<NativeBoolType> part =
                Views.translate(ArrayImgs.booleans(new boolean[] {true}, 1, 1, 1), 2, 1, 1);
        Region region = Region.of(ramp(4, 3, 3), part, SPACING);
        assertEquals(2 + 4 + 12, region.hu(0));
        assertEquals(4, region.matrix(0));
    }

    @Test
    void aFlatImageIsOneSlice() throws Exception {
        Region region = Region.of(
                ArrayImgs.doubles(new double[] {7, 8}, 2, 1),
                ArrayImgs.booleans(new boolean[] {false, true}, 2, 1),
                SPACING);
        assertEquals(8, region.hu(0));
        assertEquals(1, region.matrix(2));
    }

    @Test
    void refusesInASentence() {
        assertSentence("The mask is empty", ramp(2, 2, 2), mask(2, 2, 2));
        assertSentence(
                "The mask covers [0,2] × [0,1] × [0,1] but the scan covers [0,1]", ramp(2, 2, 2), mask(3, 2, 2, 0));
        RandomAccessibleInterval<DoubleType> broken = ramp(2, 2, 2);
        broken.getAt(1, 0, 1).set(Double.NaN);
        assertSentence("NaN under the mask, at column 1, row 0, slice 2", broken, mask(2, 2, 2, 5));
        broken.getAt(1, 0, 1).set(Double.NEGATIVE_INFINITY);
        assertSentence("-Infinity under the mask", broken, mask(2, 2, 2, 5));
    }

    @Test
    void aNaNBesideTheMaskIsNoMatter() throws Exception {
        RandomAccessibleInterval<DoubleType> broken = ramp(2, 2, 2);
        broken.getAt(1, 0, 1).set(Double.NaN);
        assertEquals(6, Region.of(broken, mask(2, 2, 2, 6), SPACING).hu(0));
    }

    @Test
    void spacingIsThreePositiveNumbers() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Spacing(bad, 1, 1));
            assertThrows(IllegalArgumentException.class, () -> new Spacing(1, bad, 1));
            assertThrows(IllegalArgumentException.class, () -> new Spacing(1, 1, bad));
        }
    }

    private static void assertSentence(
            String words, RandomAccessibleInterval<DoubleType> scan, RandomAccessibleInterval<NativeBoolType> mask) {
        String message = assertThrows(InvalidInputException.class, () -> Region.of(scan, mask, SPACING))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    private static RandomAccessibleInterval<DoubleType> ramp(int nx, int ny, int nz) {
        double[] values = new double[nx * ny * nz];
        for (int i = 0; i < values.length; i++) values[i] = i;
        return ArrayImgs.doubles(values, nx, ny, nz);
    }

    private static RandomAccessibleInterval<NativeBoolType> mask(int nx, int ny, int nz, int... inside) {
        boolean[] mask = new boolean[nx * ny * nz];
        for (int i : inside) mask[i] = true;
        return ArrayImgs.booleans(mask, nx, ny, nz);
    }
}
