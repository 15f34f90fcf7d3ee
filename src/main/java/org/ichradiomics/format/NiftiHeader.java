package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.ichradiomics.text.InvalidInputException;

/**
 * The fields of a NIfTI-1 or NIfTI-2 header, as they are stored.
 *
 * <p>The layouts are those of {@code nifti1.h} (348 bytes; R. W. Cox et al., 2007) and {@code nifti2.h} (540 bytes,
 * 2011).
 */
final class NiftiHeader {

    static final int BYTES_1 = 348;
    static final int BYTES_2 = 540;

    private static final byte[] MAGIC_2 = {'n', '+', '2', 0, '\r', '\n', 0x1a, '\n'};
    private static final byte[] MAGIC_2_PAIR = {'n', 'i', '2', 0, '\r', '\n', 0x1a, '\n'};
    private static final byte[] MAGIC_1 = {'n', '+', '1', 0};
    private static final byte[] MAGIC_1_PAIR = {'n', 'i', '1', 0};

    private final ByteBuffer bytes;
    private final boolean second;
    private final boolean pair;

    private NiftiHeader(ByteBuffer bytes, boolean second, boolean pair) {
        this.bytes = bytes;
        this.second = second;
        this.pair = pair;
    }

    /**
     * @param name what to call the file
     * @param start its first {@value #BYTES_2} bytes, or all there are
     * @throws InvalidInputException if these are not the first bytes of a NIfTI file
     */
    static NiftiHeader of(String name, byte[] start) throws InvalidInputException {
        if (start.length < BYTES_1) {
            throw new InvalidInputException(name + " is not a NIfTI file: it holds " + start.length
                    + " bytes, less than a header; open a .nii, .nii.gz or .hdr/.img file.");
        }
        ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        int size = bytes.getInt(0);
        if (size != BYTES_1 && size != BYTES_2) {
            bytes.order(ByteOrder.BIG_ENDIAN);
            size = bytes.getInt(0);
        }
        if (size == BYTES_1) {
            byte[] magic = Arrays.copyOfRange(start, 344, 348);
            boolean pair = Arrays.equals(magic, MAGIC_1_PAIR);
            if (pair || Arrays.equals(magic, MAGIC_1)) return new NiftiHeader(bytes, false, pair);
            throw new InvalidInputException(name + " is not a NIfTI file: its header lacks the word \"n+1\""
                    + " (an Analyze 7.5 file looks like this and does not tell left from right); convert it "
                    + "to NIfTI first.");
        }
        if (size == BYTES_2 && start.length >= BYTES_2) {
            byte[] magic = Arrays.copyOfRange(start, 4, 12);
            boolean pair = Arrays.equals(magic, MAGIC_2_PAIR);
            if (pair || Arrays.equals(magic, MAGIC_2)) return new NiftiHeader(bytes, true, pair);
        }
        throw new InvalidInputException(name + " is not a NIfTI file: it does not begin with a NIfTI header;"
                + " open a .nii, .nii.gz or .hdr/.img file.");
    }

    ByteOrder byteOrder() {
        return bytes.order();
    }

    /** Bytes of the header itself. */
    int length() {
        return second ? BYTES_2 : BYTES_1;
    }

    /** Whether the voxels are in an .img file of their own. */
    boolean isPair() {
        return pair;
    }

    /** dim[i], i = 0..7. */
    long dim(int i) {
        return second ? bytes.getLong(16 + 8 * i) : bytes.getShort(40 + 2 * i);
    }

    int datatype() {
        return bytes.getShort(second ? 12 : 70);
    }

    int bitsPerVoxel() {
        return bytes.getShort(second ? 14 : 72);
    }

    /** pixdim[i], i = 0..7. */
    double pixdim(int i) {
        return decimal(76 + 4 * i, 104 + 8 * i);
    }

    /** Where the voxels begin; a float in NIfTI-1. */
    double voxelOffset() {
        return second ? bytes.getLong(168) : bytes.getFloat(108);
    }

    double slope() {
        return decimal(112, 176);
    }

    double intercept() {
        return decimal(116, 184);
    }

    /** Unit of length, bits 0–2 of xyzt_units: 1 m, 2 mm, 3 µm, 0 unknown. */
    int lengthUnit() {
        return (second ? bytes.getInt(500) : bytes.get(123)) & 7;
    }

    int qformCode() {
        return second ? bytes.getInt(344) : bytes.getShort(252);
    }

    int sformCode() {
        return second ? bytes.getInt(348) : bytes.getShort(254);
    }

    /** quatern_b, quatern_c, quatern_d for i = 0, 1, 2. */
    double quaternion(int i) {
        return decimal(256 + 4 * i, 352 + 8 * i);
    }

    /** qoffset_x, _y, _z for i = 0, 1, 2. */
    double offset(int i) {
        return decimal(268 + 4 * i, 376 + 8 * i);
    }

    /** Element i = 0..11 of srow_x, srow_y, srow_z. */
    double srow(int i) {
        return decimal(280 + 4 * i, 400 + 8 * i);
    }

    private double decimal(int at1, int at2) {
        return second ? bytes.getDouble(at2) : bytes.getFloat(at1);
    }
}
