package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.format.dicom.DicomCase.assertHead;
import static org.ichradiomics.format.dicom.DicomCase.assertWarns;
import static org.ichradiomics.format.dicom.DicomCase.refusal;
import static org.ichradiomics.format.dicom.DicomCase.series;
import static org.ichradiomics.format.dicom.DicomCase.slice;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The same head, however its file is written. */
class DicomEncodingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN, DicomBytes.DEFLATED})
    void everyNativeSyntaxIsRead(String syntax) throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.syntax(syntax)));
        assertHead(scan, 0, 1, 2);
        assertEquals(List.of(), scan.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {DicomBytes.IMPLICIT, DicomBytes.EXPLICIT, DicomBytes.BIG_ENDIAN})
    void filesOfOldHaveNoHead(String syntax) throws InvalidInputException {
        Scan scan = DicomFolder.read(
                series(folder, 3, z -> slice -> slice.syntax(syntax).withoutMeta()));
        assertHead(scan, 0, 1, 2);
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void thePreambleMayBeMissing() throws InvalidInputException {
        assertHead(DicomFolder.read(series(folder, 3, z -> slice -> slice.withoutPreamble())), 0, 1, 2);
    }

    /** Nested and private sequences, of both lengths, an icon with pixels of its own among them. */
    @ParameterizedTest
    @CsvSource({
        DicomBytes.IMPLICIT + ", true",
        DicomBytes.IMPLICIT + ", false",
        DicomBytes.EXPLICIT + ", true",
        DicomBytes.EXPLICIT + ", false",
        DicomBytes.BIG_ENDIAN + ", true",
        DicomBytes.BIG_ENDIAN + ", false"
    })
    void sequencesArePassedOver(String syntax, boolean undefined) throws InvalidInputException {
        DicomBytes icon = new DicomBytes().grid(1, 1).bits(8, 8, 7, false).raw(0x7fe00010, "OW", (byte) 1, (byte) 2);
        DicomBytes inner = new DicomBytes()
                .text(0x00090010, "LO", "ACME")
                .position(1, 2, 3)
                .rescale(7, 7);
        Scan scan = DicomFolder.read(series(
                folder,
                3,
                z -> slice -> slice.syntax(syntax)
                        .sequence(0x00081140, undefined, inner, inner)
                        .sequence(
                                0x00091001,
                                undefined,
                                new DicomBytes().sequence(0x00091002, !undefined, inner),
                                new DicomBytes())
                        .sequence(0x00880200, undefined, icon)));
        assertHead(scan, 0, 1, 2);
        assertEquals(List.of(), scan.warnings());
    }

    /**
     * A private sequence of undefined length whose first item is cut off in the middle: its end is found by its mark.
     */
    @Test
    void aBrokenPrivateSequenceIsPassedOver() throws IOException, InvalidInputException {
        byte[] whole = DicomBytes.slice(0)
                .pixels(slice(0))
                .sequence(0x00091001, true, new DicomBytes().text(0x00091002, "LO", "BROKEN HERE "))
                .toBytes();
        int at = find(whole, "BROKEN");
        // The length of the text, far beyond its end.
        whole[at - 2] = (byte) 0x50;
        whole[at - 1] = (byte) 0x7f;
        assertHead(DicomFolder.read(Files.write(folder.resolve("broken"), whole)), 0);
    }

    @Test
    void runLengthsAreUnpacked() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                3,
                z -> slice -> slice.syntax(DicomBytes.RLE).fragments(List.of(DicomBytes.runLengths(slice(z), 2)))));
        assertHead(scan, 0, 1, 2);
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void aFrameMayLieInSeveralFragments() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 2, z -> slice -> {
            byte[] all = DicomBytes.runLengths(slice(z), 2);
            return slice.syntax(DicomBytes.RLE)
                    .fragments(List.of(Arrays.copyOf(all, 70), Arrays.copyOfRange(all, 70, all.length)));
        }));
        assertHead(scan, 0, 1);
    }

    /** Made by DCMTK 3.6.7 and GDCM 3.0.21 from {@link #fixture}; see the README beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jpeg-lossless-sv1",
                "jpeg-lossless-sv2",
                "jpeg-lossless-sv3",
                "jpeg-lossless-sv4",
                "jpeg-lossless-sv5",
                "jpeg-lossless-sv6",
                "jpeg-lossless-sv7",
                "jpeg-ls",
                "jpeg-2000",
                "rle"
            })
    void losslessFilesOfOtherEncodersAreExact(String name) throws InvalidInputException {
        Scan scan = DicomFolder.read(resource(name));
        int[] stored = stored(0);
        assertArrayEquals(Arrays.stream(stored).asDoubleStream().toArray(), DicomCase.hu(scan));
        assertEquals(
                List.of("fixture"),
                scan.warnings().stream()
                        .map(w -> w.contains("single slice") ? "fixture" : w)
                        .toList());
    }

    /** What some writers leave behind the end of a stream: zeros, 0xFF, one odd byte, a sector of blanks. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg-lossless-sv1", "jpeg-ls", "jpeg-2000", "rle", "jpeg-baseline", "jpeg-ls-near"})
    void paddingBehindTheEndIsNoDamage(String name) throws Exception {
        byte[] all = Files.readAllBytes(resource(name));
        double[] expected = DicomCase.hu(DicomFolder.read(resource(name)));
        byte[] mixed = new byte[64];
        Arrays.fill(mixed, 0, 30, (byte) 0xff);
        byte[] blanks = new byte[512];
        Arrays.fill(blanks, (byte) ' ');
        byte[] ones = new byte[4096];
        Arrays.fill(ones, (byte) 0xff);
        for (byte[] padding : List.of(new byte[2], new byte[4096], new byte[] {-1, -1}, ones, mixed, blanks)) {
            Path file = Files.write(folder.resolve("padded"), padded(all, padding));
            assertArrayEquals(
                    expected, DicomCase.hu(DicomFolder.read(file)), name + " and " + padding.length + " bytes");
        }
    }

    @Test
    void aStreamOf2000PaddedWithOnesIsRead() throws InvalidInputException {
        Path files = Path.of("src/test/resources/spoiled/padded");
        assertArrayEquals(
                DicomCase.hu(DicomFolder.read(files.resolve("j2k_padded_with_00_ok.dcm"))),
                DicomCase.hu(DicomFolder.read(files.resolve("j2k_padded_with_ff.dcm"))));
    }

    /** Lengthens the last fragment of a file that ends in a sequence delimiter. */
    private static byte[] padded(byte[] all, byte[] padding) {
        int end = all.length - 8;
        int item = -1;
        for (int at = find(all, new byte[] {(byte) 0xe0, 0x7f, 0x10, 0}) + 12; at < end; ) {
            item = at;
            at += 8 + ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
        }
        ByteBuffer out = ByteBuffer.allocate(all.length + padding.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(all, 0, end).put(padding).put(all, end, 8);
        return out.putInt(item + 4, end - item - 8 + padding.length).array();
    }

    /** Lossy: the oracle is what DCMTK and GDCM unpack, raw beside each. */
    @ParameterizedTest
    @CsvSource({"jpeg-ls-near, 3", "jpeg-baseline, 130"})
    void lossyFilesAreReadWithAWarning(String name, int most) throws InvalidInputException {
        Scan scan = DicomFolder.read(resource(name));
        double[] hu = DicomCase.hu(scan);
        assertArrayEquals(DicomCase.hu(DicomFolder.read(resource(name + "-unpacked"))), hu);
        assertWarns(scan, "lossy compression");
        int[] stored = stored(1024);
        double worst = 0;
        for (int i = 0; i < hu.length; i++) worst = Math.max(worst, Math.abs(hu[i] - stored[i] + 1024));
        assertTrue(worst > 0 && worst <= most, "worst " + worst);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.201, High-Throughput JPEG 2000 Lossless (1.2.840.10008.1.2.4.201)",
        "1.2.840.10008.1.2.4.110, JPEG XL Lossless",
        "1.2.840.10008.1.2.4.93, JPEG 2000 Part 2",
        "1.2.3.4.5, unknown"
    })
    void whatCannotBeUnpackedIsNamed(String uid, String name) {
        DicomBytes.slice(0).syntax(uid).fragments(List.of(new byte[64])).write(folder.resolve("packed"));
        String sentence = refusal(folder);
        assertTrue(
                sentence.startsWith("packed is compressed with " + name) && sentence.contains("gdcmconv --raw"),
                sentence);
    }

    @Test
    void aStreamOfAnotherSizeIsRefused() throws IOException, InvalidInputException {
        byte[] all = Files.readAllBytes(resource("jpeg-ls"));
        int rows = find(all, new byte[] {0x28, 0, 0x10, 0, 'U', 'S', 2, 0}) + 8;
        all[rows]++;
        Files.write(folder.resolve("other"), all);
        assertTrue(refusal(folder).contains("says it has 48 × 41 pixels, but holds 48 × 40"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg-lossless-sv1", "jpeg-ls", "jpeg-2000", "rle", "jpeg-baseline"})
    void everyBrokenStreamIsRefused(String name) throws IOException {
        byte[] all = Files.readAllBytes(resource(name));
        Path file = folder.resolve("cut");
        for (int length = all.length - 10; length > 400; length -= 41) {
            Files.write(file, Arrays.copyOf(all, length));
            String sentence = refusal(file);
            assertTrue(sentence.startsWith("cut "), sentence);
        }
    }

    @Test
    void aClassicMultiframeFileHasNoPlaces() throws InvalidInputException {
        Path file = DicomBytes.slice(0)
                .text(0x00280008, "IS", "3")
                .text(0x00180088, "DS", "4")
                .pixels(IntStream.range(0, 3)
                        .flatMap(z -> Arrays.stream(slice(z)))
                        .toArray())
                .write(folder.resolve("multi"));
        Scan scan = DicomFolder.read(file);
        assertHead(scan, 0, 1, 2);
        assertWarns(scan, "does not say where its slices lie", "4 mm was taken from SpacingBetweenSlices");
        assertEquals(new Spacing(0.5, 0.5, 4), scan.geometry().spacing().orElseThrow());
    }

    /** Frames stored from head to foot, spacing and orientation shared, position and rescale per frame. */
    @ParameterizedTest
    @CsvSource({
        DicomBytes.EXPLICIT + ", true",
        DicomBytes.EXPLICIT + ", false",
        DicomBytes.IMPLICIT + ", true",
        DicomBytes.BIG_ENDIAN + ", false"
    })
    void anEnhancedMultiframeFileHasThemInItsGroups(String syntax, boolean undefined) throws InvalidInputException {
        Scan scan = DicomFolder.read(enhanced(syntax, undefined)
                .pixels(IntStream.of(3, 2, 1, 0)
                        .flatMap(z -> Arrays.stream(DicomCase.stored(z, 1, -z)))
                        .toArray())
                .write(folder.resolve("enhanced")));
        assertHead(scan, 0, 1, 2, 3);
        assertEquals(new Spacing(0.25, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertEquals(100, scan.geometry().affine().orElseThrow().get(0, 3));
        assertEquals(1, scan.warnings().size());
        assertWarns(scan, "rescale that changes");
    }

    @Test
    void compressedFramesAreFoundOneByOne() throws InvalidInputException {
        List<byte[]> frames = new ArrayList<>();
        for (int z = 3; z >= 0; z--) frames.add(DicomBytes.runLengths(DicomCase.stored(z, 1, -z), 2));
        Scan scan = DicomFolder.read(
                enhanced(DicomBytes.RLE, true).fragments(frames).write(folder.resolve("enhanced")));
        assertHead(scan, 0, 1, 2, 3);
    }

    @Test
    void aFrameThatIsNotThereIsMissed() {
        enhanced(DicomBytes.EXPLICIT, true)
                .pixels(IntStream.of(3, 2, 1)
                        .flatMap(z -> Arrays.stream(slice(z)))
                        .toArray())
                .write(folder.resolve("enhanced"));
        assertTrue(refusal(folder).contains("enhanced is cut short, its pixel data end early"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.5.1.4.1.1.66.4, segmentation (SEG)",
        "1.2.840.10008.5.1.4.1.1.481.3, structure set (RTSTRUCT)",
        "1.2.840.10008.5.1.4.1.1.481.2, RTDOSE",
        "1.2.840.10008.5.1.4.1.1.88.67, report (SR)",
        "1.2.840.10008.5.1.4.1.1.104.1, document",
        "1.2.840.10008.5.1.4.1.1.30, parametric map"
    })
    void whatIsNoImageIsNamed(String kind, String words) {
        DicomBytes.slice(0).text(0x00080016, "UI", kind).pixels(slice(0)).write(folder.resolve("object"));
        String sentence = refusal(folder);
        assertTrue(sentence.startsWith("object is a DICOM") && sentence.contains(words), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RGB", "PALETTE COLOR", "YBR_FULL_422"})
    void coloursAreRefused(String colours) {
        DicomBytes.slice(0).text(0x00280004, "CS", colours).pixels(slice(0)).write(folder.resolve("colour"));
        assertTrue(refusal(folder).contains("colour image (" + colours + ")"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "12, 12, 11", "16, 17, 16", "16, 12, 16", "16, 0, 0", "64, 64, 63"})
    void impossibleBitsAreRefused(int allocated, int used, int high) {
        DicomBytes file = DicomBytes.slice(0).pixels(slice(0));
        byte[] all = file.toBytes();
        // The pixels stay as they were, 16 bits each.
        for (int[] patch : new int[][] {{0x00, allocated}, {0x01, used}, {0x02, high}}) {
            all[find(all, new byte[] {0x28, 0, (byte) patch[0], 1, 'U', 'S', 2, 0}) + 8] = (byte) patch[1];
        }
        try {
            Files.write(folder.resolve("bits"), all);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertTrue(refusal(folder).startsWith("bits "));
    }

    @Test
    void otherFilesAreNoDicom() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "a".repeat(500));
        assertFalse(DicomCase.isDicom(text));
        assertFalse(DicomCase.isDicom(folder));
        assertFalse(DicomCase.isDicom(folder.resolve("absent")));
        assertTrue(DicomCase.isDicom(DicomBytes.slice(0).pixels(slice(0)).write(folder.resolve("a"))));
        assertTrue(DicomCase.isDicom(
                DicomBytes.slice(0).withoutMeta().pixels(slice(0)).write(folder.resolve("b"))));
        assertEquals("notes.txt holds no DICOM images: choose a folder of CT slices.", refusal(text));
        assertEquals(
                "absent cannot be read, there is no such file: check its name and folder.",
                refusal(folder.resolve("absent")));
    }

    private static DicomBytes enhanced(String syntax, boolean undefined) {
        DicomBytes[] frames = new DicomBytes[4];
        for (int i = 0; i < 4; i++) {
            frames[i] = new DicomBytes()
                    .sequence(0x00209113, undefined, new DicomBytes().position(-100, -80, 5 * (3 - i)))
                    .sequence(0x00289145, undefined, new DicomBytes().rescale(1, i - 3));
        }
        DicomBytes shared = new DicomBytes()
                .sequence(0x00209116, undefined, new DicomBytes().orientation(1, 0, 0, 0, 1, 0))
                .sequence(
                        0x00289110,
                        undefined,
                        new DicomBytes().text(0x00180050, "DS", "5").text(0x00280030, "DS", "0.5\\0.25"))
                .sequence(0x00189304, undefined, new DicomBytes().numbers(0x00181120, "FD", 0));
        return DicomBytes.slice(0)
                .syntax(syntax)
                .without(0x00200032, 0x00200037, 0x00180050, 0x00280030, 0x00281052, 0x00281053)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2.1")
                .text(0x00280008, "IS", "4")
                .sequence(0x52009229, undefined, shared)
                .sequence(0x52009230, undefined, frames);
    }

    /**
     * 48 × 40 pixels of 16 bits: flat air, a flat disc, noise, and edges between them, so every mode of a coder is
     * used.
     */
    static DicomBytes fixture() {
        return DicomBytes.slice(0).grid(48, 40).pixels(stored(0));
    }

    /** The same from 0 to 4095 in 12 bits. */
    static DicomBytes unsignedFixture() {
        return DicomBytes.slice(0)
                .grid(48, 40)
                .bits(16, 12, 11, false)
                .rescale(1, -1024)
                .pixels(stored(1024));
    }

    private static int[] stored(int shift) {
        int[] values = new int[48 * 40];
        long noise = 20200131;
        for (int i = 0; i < values.length; i++) {
            int dx = i % 48 - 24;
            int dy = i / 48 - 20;
            noise = noise * 6364136223846793005L + 1442695040888963407L;
            int far = dx * dx + dy * dy;
            if (far > 330) values[i] = -1024;
            else if (far > 250) values[i] = 900 + (int) (noise >>> 60) * 40;
            else if (dx < 4) values[i] = 30 + (int) (noise >>> 61);
            else values[i] = far < 100 ? 65 : -900 + (int) (noise >>> 53);
            values[i] += shift;
        }
        return values;
    }

    private static Path resource(String name) {
        try {
            return Path.of(DicomEncodingTest.class.getResource(name + ".dcm").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int find(byte[] all, String text) {
        return find(all, text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static int find(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++)
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) return i;
        throw new IllegalArgumentException("not there");
    }
}
