package org.ichradiomics.format.dicom;

import java.io.IOException;

/** Unpacks one compressed frame. */
interface Codec {

    /**
     * Samples in raster order.
     *
     * @param bits how many bits of each count, sign included
     */
    record Samples(int[] values, int bits) {}

    /**
     * @param stream the frame's fragments, joined
     * @param columns as the header says; a stream of another size is refused before anything is set aside
     * @throws DamagedException if the stream breaks off or makes no sense
     */
    Samples decode(byte[] stream, int columns, int rows) throws IOException;

    /** Null where nothing here can unpack it. */
    static Codec of(TransferSyntax syntax, int bitsAllocated) {
        return switch (syntax) {
            case RLE -> new RunLengthCodec(bitsAllocated);
            case JPEG_LOSSLESS, JPEG_LOSSLESS_SV1 -> new JpegLosslessCodec();
            case JPEG_LS, JPEG_LS_NEAR -> new JpegLsCodec();
            case JPEG_BASELINE, JPEG_EXTENDED -> new JpegCodec();
            case JPEG_2000_LOSSLESS, JPEG_2000 -> new Jpeg2000Codec();
            default -> null;
        };
    }

    static DamagedException damaged() {
        return new DamagedException("is damaged, its compressed pixels cannot be unpacked: copy or export it again.");
    }

    static void requireSize(int columns, int rows, int width, int height) throws DamagedException {
        if (columns == width && rows == height) return;
        throw new DamagedException("says it has " + columns + " × " + rows + " pixels, but holds " + width + " × "
                + height + " compressed: export it again.");
    }
}
