package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.AxisOrderTest;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What NRRD and MetaImage have in common: the axes, the types, the promises. */
class TextVolumeTest {

    static final double[] RAMP = {-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8};

    @TempDir
    Path folder;

    static Stream<Arguments> orders() {
        return AxisOrderTest.orders()
                .flatMap(letters -> Stream.of(Arguments.of(true, letters), Arguments.of(false, letters)));
    }

    /** Oracle: the same volume from NIfTI. */
    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderGivesTheVolumeThatNiftiGives(boolean nrrd, String letters) throws InvalidInputException {
        Scan nifti = Nifti.readScan(AxisOrderTest.stored(letters).write(folder.resolve("volume.nii")));
        Scan scan = read(TextVolume.stored(nrrd, letters), nrrd);
        assertArrayEquals(Voxels.of(nifti.hu()), Voxels.of(scan.hu()));
        assertEquals(List.of(), scan.warnings());
        assertEquals(letters, scan.geometry().storedAxes().orElseThrow());
        assertEquals(nifti.geometry().spacing(), scan.geometry().spacing());
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    nifti.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    scan.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    1e-12,
                    letters + i);
        }
    }

    static Stream<Arguments> types() {
        return Stream.of(
                type("int8_t", "MET_CHAR", 1, (to, v) -> to.put((byte) v), -128, 127, -1),
                type("uchar", "MET_UCHAR", 1, (to, v) -> to.put((byte) v), 0, 255, 128),
                type("short", "MET_SHORT", 2, (to, v) -> to.putShort((short) v), -32768, 32767, -1024),
                type("unsigned short", "MET_USHORT", 2, (to, v) -> to.putShort((short) v), 0, 65535, 32768),
                type("int", "MET_INT", 4, (to, v) -> to.putInt((int) v), Integer.MIN_VALUE, Integer.MAX_VALUE, -7),
                type("int32", "MET_LONG", 4, (to, v) -> to.putInt((int) v), Integer.MIN_VALUE, Integer.MAX_VALUE, -7),
                type("uint", "MET_UINT", 4, (to, v) -> to.putInt((int) v), 0, 4294967295L, 2147483648L),
                type("uint32_t", "MET_ULONG", 4, (to, v) -> to.putInt((int) v), 0, 4294967295L, 2147483648L),
                type("long long", "MET_LONG_LONG", 8, ByteBuffer::putLong, -1L << 52, 1L << 52, 3),
                type("unsigned long long int", "MET_ULONG_LONG", 8, ByteBuffer::putLong, 0, 1L << 52, 3),
                type("float", "MET_FLOAT", 4, (to, v) -> to.putFloat(v), -1000, 3071, 40),
                type("double", "MET_DOUBLE", 8, (to, v) -> to.putDouble(v), -1000, 3071, 40));
    }

    /** Puts a whole number into a file. */
    private interface Putter {
        void put(ByteBuffer to, long value);
    }

    private static Arguments type(String nrrd, String meta, int bytes, Putter putter, long... values) {
        return Arguments.of(nrrd, meta, bytes, putter, values);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeInBothByteOrders(String nrrd, String meta, int bytes, Putter putter, long[] values)
            throws InvalidInputException {
        double[] expected = Arrays.stream(values).asDoubleStream().toArray();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            ByteBuffer to = ByteBuffer.allocate(bytes * values.length).order(order);
            for (long value : values) putter.put(to, value);
            TextVolume first = TextVolume.nrrd(3, 1, 1).raw(nrrd, to.array());
            TextVolume second = TextVolume.metaImage(3, 1, 1).raw(meta, to.array());
            if (order == ByteOrder.BIG_ENDIAN) {
                first.bigEndian();
                second.bigEndian();
            }
            assertArrayEquals(expected, Voxels.of(read(first, true).hu()), nrrd + order);
            assertArrayEquals(expected, Voxels.of(read(second, false).hu()), meta + order);
            assertArrayEquals(expected, Voxels.of(read(first.packed(), true).hu()), nrrd + order);
            assertArrayEquals(expected, Voxels.of(read(second.packed(), false).hu()), meta + order);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTruncationIsRefused(boolean nrrd) {
        for (boolean packed : new boolean[] {false, true}) {
            TextVolume file = TextVolume.stored(nrrd, "LAS");
            byte[] whole = (packed ? file.packed() : file).toBytes();
            for (int length = 0; length < whole.length; length++)
                assertRefused(Arrays.copyOf(whole, length), nrrd, ": ");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damagedPackedDataAreRefused(boolean nrrd) {
        byte[] bytes = TextVolume.stored(nrrd, "LAS").packed().toBytes();
        // Of gzip's trailer the last four bytes are the length; the checksum stands before it, zlib's at the very end.
        bytes[bytes.length - (nrrd ? 8 : 1)] ^= 1;
        assertRefused(bytes, nrrd, "damaged", "cannot be unpacked");
    }

    /** 2 GB of voxels promised by some bytes, and 1.8 GB by 2 MB of noise: nothing is set aside for either. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anImpossiblePromiseIsNotBelieved(boolean nrrd) {
        byte[] noise = new byte[2 << 20];
        new Random(7).nextBytes(noise);
        for (byte[] voxels : List.of(new byte[16], noise)) {
            TextVolume liar = (nrrd ? TextVolume.nrrd(1000, 1000, 900) : TextVolume.metaImage(1000, 1000, 900))
                    .raw(nrrd ? "short" : "MET_SHORT", voxels);
            assertRefused(liar.toBytes(), nrrd, "cut short");
            assertRefused(liar.packed().toBytes(), nrrd, "cut short");
        }
    }

    static Stream<Arguments> badSizes() {
        return Stream.of(
                Arguments.of("0 3 2", "0 voxels along axis 1"),
                Arguments.of("4 -5 2", "-5 voxels along axis 2"),
                Arguments.of("99999 99999 99999", "more than 2147483639 voxels"),
                Arguments.of("4 3", "cannot be read"),
                Arguments.of("4 3 2 1", "cannot be read"),
                Arguments.of("4 3 two", "cannot be read"),
                Arguments.of("4 3 2.5", "cannot be read"),
                Arguments.of("99999999999999999999 3 2", "cannot be read"),
                Arguments.of("", "cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("badSizes")
    void anImpossibleSizeIsRefused(String sizes, String words) {
        assertRefused(
                TextVolume.nrrd(4, 3, 2).int16(24, i -> i).with("sizes", sizes).toBytes(), true, words);
        assertRefused(
                TextVolume.metaImage(4, 3, 2)
                        .int16(24, i -> i)
                        .with("DimSize", sizes)
                        .toBytes(),
                false,
                words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "17", "-3", "4294967299", "three"})
    void impossibleDimensionsAreRefused(String dimensions) {
        assertRefused(
                TextVolume.nrrd(4, 3, 2)
                        .int16(24, i -> i)
                        .with("dimension", dimensions)
                        .toBytes(),
                true,
                "dimension");
        assertRefused(
                TextVolume.metaImage(4, 3, 2)
                        .int16(24, i -> i)
                        .with("NDims", dimensions)
                        .toBytes(),
                false,
                "NDims",
                "dimension");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneVolumeInFourDimensionsIsOneVolume(boolean nrrd) throws InvalidInputException {
        int[] one = {3, 2, 2, 1};
        int[] two = {3, 2, 1, 2};
        assertArrayEquals(RAMP, Voxels.of(read(ramp(nrrd, one), nrrd).hu()));
        assertRefused(ramp(nrrd, two).toBytes(), nrrd, "more than one volume, 2 along axis 4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSliceIsAVolume(boolean nrrd) throws InvalidInputException {
        Scan scan = read(ramp(nrrd, 4, 3), nrrd);
        assertArrayEquals(RAMP, Voxels.of(scan.hu()));
        assertEquals(1, scan.geometry().size(2));
        assertTrue(scan.geometry().spacing().isEmpty());
    }

    /** Without orientation a file is as displayed, and that is said. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsMissingIsSaid(boolean nrrd) throws InvalidInputException {
        Scan scan = read(ramp(nrrd, 3, 2, 2), nrrd);
        assertEquals(2, scan.warnings().size());
        assertTrue(scan.warnings().get(0).contains("how far apart"));
        assertTrue(scan.warnings().get(1).contains("no usable orientation"));
        Scan spaced = read(ramp(nrrd, 3, 2, 2).with(nrrd ? "spacings" : "ElementSpacing", "0.5 0.5 5"), nrrd);
        assertEquals(new Spacing(0.5, 0.5, 5), spaced.geometry().spacing().orElseThrow());
        assertEquals(1, spaced.warnings().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void crookedAxesAreSaid(boolean nrrd) throws InvalidInputException {
        Scan scan = read(ramp(nrrd, 3, 2, 2).ras(-1, 0.3, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0), nrrd);
        assertTrue(
                scan.warnings().toString().contains("shifted sideways"),
                scan.warnings().toString());
        assertEquals(1, scan.geometry().spacing().orElseThrow().voxelVolume(), 1e-12);
        Scan flat = read(ramp(nrrd, 3, 2, 2).ras(-1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0), nrrd);
        assertTrue(
                flat.warnings().toString().contains("no usable orientation"),
                flat.warnings().toString());
    }

    /** As from the DICOM files of a gantry tilted by 18.5°: 5 mm along the normal, 5.27 mm from voxel to voxel. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDistanceOfShearedSlicesIsThatAlongTheirNormal(boolean nrrd) throws InvalidInputException {
        Scan scan = read(ramp(nrrd, 3, 2, 2).ras(-0.45, 0, 0, 0, 0, -0.45, 1.6729766, 0, 0, 0, 5, 0), nrrd);
        assertEquals(5, scan.geometry().spacing().orElseThrow().z(), 1e-6);
        assertTrue(
                scan.warnings().toString().contains("along the normal, 5.0000 mm"),
                scan.warnings().toString());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void twoValuesForOneFieldAreRefused(boolean nrrd) {
        String line = nrrd ? "sizes: 2 3 2\n" : "DimSize = 2 3 2\n";
        String text = new String(ramp(nrrd, 3, 2, 2).toBytes(), StandardCharsets.ISO_8859_1);
        int at = text.indexOf(nrrd ? "endian" : "ElementType");
        byte[] bytes = (text.substring(0, at) + line + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(bytes, nrrd, "two values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../voxels.raw",
                "/etc/passwd",
                "..",
                ".",
                "sub/voxels.raw",
                "C:\\scans\\voxels.raw",
                "\\\\host\\share\\voxels.raw"
            })
    void aDataFileInAnotherFolderIsNotOpened(String data) {
        for (boolean nrrd : new boolean[] {true, false}) {
            assertRefused(
                    ramp(nrrd, 3, 2, 2)
                            .with(nrrd ? "data file" : "ElementDataFile", data)
                            .header(),
                    nrrd,
                    "another folder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST", "slice%03d.raw 1 20 1"})
    void severalDataFilesAreRefused(String data) {
        for (boolean nrrd : new boolean[] {true, false}) {
            assertRefused(
                    ramp(nrrd, 3, 2, 2)
                            .with(nrrd ? "data file" : "ElementDataFile", data)
                            .header(),
                    nrrd,
                    "several files");
        }
    }

    /** With spaces, umlauts, and a header that has another ending. */
    @ParameterizedTest
    @ValueSource(strings = {"voxels.raw", "./voxels.raw", "Müller Köpfe 2.raw", "voxels.raw.gz"})
    void theVoxelsMayHaveAFileOfTheirOwn(String data) throws InvalidInputException {
        for (boolean nrrd : new boolean[] {true, false}) {
            TextVolume file = ramp(nrrd, 3, 2, 2).with(nrrd ? "data file" : "ElementDataFile", data);
            if (data.endsWith("gz")) file.packed();
            NiftiBytes.write(folder.resolve(Path.of(data).getFileName()), file.data());
            Path header = NiftiBytes.write(folder.resolve(nrrd ? "ramp.nhdr" : "ramp.mhd"), file.header());
            assertArrayEquals(
                    RAMP, Voxels.of(ScanFile.readScan(format(nrrd), header).hu()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"NRRD", "META_IMAGE"})
    void aMissingDataFileIsNamed(FileKind format) {
        boolean nrrd = format == FileKind.NRRD;
        byte[] header = ramp(nrrd, 3, 2, 2)
                .with(nrrd ? "data file" : "ElementDataFile", "gone.raw")
                .header();
        Path file = NiftiBytes.write(folder.resolve("header.txt"), header);
        assertEquals(
                "header.txt cannot be read without gone.raw: put both into one folder.",
                Voxels.refusal(() -> ScanFile.readScan(format, file)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDataFileThatIsTooLongIsSaid(boolean nrrd) throws InvalidInputException {
        TextVolume file = ramp(nrrd, 3, 2, 2).with(nrrd ? "data file" : "ElementDataFile", "long.raw");
        NiftiBytes.write(folder.resolve("long.raw"), TextVolume.join(file.data(), new byte[2]));
        Scan scan = ScanFile.readScan(format(nrrd), NiftiBytes.write(folder.resolve("header.txt"), file.header()));
        assertTrue(
                scan.warnings().get(0).contains("longer than the header says"),
                scan.warnings().toString());
    }

    static TextVolume ramp(boolean nrrd, int... size) {
        return (nrrd ? TextVolume.nrrd(size) : TextVolume.metaImage(size)).int16(12, i -> i - 3);
    }

    static FileKind format(boolean nrrd) {
        return nrrd ? FileKind.NRRD : FileKind.META_IMAGE;
    }

    private Scan read(TextVolume file, boolean nrrd) throws InvalidInputException {
        return ScanFile.readScan(format(nrrd), file.write(folder.resolve("volume")));
    }

    private void assertRefused(byte[] bytes, boolean nrrd, String... words) {
        Path file = NiftiBytes.write(folder.resolve("volume"), bytes);
        assertRefused(() -> ScanFile.readScan(format(nrrd), file), words);
    }

    static void assertRefused(org.junit.jupiter.api.function.Executable refused, String... words) {
        String sentence = Voxels.refusal(refused);
        assertTrue(sentence.startsWith("volume ") && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
        assertFalse(sentence.contains("/tmp"), sentence);
        assertTrue(Arrays.stream(words).anyMatch(sentence::contains), sentence);
    }
}
