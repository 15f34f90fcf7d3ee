package org.ichradiomics.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * Writes NIfTI-1, little-endian, in the order in which the geometry is stored. The same input gives the same bytes: the
 * gzip header holds no time.
 */
public final class NiftiWriter {

    private static final int VOXEL_OFFSET = 352;
    private static final int MILLIMETRES = 2;
    private static final short SCANNER_ANATOMICAL = 1;

    /** Cells less square than this have axes that no rotation describes, so they get no qform. */
    private static final double SQUARE = 0.999999;

    static final int BUFFER = 1 << 16;

    /** How a value is put into the file. */
    interface Encoder<T> {
        void put(T value, ByteBuffer to) throws InvalidInputException;
    }

    private NiftiWriter() {}

    /**
     * Writes a mask of several labels as uint8, 0 outside.
     *
     * @param file ends in {@code .nii} or {@code .nii.gz}; appears whole or not at all
     * @param labels on the grid of {@code geometry}
     * @param geometry whose stored order the file gets: the mask of a NIfTI scan has its voxels in the scan's order
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     * @throws IllegalArgumentException if the mask and the geometry differ in size
     */
    public static boolean writeLabels(
            Path file, RandomAccessibleInterval<UnsignedByteType> labels, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        return write(file, Datatype.UINT8, labels, (value, to) -> to.put(value.getByte()), geometry, replacing);
    }

    /**
     * Writes a volume as float32, rounded to the nearest.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException as {@link #writeLabels}
     */
    public static <T extends RealType<T>> boolean writeFloat32(
            Path file, RandomAccessibleInterval<T> values, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        Encoder<T> encoder = (value, to) -> to.putFloat((float) value.getRealDouble());
        return write(file, Datatype.FLOAT32, values, encoder, geometry, replacing);
    }

    /**
     * Writes a volume as float64, as it is.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException as {@link #writeLabels}
     */
    public static <T extends RealType<T>> boolean writeFloat64(
            Path file, RandomAccessibleInterval<T> values, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        Encoder<T> encoder = (value, to) -> to.putDouble(value.getRealDouble());
        return write(file, Datatype.FLOAT64, values, encoder, geometry, replacing);
    }

    /** @return whether anything was written, and not the same bytes there already */
    static <T> boolean write(
            Path file,
            Datatype type,
            RandomAccessibleInterval<T> image,
            Encoder<T> encoder,
            Geometry geometry,
            Replacing replacing)
            throws InvalidInputException {
        String name = WholeFile.name(file);
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.endsWith(".nii") && !lower.endsWith(".nii.gz")) {
            throw new InvalidInputException(name + " is no name for a NIfTI file: let it end in .nii or .nii.gz.");
        }
        Scan.requireSize(image, new int[] {geometry.size(0), geometry.size(1), geometry.size(2)});
        byte[] header = header(name, type, geometry);
        RandomAccessibleInterval<T> stored = geometry.order().inverse().apply(Views.zeroMin(image));
        return WholeFile.write(
                file,
                to -> {
                    try (OutputStream out = lower.endsWith(".gz") ? new GZIPOutputStream(to, BUFFER) : to) {
                        out.write(header);
                        writeVoxels(out, type, stored, encoder);
                    }
                },
                replacing);
    }

    static <T> void writeVoxels(OutputStream out, Datatype type, RandomAccessibleInterval<T> stored, Encoder<T> encoder)
            throws IOException, InvalidInputException {
        ByteBuffer chunk = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        Cursor<T> cursor = Views.flatIterable(stored).cursor();
        while (cursor.hasNext()) {
            encoder.put(cursor.next(), chunk);
            if (chunk.remaining() >= type.bytes() && cursor.hasNext()) continue;
            out.write(chunk.array(), 0, chunk.position());
            chunk.clear();
        }
    }

    private static byte[] header(String name, Datatype type, Geometry geometry) throws InvalidInputException {
        int[] size = geometry.storedSize();
        double[] mm = geometry.storedSpacing();
        ByteBuffer to = ByteBuffer.allocate(VOXEL_OFFSET).order(ByteOrder.LITTLE_ENDIAN);
        to.putInt(0, NiftiHeader.BYTES_1);
        to.put(38, (byte) 'r');
        for (int i = 0; i < 8; i++) to.putShort(40 + 2 * i, (short) 1);
        to.putShort(40, (short) 3);
        to.putFloat(76, 1);
        for (int axis = 0; axis < 3; axis++) {
            if (size[axis] > Short.MAX_VALUE) {
                throw new InvalidInputException(name + " cannot hold " + size[axis]
                        + " voxels along an axis, NIfTI-1 ends at " + Short.MAX_VALUE + ": crop the image first.");
            }
            to.putShort(42 + 2 * axis, (short) size[axis]);
            to.putFloat(80 + 4 * axis, mm == null ? 0 : (float) mm[axis]);
        }
        to.putShort(70, (short) type.code());
        to.putShort(72, (short) (8 * type.bytes()));
        to.putFloat(108, VOXEL_OFFSET);
        to.putFloat(112, 1);
        to.put(123, (byte) MILLIMETRES);
        if (geometry.storedAffine() != null) orient(to, geometry.storedAffine());
        to.put(344, "n+1\0".getBytes(StandardCharsets.US_ASCII));
        return to.array();
    }

    private static void orient(ByteBuffer to, Affine affine) {
        to.putShort(254, SCANNER_ANATOMICAL);
        for (int i = 0; i < 12; i++) to.putFloat(280 + 4 * i, (float) affine.get(i / 4, i % 4));
        if (affine.squareness() < SQUARE) return;
        to.putShort(252, SCANNER_ANATOMICAL);
        Quaternion rotation = Quaternion.of(affine);
        to.putFloat(76, rotation.qfac());
        to.putFloat(256, (float) rotation.b());
        to.putFloat(260, (float) rotation.c());
        to.putFloat(264, (float) rotation.d());
        for (int row = 0; row < 3; row++) to.putFloat(268 + 4 * row, (float) affine.get(row, 3));
    }
}
