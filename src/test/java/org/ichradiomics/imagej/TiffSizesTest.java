package org.ichradiomics.imagej;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.OpenFiles;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** TIFF as ImageJ writes it passes; one whose directory claims more is stopped before ImageJ's decoder sees it. */
class TiffSizesTest {

    @AutoClose
    private final OpenFiles files = new OpenFiles();

    @TempDir
    private Path folder;

    /** A directory of entries; a value of four bytes is (type, count, value). */
    private static byte[] tiff(Map<Integer, int[]> entries, byte[] behind) {
        ByteBuffer file = ByteBuffer.allocate(8 + 2 + 12 * entries.size() + 4 + behind.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put("II*\0".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) entries.size());
        new TreeMap<>(entries)
                .forEach((tag, entry) -> file.putShort((short) (int) tag)
                        .putShort((short) entry[0])
                        .putInt(entry[1])
                        .putInt(entry[2]));
        return file.putInt(0).put(behind).array();
    }

    /** 8 × 8 pixels of 8 bits in one strip. */
    private static Map<Integer, int[]> plain() {
        Map<Integer, int[]> entries = new TreeMap<>();
        entries.put(256, new int[] {4, 1, 8});
        entries.put(257, new int[] {4, 1, 8});
        entries.put(258, new int[] {3, 1, 8});
        entries.put(262, new int[] {3, 1, 1});
        entries.put(273, new int[] {4, 1, 200});
        entries.put(278, new int[] {4, 1, 8});
        entries.put(279, new int[] {4, 1, 64});
        return entries;
    }

    private static void assertStopped(int tag, int type, int count, int value) {
        Map<Integer, int[]> entries = plain();
        entries.put(tag, new int[] {type, count, value});
        byte[] file = tiff(entries, new byte[400]);
        assertThrows(IOException.class, () -> TiffSizes.require(file), "tag " + tag);
    }

    @Test
    void plainFilesPass() throws Exception {
        TiffSizes.require(tiff(plain(), new byte[400]));
        ImagePlus image = IJ.createImage("t", "16-bit", 20, 10, 7);
        image.setProperty("Info", "some text");
        for (int i = 1; i <= 7; i++) image.getStack().setSliceLabel("slice " + i, i);
        image.setRoi(new OvalRoi(1, 2, 8, 5));
        Overlay overlay = new Overlay();
        for (int i = 1; i <= 3; i++) overlay.add(new Roi(i, i, 3, 3));
        image.setOverlay(overlay);
        Path file = folder.resolve("t.tif");
        IJ.saveAsTiff(image, file.toString());
        TiffSizes.require(files.of(file));
        assertEquals(3, TiffFile.image(file).getOverlay().size());
    }

    /** Two lengths of 16 bits lie in the entry itself. */
    @Test
    void twoStripsPass() throws IOException {
        Map<Integer, int[]> entries = plain();
        entries.put(278, new int[] {4, 1, 4});
        entries.put(273, new int[] {4, 2, 120});
        entries.put(279, new int[] {3, 2, 32 << 16 | 32});
        byte[] file = tiff(entries, new byte[400]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(120, 200).putInt(124, 232);
        assertDoesNotThrow(() -> TiffSizes.require(file));
    }

    @Test
    void fileOfAFewBytesCannotHoldMegabytes() throws Exception {
        Path file = Files.copy(
                Path.of("src/test/resources/spoiled/bombs/tiff_memory.tif"), folder.resolve("tiff_memory.tif"));
        assertThrows(IOException.class, () -> TiffSizes.require(files.of(file)));
        assertRefused(
                () -> TiffFile.image(file),
                "tiff_memory.tif claims to hold more than its 1409 bytes can",
                "save it again from ImageJ");
    }

    @Test
    void everyArrayOfADirectoryIsHeldAgainstTheFile() {
        assertStopped(256, 4, 1, 60000);
        assertStopped(257, 4, 1, 1 << 30);
        assertStopped(256, 4, 1, -1);
        assertStopped(270, 2, 1 << 30, 100);
        assertStopped(273, 4, 1 << 29, 100);
        assertStopped(279, 4, 1 << 29, 100);
        assertStopped(279, 4, 1, 1 << 30);
        assertStopped(305, 2, 1 << 30, 100);
        assertStopped(50838, 4, 1 << 28, 100);
        assertStopped(34122, 4, 1, 1_000_000);
    }

    /** A million slices in a few bytes. */
    @Test
    void aStackIsHeldAgainstTheFile() throws Exception {
        byte[] text = "ImageJ=1.54p\nimages=1000000\nslices=1000000\n\0".getBytes(StandardCharsets.ISO_8859_1);
        Map<Integer, int[]> entries = plain();
        int at = 8 + 2 + 12 * (entries.size() + 1) + 4;
        entries.put(270, new int[] {2, text.length, at});
        byte[] behind = new byte[400];
        System.arraycopy(text, 0, behind, 0, text.length);
        Path file = Files.write(folder.resolve("million.tif"), tiff(entries, behind));
        assertRefused(() -> TiffFile.image(file), "million.tif is cut short: it holds 4 of 1000000 slices");
    }

    @Test
    void directoriesInACircleAreStopped() {
        byte[] file = tiff(plain(), new byte[400]);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 * 7, 8);
        assertThrows(IOException.class, () -> TiffSizes.require(file));
    }

    /** Many directories of the same pixels are many times the file. */
    @Test
    void directoriesShareTheFile() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] one = tiff(plain(), new byte[0]);
        out.writeBytes(one);
        for (int i = 1; i < 100; i++) out.write(one, 8, one.length - 8);
        ByteBuffer all = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 99; i++) all.putInt(8 + i * (one.length - 8) + 2 + 12 * 7, 8 + (i + 1) * (one.length - 8));
        for (int i = 0; i < 100; i++) all.putInt(8 + i * (one.length - 8) + 2 + 8, 60);
        assertThrows(IOException.class, () -> TiffSizes.require(all.array()));
    }

    /** A ROI in the file's own list that claims more than there is. */
    @Test
    void theRoisInAFileAreHeldAgainstItToo() throws Exception {
        ImagePlus image = IJ.createImage("t", "8-bit", 20, 10, 1);
        image.setOverlay(new Overlay(new OvalRoi(1, 2, 8, 5)));
        Path file = folder.resolve("t.tif");
        IJ.saveAsTiff(image, file.toString());
        byte[] bytes = Files.readAllBytes(file);
        int roi = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Iout");
        bytes[roi + 36] = 0x10;
        Files.write(file, bytes);
        assertThrows(IOException.class, () -> TiffSizes.require(files.of(file)));
    }

    /** An empty mask shrinks a thousandfold, and is read. */
    @Test
    void aSparseMaskMayBePackedAThousandfold() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(new byte[1 << 20]);
        }
        Map<Integer, int[]> entries = plain();
        entries.put(256, new int[] {4, 1, 1024});
        entries.put(257, new int[] {4, 1, 1024});
        entries.put(278, new int[] {4, 1, 1024});
        entries.put(259, new int[] {3, 1, 8});
        int at = 8 + 2 + 12 * entries.size() + 4;
        entries.put(273, new int[] {4, 1, at});
        entries.put(279, new int[] {4, 1, packed.size()});
        assertTrue(packed.size() < 1100);
        Path file = Files.write(folder.resolve("sparse.tif"), tiff(entries, packed.toByteArray()));
        assertEquals(1024, TiffFile.image(file).getWidth());
        entries.put(257, new int[] {4, 1, 1 << 16});
        byte[] bomb = tiff(entries, packed.toByteArray());
        assertThrows(IOException.class, () -> TiffSizes.require(bomb));
    }
}
