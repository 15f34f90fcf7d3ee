package org.ichradiomics.format.dicom;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.sun.media.imageioimpl.plugins.jpeg2000.J2KImageReaderSpi;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;

/** JPEG 2000, ITU-T T.800, by OME's library; asked directly, so no image reader of the host program is touched. */
final class Jpeg2000Codec implements Codec {

    private static final int SIZ = 0xff51;

    private static final int SOD = 0xff93;
    private static final int SOT = 0xff90;
    private static final int COD = 0xff52;

    /** Markers of a head that one grey slice needs: COD, QCD, TLM, PLM, PLT, CRG and comments. */
    private static final Set<Integer> KNOWN = Set.of(COD, 0xff5c, 0xff55, 0xff57, 0xff58, 0xff63, 0xff64);

    /**
     * Tiles × layers × precincts, each of which the library visits: a slice takes some hundreds, a damaged header could
     * ask for years of them.
     */
    private static final long MOST_PACKETS = 1 << 16;

    static {
        // It would print its remarks between the lines of a result.
        FacilityManager.registerMsgLogger(null, new Silence());
    }

    @Override
    public Samples decode(byte[] stream, int columns, int rows) throws IOException {
        byte[] code = Markers.toEndMark(codestream(stream));
        if (code.length < 48 || u16(code, 2) != SIZ) throw Codec.damaged();
        long width = u32(code, 8) - u32(code, 16);
        long height = u32(code, 12) - u32(code, 20);
        if (width < 1 || height < 1 || width > 65535 || height > 65535) throw Codec.damaged();
        Codec.requireSize(columns, rows, (int) width, (int) height);
        long tileWidth = u32(code, 24);
        long tileHeight = u32(code, 28);
        int bits = (code[42] & 0x7f) + 1;
        if (tileWidth < 1 || tileHeight < 1 || u16(code, 40) != 1 || bits > 16 || code[43] != 1 || code[44] != 1) {
            throw Codec.damaged();
        }
        // The library follows offsets wherever they lead; slices begin at 0.
        if (u32(code, 16) != 0 || u32(code, 20) != 0 || u32(code, 32) != 0 || u32(code, 36) != 0) throw Codec.damaged();
        long tiles = ((width + tileWidth - 1) / tileWidth) * ((height + tileHeight - 1) / tileHeight);
        requireSane(code, tiles, Math.min(tileWidth, width), Math.min(tileHeight, height));
        ImageReader reader = new J2KImageReaderSpi().createReaderInstance();
        try (MemoryCacheImageInputStream in = new Ending(code)) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            Codec.requireSize(columns, rows, raster.getWidth(), raster.getHeight());
            return new Samples(raster.getSamples(0, 0, columns, rows, 0, (int[]) null), bits);
        } catch (RuntimeException | Error e) {
            // The library's own word for a stream that makes no sense is Error.
            if (e instanceof VirtualMachineError) throw e;
            throw new IOException(e);
        } finally {
            reader.dispose();
        }
    }

    /** Walks the heads of the stream and its tile parts: sizes that are bounded, lengths that are there. */
    private static void requireSane(byte[] code, long tiles, long tileWidth, long tileHeight) throws DamagedException {
        int at = 4 + u16(code, 4);
        int parts = 0;
        boolean coded = false;
        int partEnd = 0;
        while (true) {
            if (at + 4 > code.length) throw Codec.damaged();
            int marker = u16(code, at);
            if (marker == SOD && partEnd > 0) {
                if (partEnd < at + 2) throw Codec.damaged();
                requireNoMarkers(code, at + 2, partEnd);
                at = partEnd;
                partEnd = 0;
                if (at + 2 <= code.length && u16(code, at) == 0xff00 + Markers.EOI) break;
                continue;
            }
            int end = at + 2 + u16(code, at + 2);
            if (end < at + 4 || end > code.length) throw Codec.damaged();
            if (marker == SOT) {
                if (partEnd > 0 || end != at + 12 || u16(code, at + 4) >= tiles || ++parts > MOST_PACKETS || !coded)
                    throw Codec.damaged();
                long length = u32(code, at + 6);
                // 0 is the last part, to the end of the stream.
                partEnd = (int) (length == 0 ? code.length - 2 : Math.min(code.length, at + length));
                if (length != 0 && at + length > code.length - 2) throw Codec.damaged();
            } else if (!KNOWN.contains(marker) || marker == COD && (coded || partEnd > 0)) {
                throw Codec.damaged();
            } else if (marker == COD) {
                coded = true;
                requireFewPackets(code, at, end, tiles, tileWidth, tileHeight);
            }
            at = end;
        }
    }

    /**
     * No packed bits hold 0xFF before more than 0x8F, but for SOP and EPH; the library never gets over two 0xFF in a
     * row.
     */
    private static void requireNoMarkers(byte[] code, int from, int to) throws DamagedException {
        for (int at = from; at + 1 < to; at++) {
            int next = code[at + 1] & 0xff;
            if (code[at] == -1 && next > 0x8f && next != 0x91 && next != 0x92) throw Codec.damaged();
        }
        if (to > from && code[to - 1] == -1) throw Codec.damaged();
    }

    private static void requireFewPackets(byte[] code, int at, int end, long tiles, long width, long height)
            throws DamagedException {
        if (end < at + 14) throw Codec.damaged();
        boolean precincts = (code[at + 4] & 1) != 0;
        int layers = u16(code, at + 6);
        int levels = code[at + 9] & 0xff;
        if (layers < 1 || levels > 32 || end < at + 14 + (precincts ? levels + 1 : 0)) throw Codec.damaged();
        long packets = 0;
        for (int r = 0; r <= levels; r++) {
            int exponents = precincts ? code[at + 14 + r] & 0xff : 0xff;
            if (r > 0 && ((exponents & 15) == 0 || exponents >> 4 == 0)) throw Codec.damaged();
            long columns = (width >> levels - r >> (exponents & 15)) + 1;
            long rows = (height >> levels - r >> (exponents >> 4)) + 1;
            packets += columns * rows;
            if (packets * layers * tiles > MOST_PACKETS) throw Codec.damaged();
        }
    }

    /** Without the boxes of a .jp2 file, which some writers leave around it. */
    private static byte[] codestream(byte[] stream) {
        if (stream.length < 12 || u16(stream, 0) == 0xff4f) return stream;
        for (int at = 0; at + 3 < stream.length; at++) {
            if (u16(stream, at) == 0xff4f && u16(stream, at + 2) == SIZ)
                return Arrays.copyOfRange(stream, at, stream.length);
        }
        return stream;
    }

    private static int u16(byte[] stream, int at) {
        return (stream[at] & 0xff) << 8 | stream[at + 1] & 0xff;
    }

    private static long u32(byte[] stream, int at) {
        return (long) u16(stream, at) << 16 | u16(stream, at + 2);
    }

    /** The library takes the −1 behind the end for eight bits of 1, and counts them for ever. */
    private static final class Ending extends MemoryCacheImageInputStream {

        Ending(byte[] code) {
            super(new ByteArrayInputStream(code));
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next < 0) throw new EOFException();
            return next;
        }
    }

    private static final class Silence implements MsgLogger {

        @Override
        public void printmsg(int severity, String message) {}

        @Override
        public void println(String text, int firstIndent, int otherIndent) {}

        @Override
        public void flush() {}
    }
}
