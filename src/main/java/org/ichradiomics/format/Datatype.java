package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.type.numeric.RealType;

/** The numbers a NIfTI file may hold; each is kept in memory as it is stored. */
enum Datatype {
    UINT8(2, 1, count -> {
        byte[] to = new byte[count];
        return new Voxels(bytes(to), size -> ArrayImgs.unsignedBytes(to, size));
    }),
    INT16(4, 2, count -> {
        short[] to = new short[count];
        return new Voxels(shorts(to), size -> ArrayImgs.shorts(to, size));
    }),
    INT32(8, 4, count -> {
        int[] to = new int[count];
        return new Voxels(ints(to), size -> ArrayImgs.ints(to, size));
    }),
    FLOAT32(16, 4, count -> {
        float[] to = new float[count];
        return new Voxels(floats(to), size -> ArrayImgs.floats(to, size));
    }),
    FLOAT64(64, 8, count -> {
        double[] to = new double[count];
        return new Voxels(doubles(to), size -> ArrayImgs.doubles(to, size));
    }),
    INT8(256, 1, count -> {
        byte[] to = new byte[count];
        return new Voxels(bytes(to), size -> ArrayImgs.bytes(to, size));
    }),
    UINT16(512, 2, count -> {
        short[] to = new short[count];
        return new Voxels(shorts(to), size -> ArrayImgs.unsignedShorts(to, size));
    }),
    UINT32(768, 4, count -> {
        int[] to = new int[count];
        return new Voxels(ints(to), size -> ArrayImgs.unsignedInts(to, size));
    }),
    INT64(1024, 8, count -> {
        long[] to = new long[count];
        return new Voxels(longs(to), size -> ArrayImgs.longs(to, size));
    }),
    UINT64(1280, 8, count -> {
        long[] to = new long[count];
        return new Voxels(longs(to), size -> ArrayImgs.unsignedLongs(new LongArray(to), size));
    });

    /** Puts the next {@code count} numbers of {@code in} at {@code at}, {@code at + step}, … */
    interface Run {
        void put(ByteBuffer in, int count, int at, int step);
    }

    /** An array that is being filled, and the image it becomes. */
    record Voxels(Run run, Function<long[], RandomAccessibleInterval<? extends RealType<?>>> image) {}

    private final int code;
    private final int bytes;
    private final IntFunction<Voxels> allocate;

    Datatype(int code, int bytes, IntFunction<Voxels> allocate) {
        this.code = code;
        this.bytes = bytes;
        this.allocate = allocate;
    }

    /** The number NIfTI gives it. */
    int code() {
        return code;
    }

    /** Bytes per voxel. */
    int bytes() {
        return bytes;
    }

    Voxels allocate(int count) {
        return allocate.apply(count);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What NIfTI calls a type that is no number on a grey scale, or that this reader does not know. */
    static String foreignName(int code) {
        return switch (code) {
            case 1 -> "binary, 1 bit per voxel";
            case 32 -> "complex64";
            case 128 -> "RGB24 colour";
            case 1536 -> "float128";
            case 1792 -> "complex128";
            case 2048 -> "complex256";
            case 2304 -> "RGBA32 colour";
            default -> "of the unknown data type " + code;
        };
    }

    // Along a forward axis a row is copied at once: beside unpacking, that is most of the time there is to save.

    private static Run bytes(byte[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.get(start, to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.get(start + i);
            in.position(start + n);
        };
    }

    private static Run shorts(short[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.asShortBuffer().get(to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.getShort(start + Short.BYTES * i);
            in.position(start + Short.BYTES * n);
        };
    }

    private static Run ints(int[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.asIntBuffer().get(to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.getInt(start + Integer.BYTES * i);
            in.position(start + Integer.BYTES * n);
        };
    }

    private static Run longs(long[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.asLongBuffer().get(to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.getLong(start + Long.BYTES * i);
            in.position(start + Long.BYTES * n);
        };
    }

    private static Run floats(float[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.asFloatBuffer().get(to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.getFloat(start + Float.BYTES * i);
            in.position(start + Float.BYTES * n);
        };
    }

    private static Run doubles(double[] to) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) in.asDoubleBuffer().get(to, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) to[p] = in.getDouble(start + Double.BYTES * i);
            in.position(start + Double.BYTES * n);
        };
    }
}
