package org.ichradiomics.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;

/**
 * JSON being written: two blanks, LF, doubles as {@link Double#toString} gives them, keys in the order of the calls.
 */
public final class JsonText {

    /** What writes the members of one object. */
    @FunctionalInterface
    public interface Members {

        void writeTo(JsonWriter out) throws IOException;
    }

    private JsonText() {}

    /** A file's text: one object over several lines, with LF at the end. */
    public static String file(Members members) {
        return text(members, FormattingStyle.PRETTY) + "\n";
    }

    /**
     * Writes a small object on one line, so that a reference of 396 features stays readable and its changes easy to
     * see.
     */
    public static void line(JsonWriter out, Members members) throws IOException {
        out.jsonValue(text(members, FormattingStyle.COMPACT.withSpaceAfterSeparators(true)));
    }

    /** Writes a number, or null where JSON has none: NaN and the infinite ends of ranges. */
    public static void number(JsonWriter out, String key, double number) throws IOException {
        out.name(key);
        if (Double.isFinite(number)) {
            out.value(number);
        } else {
            out.nullValue();
        }
    }

    private static String text(Members members, FormattingStyle style) {
        StringWriter text = new StringWriter();
        try (JsonWriter out = new JsonWriter(text)) {
            out.setFormattingStyle(style);
            out.beginObject();
            members.writeTo(out);
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return text.toString();
    }
}
