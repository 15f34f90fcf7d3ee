package org.ichradiomics.imagej;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What the header of a ROI says of its arrays, held against the bytes that are there: ImageJ's decoder sets memory
 * aside on the header's word alone. Offsets as in {@code ij.io.RoiDecoder}, all numbers big endian.
 */
record RoiSizes(ByteBuffer roi) {

    private static final int HEADER = 64;

    private static final int TYPE = 6;
    private static final int COUNT = 16;
    private static final int LARGE_COUNT = 18;
    private static final int FIRST_AXIS = 18;
    private static final int SHAPE = 36;
    private static final int SUBTYPE = 48;
    private static final int OPTIONS = 50;
    private static final int SECOND_HEADER = 60;
    private static final int NAME = 16;
    private static final int IMAGE = 32;
    private static final int PROPERTIES = 40;
    private static final int COUNTERS = 48;

    private static final int RECTANGLE = 1;
    private static final int OVAL = 2;
    private static final int LINE = 3;
    private static final int NONE = 6;
    private static final int TEXT = 1;
    private static final int PICTURE = 4;

    private static final int SPLINE = 1;
    private static final int SUBPIXEL = 128;

    /** A spline has a node for every two pixels of its length; no outline of a scan is as long as this. */
    private static final long LONGEST_SPLINE = 1 << 18;

    /** Whether bytes begin as a ROI does. */
    static boolean isRoi(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == 'I' && bytes[1] == 'o' && bytes[2] == 'u' && bytes[3] == 't';
    }

    /**
     * To be asked before ImageJ decodes a ROI, wherever its bytes come from.
     *
     * @throws IOException if it is no ROI, or claims more than there is
     */
    static void require(byte[] bytes) throws IOException {
        if (!isRoi(bytes)) throw new IOException("not a ROI");
        RoiSizes sizes = new RoiSizes(ByteBuffer.wrap(bytes));
        sizes.requireOutline();
        int second = sizes.roi.getInt(SECOND_HEADER);
        // ImageJ follows it backwards too, to a name as long as the first header's bytes say.
        if (second < 0) throw new EOFException();
        if (second > 0) sizes.requireDetails(second);
    }

    private void requireOutline() throws IOException {
        int shape = roi.getInt(SHAPE);
        if (shape > 0) {
            requireBytes(HEADER + 4L * shape);
            return;
        }
        if (roi.getShort(SUBTYPE) == TEXT) {
            requireBytes(HEADER + 16);
            long name = roi.getInt(HEADER + 8);
            long text = roi.getInt(HEADER + 12);
            if (name < 0 || text < 0) throw new EOFException();
            requireBytes(HEADER + 16 + 2 * (name + text));
        }
        int type = roi.get(TYPE);
        if (type == RECTANGLE || type == OVAL || type == LINE || type == NONE) return;
        long count = count();
        boolean isSubpixel = (roi.getShort(OPTIONS) & SUBPIXEL) != 0;
        if (count < 0) throw new EOFException();
        requireBytes(HEADER + (isSubpixel ? 12 : 4) * count);
        if ((roi.getShort(OPTIONS) & SPLINE) == 0) return;
        // Which of them are taken depends on subtype and version too.
        for (int axis = FIRST_AXIS; axis < FIRST_AXIS + 16; axis += 4) {
            if (!(Math.abs(roi.getFloat(axis)) <= LONGEST_SPLINE)) throw new IOException("an ellipse of any length");
        }
        requireShort((int) count, false);
        if (isSubpixel) requireShort((int) count, true);
    }

    private void requireShort(int count, boolean isSubpixel) throws IOException {
        double length = 0;
        for (int i = 1; i < count; i++) {
            length += Math.abs(x(i, count, isSubpixel) - x(i - 1, count, isSubpixel))
                    + Math.abs(x(i + count, count, isSubpixel) - x(i + count - 1, count, isSubpixel));
        }
        if (!(length <= LONGEST_SPLINE)) throw new IOException("a spline of " + length + " pixels");
    }

    /** Of all coordinates, the columns first, the rows behind them. */
    private double x(int i, int count, boolean isSubpixel) {
        return isSubpixel ? roi.getFloat(HEADER + 4 * count + 4 * i) : roi.getShort(HEADER + 2 * i) & 0xffff;
    }

    private long count() {
        int few = roi.getShort(COUNT) & 0xffff;
        return few > 0 ? few : roi.getInt(LARGE_COUNT);
    }

    /** A second header that ends too early is read as far as it goes. */
    private void requireDetails(long second) throws IOException {
        requireArray(at(second + NAME), at(second + NAME + 4), 2);
        requireArray(at(second + PROPERTIES), at(second + PROPERTIES + 4), 2);
        if (at(second + COUNTERS) != 0) requireArray(at(second + COUNTERS), count(), 4);
        if (roi.getShort(SUBTYPE) != PICTURE) return;
        long picture = at(second + IMAGE);
        requireBytes(HEADER + picture);
        byte[] tiff = new byte[(int) Math.max(0, picture)];
        roi.get(HEADER, tiff);
        TiffSizes.require(tiff);
    }

    /** 0 behind the end. */
    private int at(long offset) {
        return offset + 4 > roi.capacity() ? 0 : roi.getInt((int) offset);
    }

    /**
     * ImageJ passes over an array that ends beyond the file, but the sum it compares may have gone over the largest
     * int.
     */
    private void requireArray(int at, long count, int width) throws IOException {
        boolean isTaken = at != 0 && count != 0 && at + (int) count * width <= roi.capacity();
        if (isTaken && (at < 0 || count < 0 || at + count * width > roi.capacity())) throw new EOFException();
    }

    private void requireBytes(long bytes) throws IOException {
        if (bytes > roi.capacity()) throw new EOFException();
    }
}
