package org.ichradiomics.scan;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The labelled voxels of a grid, in its raster order; background costs nothing.
 *
 * <p>They lie in pieces, which hold little background, each with the numbers of its labels: 1 for the first that was
 * met, and so on; of one byte each where they are small enough.
 */
final class LabelVoxels {

    /** So much background within a piece costs less than a piece of its own. */
    private static final int GAP = 64;

    private static final int LONGEST = 1 << 16;

    /** Takes a voxel. */
    interface Visitor {
        void at(int x, int y, int z);
    }

    private final int[] size;
    private int[] starts = new int[16];
    private Object[] pieces = new Object[16];
    private int count;
    private final char[] open = new char[LONGEST];
    private int openStart;
    private int openLength;
    private int[][] boxes = new int[2][];

    /** @param size of the grid, in voxels */
    LabelVoxels(int[] size) {
        this.size = size;
    }

    int[] size() {
        return size;
    }

    /**
     * Takes the next labelled voxel.
     *
     * @param index in raster order, beyond all before
     * @param label its number, from 1 on
     */
    void add(int index, int label) {
        int gap = index - openStart - openLength;
        if (openLength == 0) {
            openStart = index;
        } else if (gap > GAP || openLength + gap >= LONGEST) {
            close();
            openStart = index;
        } else {
            while (openStart + openLength < index) open[openLength++] = 0;
        }
        open[openLength++] = (char) label;
    }

    /** Puts away what was taken last. */
    void close() {
        if (openLength == 0) return;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            pieces = Arrays.copyOf(pieces, 2 * count);
        }
        starts[count] = openStart;
        pieces[count++] = piece();
        bound();
        openLength = 0;
    }

    private Object piece() {
        byte[] bytes = new byte[openLength];
        for (int i = 0; i < openLength; i++) {
            if (open[i] > 255) return Arrays.copyOf(open, openLength);
            bytes[i] = (byte) open[i];
        }
        return bytes;
    }

    private static int label(Object piece, int i) {
        return piece instanceof byte[] bytes ? bytes[i] & 0xff : ((char[]) piece)[i];
    }

    private static int length(Object piece) {
        return piece instanceof byte[] bytes ? bytes.length : ((char[]) piece).length;
    }

    private void bound() {
        int x = openStart % size[0];
        int y = openStart / size[0] % size[1];
        int z = openStart / size[0] / size[1];
        for (int i = 0; i < openLength; i++) {
            if (open[i] != 0) bound(open[i], x, y, z);
            if (++x < size[0]) continue;
            x = 0;
            if (++y < size[1]) continue;
            y = 0;
            z++;
        }
    }

    private void bound(int label, int x, int y, int z) {
        if (label >= boxes.length) boxes = Arrays.copyOf(boxes, 2 * label);
        int[] box = boxes[label];
        if (box == null) {
            boxes[label] = new int[] {x, y, z, x, y, z};
            return;
        }
        if (x < box[0]) box[0] = x;
        if (x > box[3]) box[3] = x;
        if (y < box[1]) box[1] = y;
        if (y > box[4]) box[4] = y;
        // Raster order: the last slice so far.
        box[5] = z;
    }

    /**
     * First and last voxel of the box of some numbers along each axis: x, y, z, x, y, z.
     *
     * @param numbers of which at least one was taken
     */
    int[] box(BitSet numbers) {
        int[] box = null;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            int[] one = boxes[number];
            if (box == null) box = one.clone();
            for (int d = 0; d < 3; d++) {
                box[d] = Math.min(box[d], one[d]);
                box[d + 3] = Math.max(box[d + 3], one[d + 3]);
            }
        }
        return box;
    }

    /** The number of a voxel's label, 0 for background. */
    int at(int x, int y, int z) {
        int index = x + size[0] * (y + size[1] * z);
        int found = Arrays.binarySearch(starts, 0, count, index);
        int k = found >= 0 ? found : -found - 2;
        if (k < 0 || index - starts[k] >= length(pieces[k])) return 0;
        return label(pieces[k], index - starts[k]);
    }

    /** Visits the voxels of some numbers in raster order. */
    void forEach(BitSet numbers, Visitor visitor) {
        for (int k = 0; k < count; k++) {
            Object piece = pieces[k];
            int length = length(piece);
            for (int i = 0; i < length; i++) {
                if (!numbers.get(label(piece, i))) continue;
                int index = starts[k] + i;
                visitor.at(index % size[0], index / size[0] % size[1], index / size[0] / size[1]);
            }
        }
    }
}
