package org.ichradiomics.format.dicom;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The stored values of a file's frames, sign and unused bits put right. */
final class PixelReader implements Closeable {

    /** One fragment, in bytes. */
    private record Fragment(long at, long length) {}

    private static final long UNDEFINED = 0xffffffffL;

    /**
     * Pixels of a slice that may be blank from edge to edge: 2048 × 2048, twice over in each direction what most
     * scanners have.
     */
    private static final long MOST_BLANK = 1 << 22;

    /** Pixels for each byte in anything that is not blank. */
    private static final long BEST_RATIO = 256;

    private static final VarHandle LITTLE16 =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE32 =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final DicomFile file;
    private final DicomContent content;
    private final PixelFormat format;
    private final Bytes whole;
    private final Bytes bytes;
    private final Room room;
    private List<List<Fragment>> frames;

    /** Arrays for one frame after the other: the next is written over the last. */
    static final class Room {
        private byte[] bytes;
        private int[] samples;
    }

    /** @param room of a reader whose frames are no longer needed, or new */
    PixelReader(DicomFile file, Room room) throws IOException {
        this(file, file.format(), room);
    }

    PixelReader(DicomFile file, PixelFormat format) throws IOException {
        this(file, format, new Room());
    }

    private PixelReader(DicomFile file, PixelFormat format, Room room) throws IOException {
        this.room = room;
        this.file = file;
        this.format = format;
        content = file.content();
        whole = file.place().open();
        try {
            bytes = content.deflatedAt() > 0 ? whole.inflated(content.deflatedAt()) : whole;
        } catch (IOException e) {
            whole.close();
            throw e;
        }
    }

    /**
     * Its values in an array that holds them until the next frame is read in this room.
     *
     * @param index of the frame in the file, from 0
     */
    int[] frame(int index) throws IOException {
        return content.syntax().isNative() ? nativeFrame(index) : compressedFrame(index);
    }

    /**
     * A frame of bits, which are packed over all frames, the first in the lowest bit (PS3.5 8.1.1).
     *
     * @param index of the frame in the file, from 0
     */
    int[] bits(int index) throws IOException {
        if (!content.syntax().isNative()) throw new DamagedException(file.unreadable());
        int count = format.columns() * format.rows();
        long first = (long) index * count;
        // A byte order turns pairs.
        int swap = content.syntax().isBigEndian() && content.pixelWords() ? 1 : 0;
        long from = first / 8 & ~(long) swap;
        byte[] raw = bytes.read(content.pixelsAt() + from, (int) (((first + count - 1) / 8 | swap) - from + 1));
        int[] samples = new int[count];
        for (int i = 0; i < count; i++) {
            int at = (int) ((first + i) / 8 - from);
            samples[i] = raw[at ^ swap] >> (first + i) % 8 & 1;
        }
        return samples;
    }

    @Override
    public void close() throws IOException {
        if (bytes != whole) bytes.close();
        whole.close();
    }

    private int[] nativeFrame(int index) throws IOException {
        int count = format.columns() * format.rows();
        int width = format.bitsAllocated() / 8;
        room.bytes = bytes.read(content.pixelsAt() + (long) index * count * width, count * width, room.bytes);
        byte[] raw = room.bytes;
        if (room.samples == null || room.samples.length != count) room.samples = new int[count];
        int[] samples = room.samples;
        boolean big = content.syntax().isBigEndian();
        switch (width) {
            case 1 -> {
                int swap = big && content.pixelWords() && count % 2 == 0 ? 1 : 0;
                for (int i = 0; i < count; i++) samples[i] = raw[i ^ swap];
            }
            case 2 -> {
                if (big) for (int i = 0; i < count; i++) samples[i] = (short) BIG16.get(raw, 2 * i);
                else for (int i = 0; i < count; i++) samples[i] = (short) LITTLE16.get(raw, 2 * i);
                // As most are, and so a pass less.
                if (format.signed() && format.bitsStored() == 16 && format.highBit() == 15) return samples;
            }
            default -> {
                if (big) for (int i = 0; i < count; i++) samples[i] = (int) BIG32.get(raw, 4 * i);
                else for (int i = 0; i < count; i++) samples[i] = (int) LITTLE32.get(raw, 4 * i);
            }
        }
        return cut(samples, 31 - format.highBit(), 32 - format.bitsStored());
    }

    /**
     * Keeps the bits that are stored: {@code up} brings the highest to the top, {@code down} the lowest to the bottom.
     */
    private int[] cut(int[] samples, int up, int down) {
        if (format.signed()) for (int i = 0; i < samples.length; i++) samples[i] = samples[i] << up >> down;
        else for (int i = 0; i < samples.length; i++) samples[i] = samples[i] << up >>> down;
        return samples;
    }

    private int[] compressedFrame(int index) throws IOException {
        Codec codec = Codec.of(content.syntax(), format.bitsAllocated());
        if (codec == null) throw new DamagedException(file.unreadable());
        if (frames == null) frames = frames();
        byte[] stream = join(frames.get(index));
        requirePossible(stream.length);
        Codec.Samples samples;
        try {
            samples = codec.decode(stream, format.columns(), format.rows());
        } catch (DamagedException e) {
            throw e;
        } catch (IOException e) {
            DamagedException damaged = Codec.damaged();
            damaged.initCause(e);
            throw damaged;
        }
        // The sign is the header's, whatever a JPEG 2000 stream says of itself; its bits are the stream's.
        int bits = Math.min(samples.bits(), format.bitsStored());
        boolean wholly = content.syntax() == TransferSyntax.RLE;
        return cut(
                samples.values(),
                wholly ? 31 - format.highBit() : 32 - bits,
                32 - (wholly ? format.bitsStored() : bits));
    }

    /**
     * Blank pixels shrink to next to nothing, so the codecs alone would set aside whatever a header claims; but blank
     * slices are no larger than others.
     */
    private void requirePossible(int bytes) throws DamagedException {
        long pixels = (long) format.columns() * format.rows();
        if (pixels <= Math.max(MOST_BLANK, BEST_RATIO * bytes)) return;
        throw new DamagedException("claims to hold " + format.columns() + " × " + format.rows() + " pixels in " + bytes
                + " bytes, more than any slice can: it is damaged, export it again.");
    }

    private byte[] join(List<Fragment> fragments) throws IOException {
        if (fragments.size() == 1)
            return bytes.read(fragments.get(0).at(), (int) fragments.get(0).length());
        long total = 0;
        for (Fragment fragment : fragments) total += fragment.length();
        if (total > Integer.MAX_VALUE - 8) throw Codec.damaged();
        byte[] all = new byte[(int) total];
        int filled = 0;
        for (Fragment fragment : fragments) {
            byte[] part = bytes.read(fragment.at(), (int) fragment.length());
            System.arraycopy(part, 0, all, filled, part.length);
            filled += part.length;
        }
        return all;
    }

    /** The fragments of each frame, PS3.5 annex A.4. */
    private List<List<Fragment>> frames() throws IOException {
        List<Fragment> items = fragments();
        if (items.isEmpty()) throw Codec.damaged();
        Fragment table = items.remove(0);
        int count = file.frameCount();
        List<List<Fragment>> split = new ArrayList<>();
        if (count == 1) {
            split.add(items);
        } else if (items.size() == count) {
            for (Fragment item : items) split.add(List.of(item));
        } else if (table.length() == 4L * count) {
            for (int i = 0; i < count; i++) split.add(new ArrayList<>());
            int frame = 0;
            long first = table.at() + table.length();
            for (Fragment item : items) {
                long start = item.at() - 8 - first;
                while (frame + 1 < count && bytes.u32(table.at() + 4L * (frame + 1), false) <= start) frame++;
                split.get(frame).add(item);
            }
        } else {
            throw new DamagedException("holds " + items.size() + " compressed fragments for " + count
                    + " frames and does not say which belong together: decompress it first, for example with "
                    + "gdcmconv --raw.");
        }
        for (List<Fragment> frame : split) if (frame.isEmpty()) throw new EOFException();
        return split;
    }

    private List<Fragment> fragments() throws IOException {
        List<Fragment> items = new ArrayList<>();
        long at = content.pixelsAt();
        while (true) {
            if (!bytes.reaches(at + 8)) {
                // The end mark may be missing, the fragments may not.
                if (items.size() > file.frameCount()) return items;
                throw new EOFException();
            }
            int tag = bytes.u16(at, false) << 16 | bytes.u16(at + 2, false);
            long length = bytes.u32(at + 4, false);
            at += 8;
            if (tag == Tag.SEQUENCE_END) return items;
            if (tag != Tag.ITEM || length == UNDEFINED || length > Integer.MAX_VALUE - 8) throw Codec.damaged();
            if (!bytes.reaches(at + length)) throw new EOFException();
            items.add(new Fragment(at, length));
            at += length;
        }
    }
}
