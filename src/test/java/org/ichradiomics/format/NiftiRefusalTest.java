package org.ichradiomics.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NiftiRefusalTest {

    @TempDir
    Path folder;

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                refused("no dimension", ramp().dim(0, 0), "0 dimensions"),
                refused("a line", ramp().dim(0, 1), "1 dimensions"),
                refused("eight dimensions", ramp().dim(0, 8), "8 dimensions"),
                refused("negative dimension count", ramp().dim(0, -3), "-3 dimensions"),
                refused("no columns", ramp().dim(1, 0), "0 voxels along axis 1"),
                refused("negative rows", ramp().dim(2, -5), "-5 voxels along axis 2"),
                refused("no slices", ramp().dim(3, 0), "0 voxels along axis 3"),
                refused("absurd product", ramp().dims(32767, 32767, 32767), "more than", "voxels"),
                refused(
                        "absurd length",
                        NiftiBytes.second(ByteOrder.LITTLE_ENDIAN)
                                .dims(Long.MAX_VALUE, 1, 1)
                                .type(2, 8),
                        "more than",
                        "voxels"),
                refused(
                        "two volumes",
                        ramp().dims(4, 3, 1, 2),
                        "more than one volume, 2 along axis 4",
                        "one is needed"),
                refused("three in 5D", ramp().dims(4, 3, 1, 1, 3), "3 along axis 5"),
                refused("negative volumes", ramp().dims(4, 3, 2, -1), "-1 volumes"),
                refused("RGB", ramp().type(128, 24), "RGB24", "int16 or float32"),
                refused("RGBA", ramp().type(2304, 32), "RGBA32"),
                refused("complex", ramp().type(32, 64), "complex64"),
                refused("long complex", ramp().type(2048, 256), "complex256"),
                refused("float128", ramp().type(1536, 128), "float128"),
                refused("binary", ramp().type(1, 1), "binary"),
                refused("no type", ramp().type(0, 0), "unknown data type 0"),
                refused("strange type", ramp().type(77, 16), "unknown data type 77"),
                refused("type against bits", ramp().type(4, 32), "int16 numbers of 32 bits"),
                refused("NaN offset", ramp().voxelOffset(Double.NaN), "vox_offset"),
                refused("negative offset", ramp().voxelOffset(-352), "vox_offset"),
                refused("broken offset", ramp().voxelOffset(352.5), "vox_offset"),
                refused("offset in the header", ramp().voxelOffset(0), "vox_offset"),
                refused("absurd offset", ramp().voxelOffset(3e38), "vox_offset"),
                refused("offset behind the end", ramp().voxelOffset(4096), "cut short"),
                refused("NaN intercept", ramp().scl(1, Double.NaN), "scl_inter", "HU are not known"),
                refused("Analyze 7.5", ramp().magic(""), "not a NIfTI file", "Analyze"),
                refused("pair in one file", ramp().magic("ni1"), "header of a pair"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badHeaders")
    void aBadHeaderIsRefused(String what, NiftiBytes file, String[] words) {
        assertRefused(file.toBytes(), words);
    }

    @Test
    void whatIsNoNiftiFileIsRefused() {
        assertRefused(new byte[0], "not a NIfTI file", "0 bytes");
        assertRefused(new byte[200], "not a NIfTI file", "200 bytes");
        assertRefused(new byte[4000], "not a NIfTI file", "does not begin");
        assertRefused(NiftiBytes.gzip(new byte[200]), "not a NIfTI file", "200 bytes");
        byte[] mangled = NiftiBytes.second(ByteOrder.LITTLE_ENDIAN)
                .dims(1, 1, 1)
                .bytes((byte) 1)
                .toBytes();
        mangled[8] = '\n'; // what a text-mode transfer makes of \r\n
        assertRefused(mangled, "not a NIfTI file");
    }

    @Test
    void aMissingFileIsNamedWithoutItsFolder() {
        assertRefusal(folder.resolve("absent.nii.gz"), "absent.nii.gz", "no such file");
        assertRefusal(folder.resolve("nowhere").resolve("absent.nii"), "absent.nii", "no such file");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        assertRefusal(Files.createDirectory(folder.resolve("series.nii")), "series.nii cannot be read");
    }

    @Test
    void halfAPairIsRefused() {
        NiftiBytes file = ramp().magic("ni1").voxelOffset(0);
        assertRefusal(NiftiBytes.write(folder.resolve("half.hdr"), file.header()), "half.hdr", "without half.img");
        assertRefusal(NiftiBytes.write(folder.resolve("other.img"), file.voxels()), "other.img", "without other.hdr");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTruncationIsRefused(boolean packed) {
        byte[] whole = NiftiBytes.upright(8, 8, 8).int16(512, i -> 31 * i % 257).toBytes();
        byte[] bytes = packed ? NiftiBytes.gzip(whole) : whole;
        for (int length = 0; length < bytes.length; length += length < 600 ? 1 : 7) {
            assertRefused(Arrays.copyOf(bytes, length), ": ");
        }
    }

    @Test
    void damagedGzipDataAreRefused() {
        byte[] packed = NiftiBytes.gzip(
                NiftiBytes.upright(8, 8, 8).int16(512, i -> 31 * i % 257).toBytes());
        byte[] checksum = packed.clone();
        checksum[packed.length - 8] ^= 1;
        assertRefused(checksum, "damaged", "gzip");
        byte[] method = packed.clone();
        method[2] = 7;
        assertRefused(method, "damaged", "gzip");
    }

    /** The checksum lies at the end of the stream, which may be far behind the voxels. */
    @Test
    void aGzipIsReadToItsEnd() {
        byte[] voxels = new byte[100_000];
        new Random(7).nextBytes(voxels);
        byte[] packed = NiftiBytes.gzip(
                NiftiBytes.upright(8, 8, 8).raw(4, 16, ByteBuffer.wrap(voxels)).toBytes());
        packed[packed.length - 8] ^= 1;
        assertRefused(packed, "damaged", "gzip");
        assertRefused(Arrays.copyOf(packed, packed.length - 9), "cut short");
    }

    /** 2 GB of voxels promised by 200 bytes: beyond what deflate can pack, so nothing is allocated. */
    @Test
    void anImpossiblePromiseIsNotBelieved() {
        NiftiBytes liar = NiftiBytes.upright(1024, 1024, 1024).int16(8, i -> i);
        assertRefused(liar.toBytes(), "cut short");
        assertRefused(NiftiBytes.gzip(liar.toBytes()), "cut short");
    }

    /** 1.8 GB promised by a gzip of 2 MB that does hold 2 MB of noise: possible for deflate, so it is counted first. */
    @Test
    void aLargePromiseIsCountedBeforeItIsBelieved() {
        byte[] noise = new byte[2 << 20];
        new Random(7).nextBytes(noise);
        byte[] liar = NiftiBytes.upright(1000, 1000, 900)
                .raw(4, 16, ByteBuffer.wrap(noise))
                .toBytes();
        assertRefused(NiftiBytes.gzip(liar), "cut short");
    }

    /** Any byte of a header may be anything: what comes out is a scan or one sentence, never another error. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void noByteOfAHeaderCanDoHarm(boolean second, boolean packed) {
        NiftiBytes file = second ? NiftiBytes.second(ByteOrder.BIG_ENDIAN) : NiftiBytes.first();
        byte[] bytes = file.dims(6, 5, 4)
                .spacing(0.5, 0.5, 5)
                .sform(-0.5, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, 5, 30)
                .qform(1, 0, 0, 1, 10, 20, 30)
                .scl(1, 0)
                .int16(120, i -> i - 60)
                .toBytes();
        Random random = new Random(20200131);
        int read = 0;
        for (int trial = 0; trial < 1000; trial++) {
            byte[] mutant = bytes.clone();
            mutant[random.nextInt(file.header().length)] = (byte) random.nextInt(256);
            Path path = NiftiBytes.write(folder.resolve("mutant.nii"), packed ? NiftiBytes.gzip(mutant) : mutant);
            try {
                Scan scan = Nifti.readScan(path);
                assertEquals(
                        (long) scan.geometry().size(0)
                                * scan.geometry().size(1)
                                * scan.geometry().size(2),
                        Voxels.of(scan.hu()).length);
                read++;
            } catch (InvalidInputException e) {
                assertSentence("mutant.nii", e.getMessage());
            }
        }
        assertTrue(read > 500, "most bytes of a header are not read, yet " + (1000 - read) + " of 1000 were refused");
    }

    private static NiftiBytes ramp() {
        return NiftiBytes.upright(4, 3, 2).int16(24, i -> i);
    }

    private static Arguments refused(String what, NiftiBytes file, String... words) {
        return Arguments.of(what, file, words);
    }

    private void assertRefused(byte[] bytes, String... words) {
        assertRefusal(NiftiBytes.write(folder.resolve("scan.nii.gz"), bytes), words);
    }

    private void assertRefusal(Path file, String... words) {
        String sentence = Voxels.refusal(() -> Nifti.readScan(file));
        assertSentence(file.getFileName().toString(), sentence);
        for (String word : words) assertTrue(sentence.contains(word), sentence);
    }

    private void assertSentence(String name, String sentence) {
        assertTrue(sentence.startsWith(name + " ") && sentence.endsWith("."), sentence);
        assertFalse(sentence.contains(folder.toString()), sentence);
        assertFalse(sentence.contains("\n"), sentence);
    }
}
