package org.ichradiomics.format.dicom;

import java.util.Arrays;

/** Lossless JPEG with Huffman codes, ITU-T T.81 annex H: seven predictors, 2 to 16 bits, one component. */
final class JpegLosslessCodec implements Codec {

    private static final int SOF3 = 0xc3;

    private final Huffman[] tables = new Huffman[4];
    private int precision;
    private int restart;

    @Override
    public Samples decode(byte[] stream, int columns, int rows) throws DamagedException {
        Markers markers = new Markers(stream);
        int marker = markers.next();
        for (; marker != Markers.SOS; marker = markers.next()) {
            if (marker == Markers.DHT) readTables(markers);
            else if (marker == Markers.DRI) restart = markers.u16();
            else if (marker == SOF3) readFrame(markers, columns, rows);
            else if (Markers.isFrame(marker))
                throw new DamagedException("holds JPEG pixels of another kind than it says:"
                        + " decompress it first, for example with gdcmconv --raw or dcmdjpeg.");
        }
        if (precision == 0 || markers.u8() != 1) throw Codec.damaged();
        markers.u8();
        Huffman table = tables[markers.u8() >> 4 & 3];
        int predictor = markers.u8();
        markers.u8();
        int shift = markers.u8() & 15;
        if (table == null || predictor < 1 || predictor > 7 || shift >= precision) throw Codec.damaged();
        if (restart % columns != 0) throw Codec.damaged();
        Bits bits = new Bits(stream, markers.end());
        // No code is shorter than a bit.
        if ((long) columns * rows > 8L * stream.length) throw Codec.damaged();
        return new Samples(scan(bits, table, predictor, shift, columns, rows), precision);
    }

    private void readFrame(Markers markers, int columns, int rows) throws DamagedException {
        precision = markers.u8();
        int height = markers.u16();
        Codec.requireSize(columns, rows, markers.u16(), height);
        if (precision < 2 || precision > 16 || markers.u8() != 1) throw Codec.damaged();
    }

    private void readTables(Markers markers) throws DamagedException {
        while (markers.hasNext()) tables[markers.u8() & 3] = Huffman.read(markers);
    }

    private int[] scan(Bits bits, Huffman table, int predictor, int shift, int columns, int rows)
            throws DamagedException {
        int[] x = new int[columns * rows];
        int first = 1 << precision - shift - 1;
        int restartRows = restart / columns;
        for (int y = 0, p = 0; y < rows; y++) {
            boolean fresh = y == 0 || restartRows > 0 && y % restartRows == 0;
            if (fresh && y > 0) bits.restart();
            for (int column = 0; column < columns; column++, p++) {
                int predicted;
                if (column == 0) predicted = fresh ? first : x[p - columns];
                else if (fresh) predicted = x[p - 1];
                else predicted = predict(predictor, x[p - 1], x[p - columns], x[p - columns - 1]);
                x[p] = predicted + bits.difference(table) & 0xffff;
            }
        }
        if (shift > 0) for (int p = 0; p < x.length; p++) x[p] <<= shift;
        return x;
    }

    private static int predict(int predictor, int left, int above, int corner) {
        return switch (predictor) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> corner;
            case 4 -> left + above - corner;
            case 5 -> left + (above - corner >> 1);
            case 6 -> above + (left - corner >> 1);
            default -> left + above >> 1;
        };
    }

    /**
     * A Huffman code, T.81 annex C.
     *
     * @param entries for every 16 bits to come: length of the code × 256 + its symbol; 0 where there is none
     */
    private record Huffman(short[] entries) {

        static Huffman read(Markers markers) throws DamagedException {
            int[] counts = new int[17];
            for (int length = 1; length <= 16; length++) counts[length] = markers.u8();
            short[] entries = new short[1 << 16];
            int code = 0;
            for (int length = 1; length <= 16; length++) {
                for (int i = 0; i < counts[length]; i++, code++) {
                    int symbol = markers.u8();
                    int from = code << 16 - length;
                    int to = code + 1 << 16 - length;
                    if (symbol > 16 || to > entries.length) throw Codec.damaged();
                    Arrays.fill(entries, from, to, (short) (length << 8 | symbol));
                }
                code <<= 1;
            }
            return new Huffman(entries);
        }
    }

    /** The packed bits; a byte 0 behind 0xFF is stuffing, any other is a marker, where they end. */
    private static final class Bits {

        private final byte[] stream;
        private int at;
        private long buffer;
        private int count;
        private int missing;

        Bits(byte[] stream, int at) {
            this.stream = stream;
            this.at = at;
        }

        int difference(Huffman table) throws DamagedException {
            fill();
            int entry = table.entries[(int) (buffer >>> count - 16) & 0xffff];
            if (entry == 0) throw Codec.damaged();
            count -= entry >> 8;
            int category = entry & 0xff;
            if (category == 0) return 0;
            if (category == 16) return 1 << 15;
            int value = (int) (buffer >>> count - category) & (1 << category) - 1;
            count -= category;
            if (count < missing) throw Codec.damaged();
            return value < 1 << category - 1 ? value - (1 << category) + 1 : value;
        }

        /** To the bits behind the next restart marker. */
        void restart() throws DamagedException {
            count = 0;
            buffer = 0;
            missing = 0;
            while (at + 1 < stream.length && !((stream[at] & 0xff) == 0xff && (stream[at + 1] & 0xf8) == 0xd0)) at++;
            at += 2;
            if (at > stream.length) throw Codec.damaged();
        }

        /** At least 32 bits; behind the end zeros, which may be looked at but not used up. */
        private void fill() throws DamagedException {
            if (count < missing) throw Codec.damaged();
            while (count <= 32) {
                int next = at < stream.length ? stream[at] & 0xff : -1;
                if (next == 0xff) next = at + 1 < stream.length && stream[at + 1] == 0 ? 0xff : -1;
                if (next < 0) {
                    missing += 8;
                    next = 0;
                } else {
                    at += next == 0xff ? 2 : 1;
                }
                buffer = buffer << 8 | next;
                count += 8;
            }
        }
    }
}
