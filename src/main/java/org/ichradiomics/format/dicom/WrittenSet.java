package org.ichradiomics.format.dicom;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A data set as it is written: explicit little endian, sequences and items with their lengths, attributes in the order
 * of their tags (PS3.5, 7.1.2 and 7.5). Texts are UTF-8.
 */
final class WrittenSet {

    private static final int ITEM_HEAD = 8;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DECIMAL = 16;

    /** Those whose length has four bytes. */
    private static final Set<String> LONG = Set.of("OB", "SQ");

    private final SortedMap<Attribute, byte[]> values = new TreeMap<>();

    /** @param text several values parted by a backslash; empty for an attribute that is there without a value */
    WrittenSet text(Attribute attribute, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
        // UIDs are filled up by a null, all else by a space.
        if (even.length > bytes.length && !attribute.representation().equals("UI")) even[bytes.length] = ' ';
        values.put(attribute, even);
        return this;
    }

    /** Those that are there without a value. */
    WrittenSet empty(Attribute... attributes) {
        for (Attribute attribute : attributes) text(attribute, "");
        return this;
    }

    /** Decimals of at most 16 characters, which keeps at least nine digits. */
    WrittenSet decimals(Attribute attribute, double... numbers) {
        return text(
                attribute, Arrays.stream(numbers).mapToObj(WrittenSet::decimal).collect(Collectors.joining("\\")));
    }

    private static String decimal(double number) {
        // 0.0 + x keeps a zero positive.
        String text = Double.toString(0.0 + number);
        for (int digits = LONGEST_DECIMAL; text.length() > LONGEST_DECIMAL; digits--)
            text = new BigDecimal(number).round(new MathContext(digits)).toString();
        return text;
    }

    /** Numbers of two bytes, or of four, as the attribute has them; tags as two of two bytes. */
    WrittenSet numbers(Attribute attribute, int... numbers) {
        ByteBuffer to = ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            switch (attribute.representation()) {
                case "US" -> to.putShort((short) number);
                case "AT" -> to.putShort((short) (number >>> 16)).putShort((short) number);
                default -> to.putInt(number);
            }
        }
        return bytes(attribute, Arrays.copyOf(to.array(), to.position()));
    }

    /** @param bytes an even number of them */
    WrittenSet bytes(Attribute attribute, byte[] bytes) {
        values.put(attribute, bytes);
        return this;
    }

    WrittenSet items(Attribute attribute, WrittenSet... items) {
        return items(attribute, List.of(items));
    }

    WrittenSet items(Attribute attribute, List<WrittenSet> items) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        for (WrittenSet item : items) {
            byte[] bytes = item.bytes();
            to.writeBytes(ByteBuffer.allocate(ITEM_HEAD)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) (Tag.ITEM >>> 16))
                    .putShort((short) Tag.ITEM)
                    .putInt(bytes.length)
                    .array());
            to.writeBytes(bytes);
        }
        return bytes(attribute, to.toByteArray());
    }

    /** All of it. */
    byte[] bytes() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        values.forEach((attribute, value) -> {
            to.writeBytes(head(attribute, value.length));
            to.writeBytes(value);
        });
        return to.toByteArray();
    }

    private static byte[] head(Attribute attribute, int length) {
        boolean isLong = LONG.contains(attribute.representation());
        ByteBuffer to = ByteBuffer.allocate(isLong ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
        to.putShort((short) (attribute.tag() >>> 16)).putShort((short) attribute.tag());
        to.put(attribute.representation().getBytes(StandardCharsets.US_ASCII));
        if (isLong) to.putShort((short) 0).putInt(length);
        else to.putShort((short) length);
        return to.array();
    }

    /** A name as a LO may be: one line without a backslash, of at most 64 characters. */
    static String name(String text) {
        String plain = text.replaceAll("[\\\\\\p{Cntrl}]+", " ").strip();
        return plain.codePoints()
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
