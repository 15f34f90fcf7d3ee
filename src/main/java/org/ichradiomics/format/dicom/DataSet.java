package org.ichradiomics.format.dicom;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was kept of a data set: values as text, several of them parted by a backslash, and the items of sequences. */
final class DataSet {

    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, List<DataSet>> sequences = new HashMap<>();
    private final Map<Integer, Span> spans = new HashMap<>();

    /** Where a long value lies, in bytes. */
    record Span(long at, int length) {}

    void put(int tag, String text) {
        texts.putIfAbsent(tag, text);
    }

    void put(int tag, List<DataSet> items) {
        sequences.putIfAbsent(tag, items);
    }

    void put(int tag, Span span) {
        spans.putIfAbsent(tag, span);
    }

    /** Where a value lies that is too long to be kept; null when it is absent. */
    Span span(int tag) {
        return spans.get(tag);
    }

    /** Null when it is absent or empty. */
    String text(int tag) {
        return texts.get(tag);
    }

    /** Empty when there is no such sequence. */
    List<DataSet> items(int tag) {
        return sequences.getOrDefault(tag, List.of());
    }

    /** The value in this data set or in the first item of any sequence in it, to any depth; null when there is none. */
    String find(int tag) {
        String own = text(tag);
        if (own != null) return own;
        for (List<DataSet> items : sequences.values()) {
            String nested = items.isEmpty() ? null : items.get(0).find(tag);
            if (nested != null) return nested;
        }
        return null;
    }
}
