package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NiftiReaderTest {

    private static final double[] RAMP = IntStream.range(0, 24).asDoubleStream().toArray();

    @TempDir
    Path folder;

    /** How the number 3·i − 5 (unsigned: 3·i) is stored in each type; the sign bit is set where there is none. */
    enum Stored {
        UINT8(2, 8),
        INT8(256, 8),
        INT16(4, 16),
        UINT16(512, 16),
        INT32(8, 32),
        UINT32(768, 32),
        INT64(1024, 64),
        UINT64(1280, 64),
        FLOAT32(16, 32),
        FLOAT64(64, 64);

        final int code;
        final int bits;

        Stored(int code, int bits) {
            this.code = code;
            this.bits = bits;
        }

        double value(int i) {
            return switch (this) {
                case UINT8 -> 255 - 3 * i;
                case UINT16 -> 65535 - 3 * i;
                case UINT32 -> 4294967295.0 - 3 * i;
                case UINT64 -> 0x1p53 - 3 * i;
                case FLOAT32, FLOAT64 -> 0.25 * i - 5;
                default -> 3 * i - 5;
            };
        }

        ByteBuffer bytes(int count, ByteOrder order) {
            ByteBuffer to = ByteBuffer.allocate(count * bits / 8).order(order);
            for (int i = 0; i < count; i++) {
                long whole = (long) value(i);
                switch (this) {
                    case UINT8, INT8 -> to.put((byte) whole);
                    case INT16, UINT16 -> to.putShort((short) whole);
                    case INT32, UINT32 -> to.putInt((int) whole);
                    case INT64, UINT64 -> to.putLong(whole);
                    case FLOAT32 -> to.putFloat((float) value(i));
                    case FLOAT64 -> to.putDouble(value(i));
                }
            }
            return to;
        }
    }

    static Stream<Arguments> everyTypeAndLayout() {
        return Stream.of(Stored.values())
                .flatMap(type -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .flatMap(
                                order -> Stream.of(Arguments.of(type, order, false), Arguments.of(type, order, true))));
    }

    @ParameterizedTest
    @MethodSource("everyTypeAndLayout")
    void everyTypeIsReadExactly(Stored type, ByteOrder order, boolean second) throws InvalidInputException {
        NiftiBytes file = second ? NiftiBytes.second(order) : NiftiBytes.first(order);
        file.dims(4, 3, 2).raw(type.code, type.bits, type.bytes(24, order));
        double[] expected = IntStream.range(0, 24).mapToDouble(type::value).toArray();
        assertArrayEquals(
                expected,
                Voxels.of(Nifti.readScan(file.write(folder.resolve("ramp.nii"))).hu()));
    }

    @Test
    void int16StaysInt16() throws InvalidInputException {
        Scan scan = ramp(NiftiBytes.upright(4, 3, 2));
        assertInstanceOf(ShortType.class, Views.flatIterable(scan.stored()).firstElement());
        assertEquals("ramp.nii", scan.name());
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void slopeAndInterceptApply() throws InvalidInputException {
        Scan scan = ramp(NiftiBytes.upright(4, 3, 2).scl(2, -1024));
        assertArrayEquals(IntStream.range(0, 24).mapToDouble(i -> 2 * i - 1024).toArray(), Voxels.of(scan.hu()));
        assertEquals(2, scan.slope());
        assertEquals(-1024, scan.intercept());
    }

    /** NIfTI-1: "if scl_slope is nonzero"; NaN is what some programs write for no scaling. */
    @ParameterizedTest
    @ValueSource(doubles = {0, Double.NaN, Double.POSITIVE_INFINITY})
    void aSlopeOfNothingIsNoScaling(double slope) throws InvalidInputException {
        assertArrayEquals(
                RAMP,
                Voxels.of(ramp(NiftiBytes.upright(4, 3, 2).scl(slope, 100)).hu()));
        assertArrayEquals(
                RAMP,
                Voxels.of(
                        ramp(NiftiBytes.upright(4, 3, 2).scl(slope, Double.NaN)).hu()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anExtensionIsPassedOver(boolean second) throws InvalidInputException {
        NiftiBytes file = second ? NiftiBytes.second(ByteOrder.BIG_ENDIAN) : NiftiBytes.first();
        assertArrayEquals(
                RAMP, Voxels.of(ramp(file.dims(4, 3, 2).extension(160)).hu()));
    }

    @Test
    void gzipIsRecognisedByContent() throws InvalidInputException {
        byte[] bytes = NiftiBytes.upright(4, 3, 2).int16(24, i -> i).toBytes();
        Path packed = NiftiBytes.write(folder.resolve("packed.nii"), NiftiBytes.gzip(bytes));
        Path plain = NiftiBytes.write(folder.resolve("plain.nii.gz"), bytes);
        assertArrayEquals(RAMP, Voxels.of(Nifti.readScan(packed).hu()));
        assertArrayEquals(RAMP, Voxels.of(Nifti.readScan(plain).hu()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pair.hdr", "pair.img"})
    void aPairIsReadFromEitherFile(String name) throws InvalidInputException {
        NiftiBytes file =
                NiftiBytes.upright(4, 3, 2).int16(24, i -> i).magic("ni1").voxelOffset(0);
        NiftiBytes.write(folder.resolve("pair.hdr"), file.header());
        NiftiBytes.write(folder.resolve("pair.img"), file.voxels());
        assertArrayEquals(RAMP, Voxels.of(Nifti.readScan(folder.resolve(name)).hu()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pair.hdr.gz", "pair.img.gz"})
    void aPairMayBePacked(String name) throws InvalidInputException {
        NiftiBytes file =
                NiftiBytes.upright(4, 3, 2).int16(24, i -> i).magic("ni1").voxelOffset(0);
        NiftiBytes.write(folder.resolve("pair.hdr.gz"), NiftiBytes.gzip(file.header()));
        NiftiBytes.write(folder.resolve("pair.img.gz"), NiftiBytes.gzip(file.voxels()));
        assertArrayEquals(RAMP, Voxels.of(Nifti.readScan(folder.resolve(name)).hu()));
    }

    @Test
    void trailingDimensionsOfOneAreOneVolume() throws InvalidInputException {
        for (long[] dims : new long[][] {{4, 3, 2, 1}, {4, 3, 2, 1, 1, 1, 1}, {4, 3, 2, 0}}) {
            assertArrayEquals(
                    RAMP, Voxels.of(ramp(NiftiBytes.upright(4, 3, 2).dims(dims)).hu()));
        }
    }

    @Test
    void onePictureIsOneSlice() throws InvalidInputException {
        for (long[] dims : new long[][] {{6, 4}, {6, 4, 1}}) {
            Scan scan = ramp(NiftiBytes.first().dims(dims));
            assertEquals(1, scan.geometry().size(2));
            assertArrayEquals(RAMP, Voxels.of(scan.hu()));
        }
    }

    @Test
    void aRowLongerThanTheBufferIsReadInPieces() throws InvalidInputException {
        NiftiBytes file = NiftiBytes.first().dims(20000, 2, 1).sform(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
        double[] hu = Voxels.of(Nifti.readScan(file.int16(40000, i -> i % 30000).write(folder.resolve("long.nii")))
                .hu());
        for (int i = 0; i < 40000; i++) assertEquals((39999 - i) % 30000, hu[i]);
    }

    @Test
    void bytesAfterTheLastVoxelAreOfNoInterest() throws Exception {
        byte[] bytes = NiftiBytes.upright(4, 3, 2).int16(30, i -> i).toBytes();
        assertArrayEquals(
                RAMP,
                Voxels.of(Nifti.readScan(NiftiBytes.write(folder.resolve("more.nii"), bytes))
                        .hu()));
        Path packed = NiftiBytes.write(folder.resolve("more.nii.gz"), NiftiBytes.gzip(bytes));
        assertArrayEquals(RAMP, Voxels.of(Nifti.readScan(packed).hu()));
        assertTrue(Files.size(packed) < bytes.length);
    }

    private Scan ramp(NiftiBytes file) throws InvalidInputException {
        return Nifti.readScan(file.int16(24, i -> i).write(folder.resolve("ramp.nii")));
    }
}
