package org.ichradiomics.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/**
 * JSON being written: two blanks, LF, doubles as {@link Double#toString} gives them, keys in the order of their maps.
 */
public final class JsonText {

    private JsonText() {}

    /** What is written on one line. */
    private record Line(Object tree) {}

    /**
     * A file's text, with LF at the end.
     *
     * @param tree maps, lists, texts, numbers and truths; null and numbers that JSON does not have are written as null
     */
    public static String file(Object tree) {
        return text(tree, FormattingStyle.PRETTY) + "\n";
    }

    /** A small object on one line; of a list or an object of objects, each of them. */
    public static Object onOneLine(Object tree) {
        if (tree instanceof List<?> list) return list.stream().map(Line::new).toList();
        if (!(tree instanceof Map<?, ?> map) || !map.values().stream().allMatch(Map.class::isInstance))
            return tree == null ? null : new Line(tree);
        Map<Object, Object> lines = new LinkedHashMap<>();
        map.forEach((key, one) -> lines.put(key, new Line(one)));
        return lines;
    }

    private static String text(Object tree, FormattingStyle style) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(style);
            write(out, tree);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }

    private static void write(JsonWriter out, Object tree) throws IOException {
        if (tree == null || tree instanceof Double number && !Double.isFinite(number)) {
            out.nullValue();
        } else if (tree instanceof Line line) {
            out.jsonValue(text(line.tree, FormattingStyle.COMPACT.withSpaceAfterSeparators(true)));
        } else if (tree instanceof Map<?, ?> map) {
            out.beginObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) write(out.name((String) entry.getKey()), entry.getValue());
            out.endObject();
        } else if (tree instanceof Collection<?> items) {
            out.beginArray();
            for (Object item : items) write(out, item);
            out.endArray();
        } else if (tree instanceof Number number) {
            out.value(number);
        } else if (tree instanceof Boolean truth) {
            out.value(truth);
        } else {
            out.value(tree.toString());
        }
    }
}
