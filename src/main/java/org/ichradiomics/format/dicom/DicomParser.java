package org.ichradiomics.format.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Walks a data set up to its pixels, DICOM PS3.5 chapter 7. With or without a preamble, with explicit or implicit value
 * representations, with sequences of either length; a broken private sequence is passed over if its end can be found.
 */
final class DicomParser {

    private static final int PREAMBLE = 128;
    private static final long UNDEFINED = 0xffffffffL;

    /** The values that are read are short; a longer one is not what its tag says. */
    private static final int LONGEST_VALUE = 4096;

    /** As the attribute for the character set calls UTF-8; all others are read as Latin-1. */
    private static final String UNICODE = "ISO_IR 192";

    private static final int DEEPEST = 64;
    private static final int MOST_ITEMS = 1 << 16;

    private static final Set<String> SHORT = Set.of(
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FL", "FD", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM",
            "UI", "UL", "US");
    private static final Set<String> LONG =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /** Numbers that are not written as text. */
    private record Binary(int bytes, Function<ByteBuffer, String> next) {}

    private static final Map<String, Binary> BINARY = Map.of(
            "US", new Binary(2, value -> Integer.toString(value.getShort() & 0xffff)),
            "SS", new Binary(2, value -> Short.toString(value.getShort())),
            "UL", new Binary(4, value -> Integer.toUnsignedString(value.getInt())),
            "SL", new Binary(4, value -> Integer.toString(value.getInt())),
            "FL", new Binary(4, value -> Float.toString(value.getFloat())),
            "FD", new Binary(8, value -> Double.toString(value.getDouble())));

    private final Bytes bytes;
    private final boolean big;
    private Charset characters = StandardCharsets.ISO_8859_1;

    private DicomParser(Bytes bytes, boolean big) {
        this.bytes = bytes;
        this.big = big;
    }

    /** One attribute's head: where its value begins, and how long it is. */
    private record Element(int tag, String representation, long value, long length) {

        boolean isUndefined() {
            return length == UNDEFINED;
        }

        long end() {
            return value + length;
        }
    }

    /** Whether the first bytes are those of a DICOM file. */
    static boolean looksLikeDicom(Bytes bytes) throws IOException {
        return hasPreamble(bytes) || hasPlausibleStart(bytes);
    }

    /** @throws DamagedException if it is no DICOM file, or one that cannot be followed to its pixels */
    static DicomContent parse(Bytes bytes) throws IOException {
        boolean preamble = hasPreamble(bytes);
        if (!preamble && !hasPlausibleStart(bytes)) {
            throw new DamagedException("is not a DICOM file: choose a folder of CT slices, or a NIfTI file.");
        }
        DataSet meta = new DataSet();
        long at = new DicomParser(bytes, false).readMeta(preamble ? PREAMBLE + 4 : 0, meta);
        TransferSyntax syntax = syntax(bytes, at, meta);
        DataSet data = new DataSet();
        if (meta.text(Tag.STORED_CLASS) != null) data.put(Tag.STORED_CLASS, meta.text(Tag.STORED_CLASS));
        if (syntax != TransferSyntax.DEFLATED) {
            return new DicomParser(bytes, syntax.isBigEndian()).readTop(at, data, syntax, 0);
        }
        try (Bytes inflated = bytes.inflated(at)) {
            return new DicomParser(inflated, false).readTop(0, data, syntax, at);
        }
    }

    private static boolean hasPreamble(Bytes bytes) throws IOException {
        return bytes.reaches(PREAMBLE + 4) && bytes.u32(PREAMBLE, true) == 0x4449434dL;
    }

    /** Files of old: they begin with the first attribute of group 2 or 8. */
    private static boolean hasPlausibleStart(Bytes bytes) throws IOException {
        if (!bytes.reaches(PREAMBLE + 4)) return false;
        boolean reversed = bytes.u16(0, true) == 8;
        int group = bytes.u16(0, reversed);
        int element = bytes.u16(2, reversed);
        if (group != 2 && group != 8 || element > 0x18) return false;
        return isRepresentation(bytes, 4) || beginsImplicitly(bytes);
    }

    /**
     * Three attributes of group 8 in order, short and of even length: voxels that happen to begin with an 8 do not look
     * so.
     */
    private static boolean beginsImplicitly(Bytes bytes) throws IOException {
        long at = 0;
        int before = -1;
        for (int i = 0; i < 3; i++) {
            if (!bytes.reaches(at + 8)) return false;
            int element = bytes.u16(at + 2, false);
            long length = bytes.u32(at + 4, false);
            if (bytes.u16(at, false) != 8 || element <= before || length % 2 != 0 || length > 2 * PREAMBLE)
                return false;
            before = element;
            at += 8 + length;
        }
        return true;
    }

    private static TransferSyntax syntax(Bytes bytes, long at, DataSet meta) throws IOException {
        String uid = meta.text(Tag.TRANSFER_SYNTAX);
        if (uid != null) return TransferSyntax.of(uid);
        if (!bytes.reaches(at + 8)) throw new EOFException();
        if (!isRepresentation(bytes, at + 4)) return TransferSyntax.IMPLICIT;
        return bytes.u16(at, true) < bytes.u16(at, false) ? TransferSyntax.BIG_ENDIAN : TransferSyntax.EXPLICIT;
    }

    private static boolean isRepresentation(Bytes bytes, long at) throws IOException {
        return isRepresentation("" + (char) bytes.u8(at) + (char) bytes.u8(at + 1));
    }

    private static boolean isRepresentation(String text) {
        return SHORT.contains(text) || LONG.contains(text);
    }

    /** @return where the data set begins */
    private long readMeta(long at, DataSet to) throws IOException {
        while (bytes.reaches(at + 8) && bytes.u16(at, false) == 2) {
            Element element = element(at, true);
            if (element.isUndefined()) throw damaged();
            keep(element, to);
            at = element.end();
        }
        return at;
    }

    private DicomContent readTop(long at, DataSet to, TransferSyntax syntax, long deflatedAt) throws IOException {
        boolean explicit = syntax != TransferSyntax.IMPLICIT;
        // Files that say the one and are the other are read as what they are.
        if (bytes.reaches(at + 8)) explicit = isRepresentation(bytes, at + 4);
        while (bytes.reaches(at + 8)) {
            Element element = element(at, explicit);
            if (element.tag() == Tag.PIXELS
                    || element.tag() == Tag.FLOAT_PIXELS
                    || element.tag() == Tag.DOUBLE_PIXELS) {
                return new DicomContent(
                        to,
                        syntax,
                        deflatedAt,
                        element.tag(),
                        element.value(),
                        element.isUndefined() ? -1 : element.length(),
                        "OW".equals(element.representation()));
            }
            at = read(element, to, 0);
        }
        return new DicomContent(to, syntax, deflatedAt, 0, at, 0, false);
    }

    /** @return where the next attribute begins */
    private long read(Element element, DataSet to, int depth) throws IOException {
        boolean wanted = Tag.representation(element.tag()) != null;
        if (wanted && (element.isUndefined() || "SQ".equals(Tag.representation(element.tag())))) {
            List<DataSet> items = new ArrayList<>();
            long end = readItems(element, items, depth);
            to.put(element.tag(), items);
            return end;
        }
        if (element.isUndefined()) return passOver(element, depth);
        if (wanted) keep(element, to);
        if (!bytes.reaches(element.end())) throw new EOFException();
        return element.end();
    }

    /** A sequence that nobody needs and that does not say where it ends. */
    private long passOver(Element element, int depth) throws IOException {
        try {
            return readItems(element, null, depth);
        } catch (DamagedException | EOFException e) {
            return findEnd(element, e);
        }
    }

    /** The first end mark behind which the data set goes on in order. */
    private long findEnd(Element element, IOException reason) throws IOException {
        for (long at = element.value(); bytes.reaches(at + 16); at++) {
            if (bytes.u8(at) != (big ? 0xff : 0xfe)) continue;
            if (tag(at) != Tag.SEQUENCE_END || bytes.u32(at + 4, big) != 0) continue;
            int next = tag(at + 8);
            if (Integer.compareUnsigned(next, element.tag()) > 0
                    && Integer.compareUnsigned(next, Tag.PIXELS) <= 0
                    && (element.representation() == null || isRepresentation(bytes, at + 12))) {
                return at + 8;
            }
        }
        throw reason;
    }

    /** @param to null when the items are only passed over */
    private long readItems(Element sequence, List<DataSet> to, int depth) throws IOException {
        if (depth >= DEEPEST) throw damaged();
        long end = sequence.isUndefined() ? Long.MAX_VALUE : sequence.end();
        if (!sequence.isUndefined() && !bytes.reaches(end)) throw new EOFException();
        // A value of unknown representation is written as implicit little endian whatever the file is (PS3.5, 6.2.2).
        DicomParser nested = "UN".equals(sequence.representation()) && big ? new DicomParser(bytes, false) : this;
        return nested.items(sequence.value(), end, to, depth);
    }

    private long items(long at, long end, List<DataSet> to, int depth) throws IOException {
        for (int count = 0; at < end; count++) {
            if (count > MOST_ITEMS) throw damaged();
            int tag = tag(at);
            long length = bytes.u32(at + 4, big);
            at += 8;
            if (tag == Tag.SEQUENCE_END) return at;
            if (tag != Tag.ITEM) throw damaged();
            DataSet item = to == null ? null : new DataSet();
            if (length == UNDEFINED) {
                at = readItem(at, Long.MAX_VALUE, item, depth);
            } else {
                if (at + length > end || !bytes.reaches(at + length)) throw new EOFException();
                if (to != null) readItem(at, at + length, item, depth);
                at += length;
            }
            if (to != null) to.add(item);
        }
        return at;
    }

    private long readItem(long at, long end, DataSet to, int depth) throws IOException {
        boolean explicit = at + 8 <= end && bytes.reaches(at + 6) && isRepresentation(bytes, at + 4);
        while (at < end) {
            if (tag(at) == Tag.ITEM_END) return at + 8;
            Element element = element(at, explicit);
            if (!element.isUndefined() && element.end() > end) throw damaged();
            at = to == null ? passOverNested(element, depth + 1) : read(element, to, depth + 1);
        }
        return at;
    }

    private long passOverNested(Element element, int depth) throws IOException {
        if (element.isUndefined()) return readItems(element, null, depth);
        if (!bytes.reaches(element.end())) throw new EOFException();
        return element.end();
    }

    private Element element(long at, boolean explicit) throws IOException {
        int tag = tag(at);
        if (tag >>> 16 == 0xfffe) throw damaged();
        if (explicit) {
            String representation = "" + (char) bytes.u8(at + 4) + (char) bytes.u8(at + 5);
            if (SHORT.contains(representation)) {
                return new Element(tag, representation, at + 8, bytes.u16(at + 6, big));
            }
            if (LONG.contains(representation)) {
                return new Element(tag, representation, at + 12, bytes.u32(at + 8, big));
            }
        }
        // Some writers leave the representation out where they do not know it.
        return new Element(tag, null, at + 8, bytes.u32(at + 4, big));
    }

    private int tag(long at) throws IOException {
        return bytes.u16(at, big) << 16 | bytes.u16(at + 2, big);
    }

    private void keep(Element element, DataSet to) throws IOException {
        String representation = element.representation();
        if (representation == null || representation.equals("UN")) representation = Tag.representation(element.tag());
        if (element.tag() == Tag.CONTOUR_DATA && element.length() < Integer.MAX_VALUE)
            to.put(element.tag(), new DataSet.Span(element.value(), (int) element.length()));
        if (representation == null || Tag.representation(element.tag()) == null || element.length() > LONGEST_VALUE)
            return;
        byte[] value = bytes.read(element.value(), (int) element.length());
        boolean reversed = big && !"UN".equals(element.representation());
        String text = text(
                representation,
                ByteBuffer.wrap(value).order(reversed ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        if (text.isEmpty()) return;
        to.put(element.tag(), text);
        if (element.tag() == Tag.CHARACTER_SET && text.equals(UNICODE)) characters = StandardCharsets.UTF_8;
    }

    private String text(String representation, ByteBuffer value) {
        Binary binary = BINARY.get(representation);
        if (binary == null) {
            return characters.decode(value).toString().replace('\0', ' ').strip();
        }
        StringJoiner joined = new StringJoiner("\\");
        while (value.remaining() >= binary.bytes) joined.add(binary.next.apply(value));
        return joined.toString();
    }

    private static DamagedException damaged() {
        return new DamagedException(
                "is damaged, its attributes cannot be followed to the pixels: copy or export it again.");
    }
}
