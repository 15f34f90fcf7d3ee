package org.ichradiomics.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.zip.GZIPOutputStream;

/** A NIfTI file made byte by byte from nifti1.h and nifti2.h, independently of the code under test. */
public final class NiftiBytes {

    private final boolean second;
    private final ByteOrder order;
    private final ByteBuffer header;
    private byte[] extension = new byte[0];
    private byte[] voxels = new byte[0];

    private NiftiBytes(boolean second, ByteOrder order) {
        this.second = second;
        this.order = order;
        header = ByteBuffer.allocate(second ? 544 : 352).order(order);
        header.putInt(0, second ? 540 : 348);
        if (second) header.put(4, new byte[] {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'});
        else header.put(344, new byte[] {'n', '+', '1', 0});
        voxelOffset(second ? 544 : 352);
        units(2);
        pixdim(0, 1);
        spacing(1, 1, 1);
    }

    public static NiftiBytes first() {
        return new NiftiBytes(false, ByteOrder.LITTLE_ENDIAN);
    }

    public static NiftiBytes first(ByteOrder order) {
        return new NiftiBytes(false, order);
    }

    public static NiftiBytes second(ByteOrder order) {
        return new NiftiBytes(true, order);
    }

    /** An upright int16 volume, axes to the left, back and head, 0.5 × 0.5 × 5 mm. */
    public static NiftiBytes upright(int x, int y, int z) {
        return first().dims(x, y, z).spacing(0.5, 0.5, 5).sform(-0.5, 0, 0, 10, 0, -0.5, 0, 20, 0, 0, 5, 30);
    }

    public NiftiBytes dims(long... dims) {
        dim(0, dims.length);
        for (int i = 0; i < dims.length; i++) dim(i + 1, dims[i]);
        return this;
    }

    public NiftiBytes dim(int i, long length) {
        if (second) header.putLong(16 + 8 * i, length);
        else header.putShort(40 + 2 * i, (short) length);
        return this;
    }

    public NiftiBytes type(int code, int bits) {
        header.putShort(second ? 12 : 70, (short) code);
        header.putShort(second ? 14 : 72, (short) bits);
        return this;
    }

    public NiftiBytes spacing(double x, double y, double z) {
        return pixdim(1, x).pixdim(2, y).pixdim(3, z);
    }

    public NiftiBytes pixdim(int i, double mm) {
        return decimal(76 + 4 * i, 104 + 8 * i, mm);
    }

    public NiftiBytes scl(double slope, double intercept) {
        return decimal(112, 176, slope).decimal(116, 184, intercept);
    }

    public NiftiBytes voxelOffset(double offset) {
        if (second) header.putLong(168, (long) offset);
        else header.putFloat(108, (float) offset);
        return this;
    }

    public NiftiBytes units(int code) {
        if (second) header.putInt(500, code);
        else header.put(123, (byte) code);
        return this;
    }

    public NiftiBytes sform(double... rows) {
        if (second) header.putInt(348, 1);
        else header.putShort(254, (short) 1);
        for (int i = 0; i < 12; i++) decimal(280 + 4 * i, 400 + 8 * i, rows[i]);
        return this;
    }

    public NiftiBytes noSform() {
        if (second) header.putInt(348, 0);
        else header.putShort(254, (short) 0);
        return this;
    }

    public NiftiBytes qform(double qfac, double b, double c, double d, double x, double y, double z) {
        if (second) header.putInt(344, 1);
        else header.putShort(252, (short) 1);
        pixdim(0, qfac);
        double[] numbers = {b, c, d, x, y, z};
        for (int i = 0; i < 6; i++) decimal(256 + 4 * i, 352 + 8 * i, numbers[i]);
        return this;
    }

    public NiftiBytes magic(String magic) {
        header.put(344, Arrays.copyOf(magic.getBytes(StandardCharsets.US_ASCII), 4));
        return this;
    }

    /** One extension of {@code bytes} bytes, filled with 0x5a. */
    public NiftiBytes extension(int bytes) {
        extension = new byte[bytes];
        Arrays.fill(extension, (byte) 0x5a);
        header.put(second ? 540 : 348, (byte) 1);
        return voxelOffset(header.capacity() + bytes);
    }

    public NiftiBytes bytes(byte... voxels) {
        this.voxels = voxels;
        return type(2, 8);
    }

    public NiftiBytes int16(int count, IntToDoubleFunction value) {
        ByteBuffer to = ByteBuffer.allocate(2 * count).order(order);
        for (int i = 0; i < count; i++) to.putShort((short) value.applyAsDouble(i));
        voxels = to.array();
        return type(4, 16);
    }

    public NiftiBytes float32(double... values) {
        ByteBuffer to = ByteBuffer.allocate(4 * values.length).order(order);
        for (double value : values) to.putFloat((float) value);
        voxels = to.array();
        return type(16, 32);
    }

    public NiftiBytes float64(double... values) {
        ByteBuffer to = ByteBuffer.allocate(8 * values.length).order(order);
        for (double value : values) to.putDouble(value);
        voxels = to.array();
        return type(64, 64);
    }

    public NiftiBytes raw(int code, int bits, ByteBuffer voxels) {
        this.voxels = voxels.array();
        return type(code, bits);
    }

    public byte[] header() {
        return Arrays.copyOf(header.array(), second ? 540 : 348);
    }

    public byte[] voxels() {
        return voxels;
    }

    public byte[] toBytes() {
        ByteBuffer all = ByteBuffer.allocate(header.capacity() + extension.length + voxels.length);
        return all.put(header.array()).put(extension).put(voxels).array();
    }

    public Path write(Path file) {
        return write(file, toBytes());
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private NiftiBytes decimal(int at1, int at2, double value) {
        if (second) header.putDouble(at2, value);
        else header.putFloat(at1, (float) value);
        return this;
    }
}
