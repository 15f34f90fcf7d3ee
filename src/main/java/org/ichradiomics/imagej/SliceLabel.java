package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The DICOM header of a slice as ImageJ writes it into the slice's label, one attribute a line:
 *
 * <pre>
 *   0020,0032  Image Position (Patient): -115.0\-110.0\-40.0
 * </pre>
 *
 * The attributes inside sequences are there as well, and look like those of the slice. But those of the slice ascend,
 * so they are the longest ascending run through the lines; of two alike, the later one, since a sequence precedes what
 * follows it.
 *
 * @param values tag → text
 */
record SliceLabel(Map<Integer, String> values) {

    private static final Pattern LINE =
            Pattern.compile("^([0-9A-Fa-f]{4}),([0-9A-Fa-f]{4})  ([^\\r\\n]*)$", Pattern.MULTILINE);
    private static final int ROWS = 0x00280010;

    /** @param label may be null */
    static SliceLabel of(String label) {
        List<Long> tags = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Matcher lines = LINE.matcher(label == null ? "" : label);
        while (lines.find()) {
            int colon = lines.group(3).indexOf(": ");
            if (colon < 0 || lines.group(3).startsWith(">")) continue;
            tags.add(Long.parseLong(lines.group(1) + lines.group(2), 16));
            texts.add(lines.group(3).substring(colon + 2).strip());
        }
        Map<Integer, String> values = new HashMap<>();
        for (int line : ascending(tags)) values.put((int) (long) tags.get(line), texts.get(line));
        return new SliceLabel(values);
    }

    /** Whether it is the header of a DICOM image. */
    boolean isHeader() {
        return values.containsKey(ROWS);
    }

    /** The value of an attribute as text; null if it is not there. */
    String text(int tag) {
        return values.get(tag);
    }

    /** Patience sorting: the indices of the longest strictly ascending subsequence. */
    private static List<Integer> ascending(List<Long> tags) {
        List<Integer> ends = new ArrayList<>();
        int[] before = new int[tags.size()];
        for (int i = 0; i < tags.size(); i++) {
            int pile = 0;
            int high = ends.size();
            while (pile < high) {
                int middle = (pile + high) >>> 1;
                if (tags.get(ends.get(middle)) < tags.get(i)) pile = middle + 1;
                else high = middle;
            }
            before[i] = pile == 0 ? -1 : ends.get(pile - 1);
            if (pile == ends.size()) ends.add(i);
            else ends.set(pile, i);
        }
        List<Integer> chain = new ArrayList<>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = before[i]) chain.add(i);
        return chain;
    }
}
