package org.ichradiomics.format.dicom;

/**
 * How a pixel is stored, PS3.5 chapter 8.
 *
 * @param bitsAllocated 8, 16 or 32
 * @param bitsStored how many of them count
 * @param highBit the highest of those
 */
record PixelFormat(int columns, int rows, int bitsAllocated, int bitsStored, int highBit, boolean signed) {

    /** @throws DamagedException if the header contradicts itself, or the pixels are no single grey values */
    static PixelFormat of(DataSet data) throws DamagedException {
        int samples = number(data, Tag.SAMPLES_PER_PIXEL, 1);
        String colours = data.text(Tag.PHOTOMETRIC) == null ? "MONOCHROME2" : data.text(Tag.PHOTOMETRIC);
        if (samples != 1 || !colours.startsWith("MONOCHROME")) {
            throw new DamagedException("is a colour image (" + HeaderWord.code(colours)
                    + "), but CT values are needed: choose the original slices.");
        }
        int columns = number(data, Tag.COLUMNS, 0);
        int rows = number(data, Tag.ROWS, 0);
        if (columns < 1 || rows < 1 || columns > 65535 || rows > 65535) {
            throw new DamagedException("does not say how many rows and columns it has: export it again.");
        }
        int allocated = number(data, Tag.BITS_ALLOCATED, 0);
        if (allocated != 8 && allocated != 16 && allocated != 32) {
            throw new DamagedException(
                    "has " + allocated + " bits per pixel, but 8, 16 or 32 are needed: export it again.");
        }
        int stored = number(data, Tag.BITS_STORED, allocated);
        int high = number(data, Tag.HIGH_BIT, stored - 1);
        if (stored < 1 || stored > allocated || high < stored - 1 || high >= allocated) {
            throw new DamagedException("claims to store bits " + (high - stored + 1) + " to " + high + " of "
                    + allocated + ": the header is damaged, export it again.");
        }
        int sign = number(data, Tag.PIXEL_REPRESENTATION, 0);
        if (sign != 0 && sign != 1) throw Codec.damaged();
        if (stored == 32 && sign == 0) {
            throw new DamagedException("holds unsigned pixels of 32 bits, which no CT has: export it again.");
        }
        if ((long) columns * rows > Integer.MAX_VALUE / 4 - 8) {
            throw new DamagedException("claims to have " + columns + " × " + rows
                    + " pixels, more than a CT slice can have: export it again.");
        }
        return new PixelFormat(columns, rows, allocated, stored, high, sign == 1);
    }

    static int number(DataSet data, int tag, int otherwise) {
        String text = data.text(tag);
        if (text == null) return otherwise;
        return text.matches("\\+?\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
