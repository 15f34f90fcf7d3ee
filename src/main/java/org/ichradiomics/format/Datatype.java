package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.LongArray;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedLongType;

/** The numbers a NIfTI file may hold; each is kept in memory as it is stored. */
enum Datatype {
    UINT8(2, 1, "uchar,unsigned char,uint8,uint8_t", "MET_UCHAR", bytes(ArrayImgs::unsignedBytes)),
    INT16(4, 2, "short,short int,signed short,signed short int,int16,int16_t", "MET_SHORT", shorts(ArrayImgs::shorts)),
    INT32(8, 4, "int,signed int,int32,int32_t", "MET_INT,MET_LONG", ints(ArrayImgs::ints)),
    FLOAT32(16, 4, "float", "MET_FLOAT", floats(ArrayImgs::floats)),
    FLOAT64(64, 8, "double", "MET_DOUBLE", doubles(ArrayImgs::doubles)),
    INT8(256, 1, "signed char,int8,int8_t", "MET_CHAR,MET_ASCII_CHAR", bytes(ArrayImgs::bytes)),
    UINT16(
            512,
            2,
            "ushort,unsigned short,unsigned short int,uint16,uint16_t",
            "MET_USHORT",
            shorts(ArrayImgs::unsignedShorts)),
    UINT32(768, 4, "uint,unsigned int,uint32,uint32_t", "MET_UINT,MET_ULONG", ints(ArrayImgs::unsignedInts)),
    INT64(
            1024,
            8,
            "longlong,long long,long long int,signed long long,signed long long int,int64,int64_t",
            "MET_LONG_LONG",
            longs(ArrayImgs::longs)),
    UINT64(
            1280,
            8,
            "ulonglong,unsigned long long,unsigned long long int,uint64,uint64_t",
            "MET_ULONG_LONG",
            longs((to, size) -> ArrayImgs.unsignedLongs(new LongArray(to), size)));

    /** Puts the next {@code count} numbers of {@code in} at {@code at}, {@code at + step}, … */
    interface Run {
        void put(ByteBuffer in, int count, int at, int step);
    }

    /** An array that is being filled, and the image it becomes. */
    record Voxels(Run run, Function<long[], RandomAccessibleInterval<? extends RealType<?>>> image) {}

    /** An array as the image of a size. */
    private interface Image<A> extends BiFunction<A, long[], RandomAccessibleInterval<? extends RealType<?>>> {}

    private final int code;
    private final int bytes;
    private final List<String> nrrd;
    private final List<String> metaImage;
    private final IntFunction<Voxels> allocate;

    /** @param nrrd what NRRD calls it, parted by commas; likewise MetaImage, where a long has 4 bytes on any machine */
    Datatype(int code, int bytes, String nrrd, String metaImage, IntFunction<Voxels> allocate) {
        this.code = code;
        this.bytes = bytes;
        this.nrrd = List.of(nrrd.split(","));
        this.metaImage = List.of(metaImage.split(","));
        this.allocate = allocate;
    }

    /** By the name that NRRD gives it, in small letters; empty if it is none of numbers. */
    static Optional<Datatype> ofNrrd(String name) {
        return Arrays.stream(values()).filter(type -> type.nrrd.contains(name)).findFirst();
    }

    /** By the name that MetaImage gives it, in capitals; empty if it is none of plain numbers. */
    static Optional<Datatype> ofMetaImage(String name) {
        return Arrays.stream(values())
                .filter(type -> type.metaImage.contains(name))
                .findFirst();
    }

    /** The number NIfTI gives it. */
    int code() {
        return code;
    }

    /** Bytes per voxel. */
    int bytes() {
        return bytes;
    }

    /**
     * Puts {@code n} numbers from byte {@code at} of {@code in} on into an array from {@code first} on, unscaled. A
     * loop for each type: they run over whole volumes.
     */
    void decode(ByteBuffer in, int at, int n, double[] to, int first) {
        switch (this) {
            case UINT8 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.get(at + i) & 0xff;
            }
            case INT8 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.get(at + i);
            }
            case INT16 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getShort(at + 2 * i);
            }
            case UINT16 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getShort(at + 2 * i) & 0xffff;
            }
            case INT32 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getInt(at + 4 * i);
            }
            case UINT32 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getInt(at + 4 * i) & 0xffffffffL;
            }
            case FLOAT32 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getFloat(at + 4 * i);
            }
            case FLOAT64 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getDouble(at + 8 * i);
            }
            case INT64 -> {
                for (int i = 0; i < n; i++) to[first + i] = in.getLong(at + 8 * i);
            }
            case UINT64 -> {
                UnsignedLongType number = new UnsignedLongType();
                for (int i = 0; i < n; i++) {
                    number.set(in.getLong(at + 8 * i));
                    to[first + i] = number.getRealDouble();
                }
            }
        }
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

    /** A row of an array, from the buffer's position on. */
    private interface Row {
        void get(ByteBuffer in, int at, int count);
    }

    /** One number of a row, from its place in the buffer. */
    private interface One {
        void get(ByteBuffer in, int from, int at);
    }

    // Along a forward axis a row is copied at once: beside unpacking, that is most of the time there is to save.
    private static Run run(int bytes, Row row, One one) {
        return (in, n, at, step) -> {
            int start = in.position();
            if (step == 1) row.get(in, at, n);
            else for (int i = 0, p = at; i < n; i++, p += step) one.get(in, start + bytes * i, p);
            in.position(start + bytes * n);
        };
    }

    private static IntFunction<Voxels> bytes(Image<byte[]> image) {
        return count -> {
            byte[] to = new byte[count];
            Run run = run(Byte.BYTES, (in, at, n) -> in.get(to, at, n), (in, from, at) -> to[at] = in.get(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }

    private static IntFunction<Voxels> shorts(Image<short[]> image) {
        return count -> {
            short[] to = new short[count];
            Run run = run(
                    Short.BYTES,
                    (in, at, n) -> in.asShortBuffer().get(to, at, n),
                    (in, from, at) -> to[at] = in.getShort(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }

    private static IntFunction<Voxels> ints(Image<int[]> image) {
        return count -> {
            int[] to = new int[count];
            Run run = run(
                    Integer.BYTES,
                    (in, at, n) -> in.asIntBuffer().get(to, at, n),
                    (in, from, at) -> to[at] = in.getInt(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }

    private static IntFunction<Voxels> longs(Image<long[]> image) {
        return count -> {
            long[] to = new long[count];
            Run run = run(
                    Long.BYTES,
                    (in, at, n) -> in.asLongBuffer().get(to, at, n),
                    (in, from, at) -> to[at] = in.getLong(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }

    private static IntFunction<Voxels> floats(Image<float[]> image) {
        return count -> {
            float[] to = new float[count];
            Run run = run(
                    Float.BYTES,
                    (in, at, n) -> in.asFloatBuffer().get(to, at, n),
                    (in, from, at) -> to[at] = in.getFloat(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }

    private static IntFunction<Voxels> doubles(Image<double[]> image) {
        return count -> {
            double[] to = new double[count];
            Run run = run(
                    Double.BYTES,
                    (in, at, n) -> in.asDoubleBuffer().get(to, at, n),
                    (in, from, at) -> to[at] = in.getDouble(from));
            return new Voxels(run, size -> image.apply(to, size));
        };
    }
}
