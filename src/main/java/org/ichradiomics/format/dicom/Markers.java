package org.ichradiomics.format.dicom;

import java.util.Arrays;

/** Reads the marker segments of the JPEG family one after the other. */
final class Markers {

    static final int SOI = 0xd8;
    static final int EOI = 0xd9;
    static final int SOS = 0xda;
    static final int DHT = 0xc4;
    static final int DRI = 0xdd;

    private final byte[] stream;
    private int at;
    private int end;

    /** @throws DamagedException if the stream does not begin like one of them */
    Markers(byte[] stream) throws DamagedException {
        this.stream = stream;
        if (stream.length < 4 || (stream[0] & 0xff) != 0xff || (stream[1] & 0xff) != SOI) throw Codec.damaged();
        end = 2;
    }

    /** Goes to the next segment; what was not read of the last one is passed over. */
    int next() throws DamagedException {
        at = end;
        if (u8() != 0xff) throw Codec.damaged();
        int marker = u8();
        while (marker == 0xff) marker = u8();
        if (marker == EOI || marker == 0 || marker == SOI) throw Codec.damaged();
        int start = at;
        end = at + 2;
        end = start + u16();
        if (end < at || end > stream.length) throw Codec.damaged();
        return marker;
    }

    /** Whether the segment has more. */
    boolean hasNext() {
        return at < end;
    }

    int u8() throws DamagedException {
        if (at >= stream.length) throw Codec.damaged();
        return stream[at++] & 0xff;
    }

    int u16() throws DamagedException {
        int high = u8();
        return high << 8 | u8();
    }

    /** Where the segment ends, and after SOS the packed samples begin. */
    int end() {
        return end;
    }

    /**
     * The stream without what pads it behind its end mark: zeros, 0xFF, or whatever one byte was there at hand.
     *
     * @throws DamagedException if there is no end mark: what breaks off would be filled with grey
     */
    static byte[] toEndMark(byte[] stream) throws DamagedException {
        int end = stream.length;
        if (end > 2 && !isEndMark(stream, end)) {
            while (end > 2 && (stream[end - 1] == 0 || stream[end - 1] == -1)) end--;
        }
        if (end > 2 && !isEndMark(stream, end)) {
            byte padding = stream[end - 1];
            while (end > 2 && stream[end - 1] == padding) end--;
        }
        if (end <= 2 || !isEndMark(stream, end)) throw Codec.damaged();
        return end == stream.length ? stream : Arrays.copyOf(stream, end);
    }

    private static boolean isEndMark(byte[] stream, int end) {
        return (stream[end - 2] & 0xff) == 0xff && (stream[end - 1] & 0xff) == EOI;
    }

    static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != DHT && marker != 0xc8 && marker != 0xcc;
    }
}
