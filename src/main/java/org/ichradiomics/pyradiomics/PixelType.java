package org.ichradiomics.pyradiomics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** The type in which ITK keeps the voxels of an image; it decides what interpolation leaves of a fraction. */
enum PixelType {
    INT8(Byte.MIN_VALUE, Byte.MAX_VALUE, 1),
    UINT8(0, 255, 1),
    INT16(Short.MIN_VALUE, Short.MAX_VALUE, 2),
    UINT16(0, 65535, 2),
    INT32(Integer.MIN_VALUE, Integer.MAX_VALUE, 4),
    UINT32(0, 4294967295.0, 4),
    FLOAT32(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 4),
    FLOAT64(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 8);

    private static final int BLOCK = 1 << 13;

    private final double min;
    private final double max;
    private final int bytes;

    PixelType(double min, double max, int bytes) {
        this.min = min;
        this.max = max;
        this.bytes = bytes;
    }

    /** Of a stored voxel. */
    static PixelType of(Object type) {
        if (type instanceof ByteType) return INT8;
        if (type instanceof UnsignedByteType) return UINT8;
        if (type instanceof ShortType) return INT16;
        if (type instanceof UnsignedShortType) return UINT16;
        if (type instanceof IntType) return INT32;
        if (type instanceof UnsignedIntType) return UINT32;
        return type instanceof FloatType ? FLOAT32 : FLOAT64;
    }

    boolean isWhole() {
        return this != FLOAT32 && this != FLOAT64;
    }

    /** What is left of a value: a whole number is truncated towards 0, not rounded. */
    double stored(double value) {
        if (this == FLOAT64) return value;
        if (this == FLOAT32) return (float) value;
        // 0.0 +: no −0 among whole numbers.
        return 0.0 + (value < min ? min : value > max ? max : value < 0 ? Math.ceil(value) : Math.floor(value));
    }

    /** SHA-1 of voxels as they are stored, little endian. */
    String hash(double[] values) {
        MessageDigest sha1;
        try {
            sha1 = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
        ByteBuffer block = ByteBuffer.allocate(BLOCK * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += BLOCK) {
            int to = Math.min(values.length, from + BLOCK);
            block.clear();
            for (int i = from; i < to; i++) put(values[i], block);
            sha1.update(block.array(), 0, block.position());
        }
        return HexFormat.of().formatHex(sha1.digest());
    }

    private void put(double value, ByteBuffer to) {
        if (this == FLOAT64) to.putDouble(value);
        else if (this == FLOAT32) to.putFloat((float) value);
        else if (bytes == 1) to.put((byte) (int) value);
        else if (bytes == 2) to.putShort((short) (int) value);
        else to.putInt((int) (long) value);
    }
}
