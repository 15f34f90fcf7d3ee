package org.ichradiomics.imagej;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ichradiomics.text.OpenFile;

/**
 * What the directories of a TIFF file say of its arrays, held against the length of the file: ImageJ's decoder sets
 * memory aside on their word alone. Tags as in TIFF 6.0 and {@code ij.io.TiffDecoder}.
 */
final class TiffSizes {

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int BITS = 258;
    private static final int COMPRESSION = 259;
    private static final int DESCRIPTION = 270;
    private static final int STRIPS = 273;
    private static final int SAMPLES = 277;
    private static final int STRIP_LENGTHS = 279;
    private static final int STACK_OF_METAMORPH = 33629;
    private static final int STACK_OF_IPLAB = 34122;
    private static final int METADATA_LENGTHS = 50838;
    private static final int METADATA = 50839;

    private static final int SHORT = 3;

    /** Bytes of a value, by its type. */
    private static final int[] TYPE_BYTES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private static final Pattern IMAGES = Pattern.compile("images=(\\d{1,9})\\s*\\n");

    /**
     * The most that a byte may stand for: deflate 258 bytes in 2 bits, LZW a string of 2¹² in 12 bits, PackBits 128 in
     * 2 bytes.
     */
    private static final int BEST_RATIO = 4096;

    /** A directory is 18 bytes at least; this many take more memory than pixels would. */
    private static final int MOST_DIRECTORIES = 1 << 16;

    private static final int MOST_LABEL_HEADER = 804;

    /** One entry of a directory. */
    private record Entry(int type, long count, long at, long value) {

        /** Bytes of one of its numbers. */
        int width() {
            return type == SHORT ? 2 : 4;
        }

        /** Where its numbers lie: in the entry itself, if there is room. */
        long numbers() {
            return width() * count <= 4 ? at : value;
        }
    }

    /** A file or an array. */
    private interface Source {
        ByteBuffer read(long at, int count) throws IOException;
    }

    private final Source source;
    private final long length;
    private final ByteOrder order;
    private long pixels;

    private TiffSizes(Source source, long length) throws IOException {
        this.source = source;
        this.length = length;
        int mark = length < 8 ? 0 : source.read(0, 2).getShort(0);
        if (mark != 0x4949 && mark != 0x4d4d) throw new IOException("not a TIFF");
        order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /**
     * To be asked before ImageJ decodes a file.
     *
     * @return how many slices its directories tell of
     * @throws EOFException if it claims more than there is
     * @throws IOException if it is no TIFF, or none of an image
     */
    static long require(OpenFile file) throws IOException {
        return require(
                (at, count) -> {
                    byte[] bytes = new byte[count];
                    if (file.read(at, bytes, 0, count) < count) throw new EOFException();
                    return ByteBuffer.wrap(bytes);
                },
                file.length());
    }

    /** As {@link #require(OpenFile)}, of a TIFF in memory. */
    static void require(byte[] tiff) throws IOException {
        require((at, count) -> ByteBuffer.wrap(tiff, (int) at, count).slice(), tiff.length);
    }

    private static long require(Source source, long length) throws IOException {
        Source bounded = (at, count) -> {
            if (at < 0 || at + count > length) throw new EOFException();
            return source.read(at, count);
        };
        return new TiffSizes(bounded, length).requireAll();
    }

    private long requireAll() throws IOException {
        Set<Long> seen = new HashSet<>();
        long slices = 0;
        for (long at = u32(4); at > 0; ) {
            if (!seen.add(at) || seen.size() > MOST_DIRECTORIES) throw new IOException("directories in a circle");
            // ImageJ ends where it finds none.
            if (at + 2 > length) return slices;
            int count = u16(at);
            if (count < 1 || count > 1000) return slices;
            Map<Integer, Entry> entries = entries(at + 2, count);
            long images = requireDirectory(entries, seen.size() == 1);
            slices += images;
            at = images > 1 || at + 2 + 12L * count + 4 > length ? 0 : u32(at + 2 + 12L * count);
        }
        return slices;
    }

    private Map<Integer, Entry> entries(long at, int count) throws IOException {
        Map<Integer, Entry> entries = new HashMap<>();
        ByteBuffer bytes = source.read(at, 12 * count).order(order);
        for (int i = 0; i < count; i++) {
            int type = bytes.getShort(12 * i + 2) & 0xffff;
            long number = bytes.getInt(12 * i + 4) & 0xffffffffL;
            boolean isShort = type == SHORT && number == 1;
            long value = isShort ? bytes.getShort(12 * i + 8) & 0xffff : bytes.getInt(12 * i + 8) & 0xffffffffL;
            int width = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 1;
            if (width * number > length) throw new EOFException();
            entries.put(bytes.getShort(12 * i) & 0xffff, new Entry(type, number, at + 12L * i + 8, value));
        }
        return entries;
    }

    /** @return how many slices ImageJ takes from this one directory */
    private long requireDirectory(Map<Integer, Entry> entries, boolean isFirst) throws IOException {
        long width = value(entries, WIDTH, 0);
        long height = value(entries, HEIGHT, 0);
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE / height) throw new IOException("no size");
        Entry bits = entries.get(BITS);
        long depth = bits == null ? 1 : bits.count() == 1 ? bits.value() : u16(bits.numbers());
        long bytes = (width * depth * value(entries, SAMPLES, 1) + 7) / 8 * height;
        boolean isPacked = value(entries, COMPRESSION, 1) > 1;
        long images = isFirst && !isPacked ? images(entries) : 1;
        Entry strips = entries.get(STRIPS);
        long first = strips == null ? 0 : strips.count() == 1 ? strips.value() : number(strips);
        requireStrips(entries);
        if (bytes > Integer.MAX_VALUE) throw new EOFException();
        // Unpacked, the slices of all directories share the file between them; the first of a cut stack must be there.
        pixels += bytes;
        if (pixels > (isPacked ? BEST_RATIO * length : length)) throw new EOFException();
        if (images > 1 && images * bytes > length - Math.min(first, length))
            throw new CutStack((length - first) / bytes, images);
        if (entries.containsKey(METADATA_LENGTHS) && entries.containsKey(METADATA)) {
            requireMetadata(entries.get(METADATA_LENGTHS), entries.get(METADATA).value());
        }
        return Math.max(1, images);
    }

    private long images(Map<Integer, Entry> entries) throws IOException {
        Entry description = entries.get(DESCRIPTION);
        long images = 1;
        if (description != null && description.count() > 4) {
            byte[] text = new byte[(int) description.count() - 1];
            source.read(description.value(), text.length).get(text);
            images = images(new String(text, StandardCharsets.ISO_8859_1));
        }
        if (entries.containsKey(STACK_OF_METAMORPH))
            images = Math.max(images, entries.get(STACK_OF_METAMORPH).count());
        return Math.max(images, value(entries, STACK_OF_IPLAB, 1));
    }

    /** ImageJ looks at the first such line alone; where that tells nothing, it goes on to the next directory. */
    private static long images(String description) {
        int at = description.startsWith("ImageJ") ? description.indexOf("images=") : -1;
        if (at < 0) return 1;
        Matcher stack = IMAGES.matcher(description).region(at, description.length());
        return stack.lookingAt() ? Long.parseLong(stack.group(1)) : 1;
    }

    private void requireStrips(Map<Integer, Entry> entries) throws IOException {
        Entry lengths = entries.get(STRIP_LENGTHS);
        if (lengths == null) return;
        int width = lengths.width();
        ByteBuffer bytes =
                source.read(lengths.numbers(), (int) (width * lengths.count())).order(order);
        long all = 0;
        while (bytes.hasRemaining()) all += width == 2 ? bytes.getShort() & 0xffff : bytes.getInt() & 0xffffffffL;
        requireLength(all);
    }

    /** The texts, ROIs and look-up tables that ImageJ keeps behind the directory. */
    private void requireMetadata(Entry lengths, long at) throws IOException {
        int parts = (int) lengths.count();
        if (parts < 1) return;
        long[] bytes = new long[parts];
        long all = 0;
        for (int i = 0; i < parts; i++) {
            bytes[i] = u32(lengths.numbers() + 4L * i);
            all += bytes[i];
        }
        if (bytes[0] < 12 || bytes[0] > MOST_LABEL_HEADER) return;
        requireLength(all);
        ByteBuffer header = source.read(at, (int) bytes[0]).order(order);
        if (header.getInt(0) != 0x494a494a) return;
        long next = at + bytes[0];
        int part = 1;
        for (int i = 4; i + 8 <= bytes[0]; i += 8) {
            int kind = header.getInt(i);
            long count = header.getInt(i + 4) & 0xffffffffL;
            if (part + count > parts) throw new EOFException();
            if (kind == 0x706c6f74) throw new IOException("a plot");
            boolean isRoi = kind == 0x726f6920 || kind == 0x6f766572;
            for (; count > 0; count--, part++) {
                if (isRoi) requireRoi(next, (int) bytes[part]);
                next += bytes[part];
            }
        }
    }

    private void requireRoi(long at, int count) throws IOException {
        byte[] roi = new byte[count];
        source.read(at, count).get(roi);
        RoiSizes.require(roi);
    }

    private void requireLength(long bytes) throws IOException {
        if (bytes > length) throw new EOFException();
    }

    private static long value(Map<Integer, Entry> entries, int tag, long otherwise) {
        return entries.containsKey(tag) ? entries.get(tag).value() : otherwise;
    }

    /** The first of several. */
    private long number(Entry entry) throws IOException {
        return entry.width() == 2 ? u16(entry.numbers()) : u32(entry.numbers());
    }

    private int u16(long at) throws IOException {
        return source.read(at, 2).order(order).getShort(0) & 0xffff;
    }

    private long u32(long at) throws IOException {
        return source.read(at, 4).order(order).getInt(0) & 0xffffffffL;
    }

    /** A stack of which only the first slices are there. */
    static final class CutStack extends EOFException {

        private static final long serialVersionUID = 1L;

        private final long there;
        private final long promised;

        private CutStack(long there, long promised) {
            this.there = there;
            this.promised = promised;
        }

        /** The end of a sentence that begins with the file's name. */
        String text() {
            return "is cut short: it holds " + there + " of " + promised + " slices; copy it again.";
        }
    }
}
