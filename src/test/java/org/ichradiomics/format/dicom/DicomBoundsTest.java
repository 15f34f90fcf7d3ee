package org.ichradiomics.format.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.format.dicom.DicomCase.assertHead;
import static org.ichradiomics.format.dicom.DicomCase.refusal;
import static org.ichradiomics.format.dicom.DicomCase.series;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files of a few kilobytes that claim gigabytes: each is refused before anything is set aside for it. */
class DicomBoundsTest {

    private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

    @TempDir
    Path folder;

    /** A blank line of JPEG-LS takes three bits however long it is, and a blank tile of JPEG 2000 none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                JPEG_LS,
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.50",
                "1.2.840.10008.1.2.4.70",
                DicomBytes.RLE
            })
    void blankPixelsAreNoExcuseForGigabytes(String syntax) {
        packed(syntax, 65535, 8000, new byte[4000]).write(folder.resolve("blank"));
        assertTrue(refusal(folder).contains("claims to hold 65535 × 8000 pixels in 4000 bytes"), refusal(folder));
    }

    /** A slice as scanners have it may be blank from edge to edge. */
    @Test
    void aBlankSliceIsRead() throws InvalidInputException {
        packed(JPEG_LS, 1024, 1024, blank(1024, 1024)).write(folder.resolve("blank"));
        assertTrue(DicomFolder.read(folder).geometry().voxels() == 1 << 20);
    }

    @Test
    void framesNeedRoomForTheirHeads() {
        packed(DicomBytes.RLE, 16, 16, new byte[100])
                .text(0x00280008, "IS", "65536")
                .write(folder.resolve("frames"));
        assertTrue(refusal(folder).contains("frames is cut short"));
    }

    /** Entries that lie on one another unpack to more than the archive can hold. */
    @Test
    void anArchiveHoldsNoMoreThanDeflateCan() throws IOException {
        byte[] zip = zip("IM1", dicom());
        int size = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 24;
        ByteBuffer.wrap(zip).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(size, 1 << 30);
        Path file = Files.write(folder.resolve("bomb.zip"), zip);
        assertTrue(refusal(file).contains("its files claim to unpack to more than it can hold"), refusal(file));
    }

    /** What is no slice is looked at, not unpacked. */
    @Test
    void ofAnotherFileInAnArchiveOnlyTheStartIsRead() throws IOException, InvalidInputException {
        byte[] zip = zip("film.avi", noise());
        int data = new String(zip, StandardCharsets.ISO_8859_1).indexOf("film.avi") + 8;
        // Damage far behind the start: whoever unpacks all of it stumbles over it.
        for (int i = zip.length / 2; i < zip.length / 2 + 200; i++) zip[i] ^= 0x55;
        assertTrue(data < zip.length / 2);
        Path file = Files.write(folder.resolve("disc.zip"), zip);
        assertTrue(refusal(file).contains("holds no DICOM images"), refusal(file));
    }

    /** An archive does not look at its own checksums; a bit that was turned is another HU. */
    @Test
    void theChecksumsOfAnArchiveHold() throws IOException, InvalidInputException {
        series(folder, 1, z -> slice -> slice);
        byte[] slice = Files.readAllBytes(folder.resolve(DicomCase.name(0)));
        Path file = folder.resolve("series.zip");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("IM"));
            zip.write(slice);
        }
        assertHead(DicomFolder.read(Files.write(file, out.toByteArray())), 0);
        byte[] turned = out.toByteArray();
        turned[new String(turned, StandardCharsets.ISO_8859_1).indexOf("PK\7\b") - 20] ^= 1;
        Files.write(file, turned);
        assertTrue(refusal(file).contains("zip data cannot be unpacked"), refusal(file));
    }

    /** Sequences in sequences, as deep as the file is long. */
    @Test
    void depthIsBounded() {
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        for (int i = 0; i < 5000; i++)
            deep.writeBytes(new byte[] {
                0x29, 0, 0x10, 0x10, 'S', 'Q', 0, 0, -1, -1, -1, -1, -2, -1, 0, (byte) 0xe0, -1, -1, -1, -1
            });
        byte[] start = DicomBytes.slice(0).pixels(DicomCase.slice(0)).toBytes();
        int pixels = new String(start, StandardCharsets.ISO_8859_1).indexOf("\u00e0\u007f\u0010\0");
        ByteBuffer file = ByteBuffer.allocate(start.length + deep.size());
        file.put(start, 0, pixels).put(deep.toByteArray()).put(start, pixels, start.length - pixels);
        assertTrue(refusal(write("deep", file.array())).contains("damaged"));
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static DicomBytes packed(String syntax, int columns, int rows, byte[] stream) {
        return DicomBytes.slice(0)
                .syntax(syntax)
                .grid(columns, rows)
                .bits(8, 8, 7, false)
                .rescale(1, 0)
                .fragments(List.of(stream));
    }

    /** All runs: bits of 1, with the 0 that is stuffed behind each 0xFF. */
    private static byte[] blank(int columns, int rows) {
        ByteBuffer stream = ByteBuffer.allocate(2 + 13 + 10 + 6000 + 2);
        stream.put(new byte[] {-1, (byte) 0xd8, -1, (byte) 0xf7, 0, 11, 8})
                .putShort((short) rows)
                .putShort((short) columns)
                .put(new byte[] {1, 1, 0x11, 0});
        stream.put(new byte[] {-1, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0});
        for (int i = 0; i < 3000; i++) stream.put((byte) 0xff).put((byte) 0x7f);
        return stream.put((byte) 0xff).put((byte) 0xd9).array();
    }

    private static byte[] dicom() {
        return DicomBytes.slice(0).pixels(DicomCase.slice(0)).toBytes();
    }

    private static byte[] noise() {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }
}
