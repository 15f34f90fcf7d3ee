package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a reader says of a sign. */
public enum ReaderAnswer {
    /** Nothing yet. */
    NONE(null),
    /** It is there. */
    YES(1),
    /** It is not there. */
    NO(0),
    /** He looked, and cannot tell. */
    UNSURE(null);

    private final Integer cell;

    ReaderAnswer(Integer cell) {
        this.cell = cell;
    }

    /** As options write it; empty for none. */
    public String text() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** As in tables: 1, 0, or null. */
    public Integer cell() {
        return cell;
    }

    /** All words, the empty one first. */
    public static List<String> texts() {
        return Arrays.stream(values()).map(ReaderAnswer::text).toList();
    }
}
