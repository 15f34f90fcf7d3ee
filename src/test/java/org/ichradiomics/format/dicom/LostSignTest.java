package org.ichradiomics.format.dicom;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.scan.Scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Values that lost their sign are mended where slope and padding prove it, and nowhere else. */
class LostSignTest {

    private static final int SIZE = 16;
    private static final int PADDING = Tag.PIXEL_PADDING;

    @TempDir
    Path folder;

    /** A head in air, the corners filled with padding: stored values of a scanner that counts from its intercept. */
    private static int[] head(int intercept, int padding) {
        int[] stored = new int[SIZE * SIZE];
        for (int i = 0; i < stored.length; i++) {
            double radius = Math.hypot(i % SIZE - 7.5, i / SIZE - 7.5);
            int hu = radius > 6 ? -1000 : radius > 5 ? 1200 : 30 + i % 40;
            stored[i] = radius > 8 ? padding : hu - intercept;
        }
        return stored;
    }

    private DicomBytes slice(int k, int bits, boolean signed, int intercept) {
        return DicomBytes.slice(k)
                .grid(SIZE, SIZE)
                .bits(16, bits, bits - 1, signed)
                .rescale(1, intercept);
    }

    /** Writes three slices. */
    private Scan read(int[] stored, IntUnaryOperator written, IntFunction<DicomBytes> slice) throws Exception {
        int[] pixels = Arrays.stream(stored).map(written).toArray();
        for (int k = 0; k < 3; k++) slice.apply(k).pixels(pixels).write(folder.resolve("IM" + k + ".dcm"));
        return DicomFolder.read(folder);
    }

    private static void assertHu(Scan scan, int[] stored, int intercept) {
        int i = 0;
        for (DoubleType hu : Views.flatIterable(scan.hu()))
            assertEquals(stored[i++ % stored.length] + intercept, hu.get());
    }

    private static void assertMended(Scan scan, String words) {
        assertTrue(
                scan.warnings().get(0).startsWith("The values of ")
                        && scan.warnings().get(0).contains(words),
                scan.warnings().toString());
    }

    private static void assertLeft(Scan scan) {
        assertTrue(
                scan.warnings().stream().noneMatch(warning -> warning.contains("lost their sign")),
                scan.warnings().toString());
    }

    @Test
    void signedNumbersInAnUnsignedFile() throws Exception {
        int[] stored = head(0, -2000);
        Scan scan = read(stored, v -> v & 0xffff, k -> slice(k, 16, false, 0).numbers(PADDING, "US", 63536));
        assertHu(scan, stored, 0);
        assertMended(
                scan,
                "had lost their sign, as its slope, intercept and padding value of -2000 prove: 65536 was taken off "
                        + "those from 32768 up.");
    }

    /** Air is stored as 24, so the padding alone is below 0. */
    @Test
    void paddingThatLostItsSign() throws Exception {
        int[] stored = head(-1024, -2000);
        Scan scan =
                read(stored, v -> v & 0xffff, k -> slice(k, 16, false, -1024).numbers(PADDING, "SS", -2000));
        assertHu(scan, stored, -1024);
    }

    @Test
    void twelveBitsThatWrapped() throws Exception {
        int[] stored = head(0, -2000);
        Scan scan = read(stored, v -> v & 0xfff, k -> slice(k, 12, false, 0).numbers(PADDING, "SS", -2000));
        assertHu(scan, stored, 0);
        assertMended(scan, "4096 was taken off those from 2048 up.");
    }

    @Test
    void twelveBitsInAFileThatSaysSixteen() throws Exception {
        int[] stored = head(0, -2000);
        Scan scan = read(stored, v -> v & 0xfff, k -> slice(k, 16, true, 0).numbers(PADDING, "SS", -2000));
        assertHu(scan, stored, 0);
    }

    @Test
    void numbersStored32768Higher() throws Exception {
        int[] stored = head(-1024, -2000);
        Scan scan = read(stored, v -> v + 32768, k -> slice(k, 16, false, -1024).numbers(PADDING, "SS", -2000));
        assertHu(scan, stored, -1024);
        assertMended(scan, "32768 was taken off all of them.");
    }

    @Test
    void withoutPaddingNothingIsProven() throws Exception {
        int[] stored = head(0, -2000);
        assertLeft(read(stored, v -> v & 0xffff, k -> slice(k, 16, false, 0)));
    }

    @Test
    void paddingThatSaysSomethingElseProvesNothing() throws Exception {
        int[] stored = head(0, -2000);
        assertLeft(read(stored, v -> v & 0xffff, k -> slice(k, 16, false, 0).numbers(PADDING, "US", 0)));
        assertLeft(read(stored, v -> v + 32768, k -> slice(k, 16, false, 0).numbers(PADDING, "SS", -1500)));
    }

    /** White corners: 4095 is -1 in twelve bits, but bone would be less than that. */
    @Test
    void whiteCornersAreNoSign() throws Exception {
        int[] stored = head(-1024, 4095);
        Scan scan = read(stored, v -> v, k -> slice(k, 12, false, -1024).numbers(PADDING, "US", 4095));
        assertLeft(scan);
        assertHu(scan, stored, -1024);
    }

    @Test
    void whatIsRightIsLeftAsItIs() throws Exception {
        int[] stored = head(-1024, -2000);
        Scan scan = read(stored, v -> v, k -> slice(k, 16, true, -1024).numbers(PADDING, "SS", -2000));
        assertEquals(List.of(), scan.warnings());
        assertHu(scan, stored, -1024);
    }
}
