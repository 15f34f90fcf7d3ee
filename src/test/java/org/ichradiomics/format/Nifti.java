package org.ichradiomics.format;

import java.nio.file.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * NIfTI files in one call, for tests: {@code .nii}, {@code .nii.gz} and {@code .hdr/.img} pairs, NIfTI-1 and -2, both
 * byte orders, all ten integer and floating-point types. Gzip is recognised by content, not by name.
 *
 * <p>Everything that is wrong with a file ends in an {@link InvalidInputException} that names it without its folder;
 * what was merely doubtful is in {@link Scan#warnings()}.
 */
public final class Nifti {

    private Nifti() {}

    /**
     * Reads a scan and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, or does not hold exactly one volume of numbers
     */
    public static Scan readScan(Path file) throws InvalidInputException {
        return ScanFile.readScan(FileKind.NIFTI, file);
    }

    /**
     * Reads a mask and turns it to LPS.
     *
     * @throws InvalidInputException if it cannot be read, does not hold exactly one volume, or {@link Labels#of}
     *     refuses it
     */
    public static Labels readLabels(Path file) throws InvalidInputException {
        return ScanFile.readLabels(FileKind.NIFTI, file);
    }

    /**
     * Writes a mask as uint8, 1 inside and 0 outside.
     *
     * @param file ends in {@code .nii} or {@code .nii.gz}; appears whole or not at all
     * @param mask on the grid of {@code geometry}
     * @param geometry whose stored order the file gets: the mask of a NIfTI scan has its voxels in the scan's order
     * @throws InvalidInputException if it cannot be written
     * @throws IllegalArgumentException if the mask and the geometry differ in size
     */
    public static <B extends BooleanType<B>> void writeMask(
            Path file, RandomAccessibleInterval<B> mask, Geometry geometry) throws InvalidInputException {
        NiftiWriter.write(
                file,
                Datatype.UINT8,
                mask,
                (value, to) -> to.put((byte) (value.get() ? 1 : 0)),
                geometry,
                Replacing.ALWAYS);
    }

    /**
     * Writes a mask of several labels as uint8, 0 outside, as {@link #writeMask} does one of one.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static void writeLabels(Path file, RandomAccessibleInterval<UnsignedByteType> labels, Geometry geometry)
            throws InvalidInputException {
        writeLabels(file, labels, geometry, Replacing.ALWAYS);
    }

    /**
     * The same where another file may be in the way.
     *
     * @return whether anything was written, and not the same mask there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public static boolean writeLabels(
            Path file, RandomAccessibleInterval<UnsignedByteType> labels, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        return NiftiWriter.write(
                file, Datatype.UINT8, labels, (value, to) -> to.put(value.getByte()), geometry, replacing);
    }

    /**
     * Writes a volume as int16, as {@link #writeMask} does a mask.
     *
     * @param hu whole numbers from −32768 to 32767
     * @throws InvalidInputException if it cannot be written, or a value is not such a number
     */
    public static <T extends RealType<T>> void writeInt16(Path file, RandomAccessibleInterval<T> hu, Geometry geometry)
            throws InvalidInputException {
        String name = WholeFile.name(file);
        NiftiWriter.write(
                file,
                Datatype.INT16,
                hu,
                (value, to) -> to.putShort(int16(name, value.getRealDouble())),
                geometry,
                Replacing.ALWAYS);
    }

    /**
     * Writes a volume as float32, rounded to the nearest, as {@link #writeMask} does a mask.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static <T extends RealType<T>> void writeFloat32(
            Path file, RandomAccessibleInterval<T> hu, Geometry geometry) throws InvalidInputException {
        writeFloat32(file, hu, geometry, Replacing.ALWAYS);
    }

    /**
     * Writes a volume as float32.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException if it cannot be written, or other bytes are there that may not be replaced
     */
    public static <T extends RealType<T>> boolean writeFloat32(
            Path file, RandomAccessibleInterval<T> values, Geometry geometry, Replacing replacing)
            throws InvalidInputException {
        return NiftiWriter.write(
                file,
                Datatype.FLOAT32,
                values,
                (value, to) -> to.putFloat((float) value.getRealDouble()),
                geometry,
                replacing);
    }

    private static short int16(String name, double value) throws InvalidInputException {
        if (value == (short) value) return (short) value;
        throw new InvalidInputException(name + " cannot hold " + value
                + " as int16, which has whole numbers from -32768 to 32767: save it as float32.");
    }
}
