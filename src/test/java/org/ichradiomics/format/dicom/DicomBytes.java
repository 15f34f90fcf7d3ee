package org.ichradiomics.format.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A DICOM file made attribute by attribute from PS3.5 and PS3.10, independently of the code under test. */
final class DicomBytes {

    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";
    static final String RLE = "1.2.840.10008.1.2.5";

    private static final String ROOT = "1.2.826.0.1.3680043.10.999.";

    private final TreeMap<Integer, Attribute> attributes = new TreeMap<>(Integer::compareUnsigned);
    private String syntax = EXPLICIT;
    private boolean preamble = true;
    private boolean meta = true;
    private int[] stored = {};
    private List<byte[]> fragments;
    private int lost;

    /** One attribute: text, binary numbers, bytes as they are, or items. */
    private record Attribute(
            String representation,
            String text,
            double[] numbers,
            byte[] raw,
            List<DicomBytes> items,
            boolean undefined) {}

    /** An axial CT slice of 8 × 6 pixels, int16, intercept 0, at z = 5 · {@code k}, 0.5 × 0.5 mm, 5 mm thick. */
    static DicomBytes slice(int k) {
        return new DicomBytes()
                .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\AXIAL")
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2")
                .text(0x00080018, "UI", ROOT + "3." + (k + 1))
                .text(0x00080060, "CS", "CT")
                .text(0x00180050, "DS", "5")
                .study(1)
                .series(1)
                .text(0x00200013, "IS", Integer.toString(k + 1))
                .position(-100, -80, 5 * k)
                .orientation(1, 0, 0, 0, 1, 0)
                .numbers(0x00280002, "US", 1)
                .text(0x00280004, "CS", "MONOCHROME2")
                .text(0x00280030, "DS", "0.5\\0.5")
                .rescale(1, 0)
                .grid(8, 6)
                .bits(16, 16, 15, true);
    }

    DicomBytes study(int number) {
        return text(0x0020000d, "UI", ROOT + "1." + number);
    }

    DicomBytes series(int number) {
        return text(0x0020000e, "UI", ROOT + "2." + number);
    }

    DicomBytes grid(int columns, int rows) {
        return numbers(0x00280010, "US", rows).numbers(0x00280011, "US", columns);
    }

    DicomBytes bits(int allocated, int used, int high, boolean signed) {
        return numbers(0x00280100, "US", allocated)
                .numbers(0x00280101, "US", used)
                .numbers(0x00280102, "US", high)
                .numbers(0x00280103, "US", signed ? 1 : 0);
    }

    DicomBytes rescale(double slope, double intercept) {
        return text(0x00281052, "DS", decimal(intercept)).text(0x00281053, "DS", decimal(slope));
    }

    DicomBytes position(double... mm) {
        return text(0x00200032, "DS", decimals(mm));
    }

    DicomBytes orientation(double... cosines) {
        return text(0x00200037, "DS", decimals(cosines));
    }

    DicomBytes text(int tag, String representation, String value) {
        attributes.put(tag, new Attribute(representation, value, null, null, null, false));
        return this;
    }

    DicomBytes numbers(int tag, String representation, double... values) {
        attributes.put(tag, new Attribute(representation, null, values, null, null, false));
        return this;
    }

    DicomBytes raw(int tag, String representation, byte... value) {
        attributes.put(tag, new Attribute(representation, null, null, value, null, false));
        return this;
    }

    DicomBytes sequence(int tag, boolean undefined, DicomBytes... items) {
        attributes.put(tag, new Attribute("SQ", null, null, null, List.of(items), undefined));
        return this;
    }

    DicomBytes without(int... tags) {
        for (int tag : tags) attributes.remove(tag);
        return this;
    }

    DicomBytes syntax(String uid) {
        syntax = uid;
        return this;
    }

    DicomBytes withoutPreamble() {
        preamble = false;
        return this;
    }

    DicomBytes withoutMeta() {
        preamble = false;
        meta = false;
        return this;
    }

    /** Stored values in raster order, one frame after the other. */
    DicomBytes pixels(int... values) {
        stored = values;
        return this;
    }

    DicomBytes fragments(List<byte[]> frames) {
        fragments = frames;
        return this;
    }

    /** The last bytes of the file are missing. */
    DicomBytes truncated(int bytes) {
        lost = bytes;
        return this;
    }

    Path write(Path file) {
        try {
            return Files.write(file, toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (preamble) out.writeBytes(new byte[128]);
        if (preamble) out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        if (meta) {
            DicomBytes head = new DicomBytes()
                    .raw(0x00020001, "OB", (byte) 0, (byte) 1)
                    .text(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2")
                    .text(0x00020010, "UI", syntax);
            byte[] body = head.body(true, false);
            out.writeBytes(
                    new DicomBytes().numbers(0x00020000, "UL", body.length).body(true, false));
            out.writeBytes(body);
        }
        boolean big = syntax.equals(BIG_ENDIAN);
        byte[] body = concatenate(body(!syntax.equals(IMPLICIT), big), pixelData(!syntax.equals(IMPLICIT), big));
        out.writeBytes(syntax.equals(DEFLATED) ? deflate(body) : body);
        byte[] all = out.toByteArray();
        return java.util.Arrays.copyOf(all, all.length - lost);
    }

    /** PS3.5 annex G. */
    static byte[] runLengths(int[] values, int bytes) {
        List<byte[]> segments = new ArrayList<>();
        for (int b = bytes - 1; b >= 0; b--) {
            byte[] plane = new byte[values.length];
            for (int i = 0; i < plane.length; i++) plane[i] = (byte) (values[i] >> 8 * b);
            segments.add(packBits(plane));
        }
        ByteBuffer header =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes);
        int at = 64;
        for (byte[] segment : segments) {
            header.putInt(at);
            at += segment.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        segments.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] packBits(byte[] plane) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < plane.length; ) {
            int run = 1;
            while (i + run < plane.length && run < 128 && plane[i + run] == plane[i]) run++;
            if (run > 1) {
                out.write(1 - run);
                out.write(plane[i]);
                i += run;
                continue;
            }
            int end = i + 1;
            while (end < plane.length && end - i < 128 && plane[end] != plane[end - 1]) end++;
            out.write(end - i - 1);
            out.write(plane, i, end - i);
            i = end;
        }
        if (out.size() % 2 == 1) out.write(0);
        return out.toByteArray();
    }

    private byte[] pixelData(boolean explicit, boolean big) {
        if (fragments != null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            header(out, 0x7fe00010, "OB", 0xffffffffL, true, false);
            item(out, 0xfffee000, 0, false);
            for (byte[] fragment : fragments) {
                item(out, 0xfffee000, fragment.length, false);
                out.writeBytes(fragment);
            }
            item(out, 0xfffee0dd, 0, false);
            return out.toByteArray();
        }
        if (stored.length == 0) return new byte[0];
        int width = (int) attributes.get(0x00280100).numbers()[0] / 8;
        ByteBuffer values =
                ByteBuffer.allocate(stored.length * width).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int value : stored) {
            if (width == 1) values.put((byte) value);
            else if (width == 2) values.putShort((short) value);
            else values.putInt(value);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header(out, 0x7fe00010, width == 1 ? "OB" : "OW", values.capacity(), explicit, big);
        out.writeBytes(values.array());
        return out.toByteArray();
    }

    private byte[] body(boolean explicit, boolean big) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attributes.forEach((tag, attribute) -> {
            byte[] value = value(attribute, explicit, big);
            header(
                    out,
                    tag,
                    attribute.representation(),
                    attribute.undefined() ? 0xffffffffL : value.length,
                    explicit,
                    big);
            out.writeBytes(value);
            if (attribute.undefined()) item(out, 0xfffee0dd, 0, big);
        });
        return out.toByteArray();
    }

    private static byte[] value(Attribute attribute, boolean explicit, boolean big) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (attribute.items() != null) {
            for (DicomBytes item : attribute.items()) {
                byte[] body = item.body(explicit, big);
                item(out, 0xfffee000, attribute.undefined() ? 0xffffffffL : body.length, big);
                out.writeBytes(body);
                if (attribute.undefined()) item(out, 0xfffee00d, 0, big);
            }
        } else if (attribute.text() != null) {
            out.writeBytes(attribute.text().getBytes(StandardCharsets.ISO_8859_1));
            if (out.size() % 2 == 1) out.write(attribute.representation().equals("UI") ? 0 : ' ');
        } else if (attribute.raw() != null) {
            out.writeBytes(attribute.raw());
        } else {
            ByteBuffer numbers = ByteBuffer.allocate(8 * attribute.numbers().length)
                    .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (double number : attribute.numbers()) {
                switch (attribute.representation()) {
                    case "US", "SS" -> numbers.putShort((short) number);
                    case "UL" -> numbers.putInt((int) number);
                    default -> numbers.putDouble(number);
                }
            }
            out.write(numbers.array(), 0, numbers.position());
        }
        return out.toByteArray();
    }

    private static void header(
            ByteArrayOutputStream out, int tag, String representation, long length, boolean explicit, boolean big) {
        ByteBuffer head = ByteBuffer.allocate(12).order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) (tag >>> 16)).putShort((short) tag);
        if (!explicit) {
            head.putInt((int) length);
        } else {
            head.put(representation.getBytes(StandardCharsets.US_ASCII));
            if (List.of("OB", "OW", "SQ", "UN", "UT").contains(representation))
                head.putShort((short) 0).putInt((int) length);
            else head.putShort((short) length);
        }
        out.write(head.array(), 0, head.position());
    }

    private static void item(ByteArrayOutputStream out, int tag, long length, boolean big) {
        header(out, tag, null, length, false, big);
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] concatenate(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    private static String decimals(double... values) {
        return DoubleStream.of(values).mapToObj(DicomBytes::decimal).collect(Collectors.joining("\\"));
    }

    private static String decimal(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.9f", value);
    }
}
