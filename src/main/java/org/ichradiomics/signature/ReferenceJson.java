package org.ichradiomics.signature;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.TextFile;

/**
 * The JSON form of a reference; its keys are described in {@code docs/signature.md}. What is read back has the same
 * bits.
 */
public final class ReferenceJson {

    private ReferenceJson() {}

    /** @throws InvalidInputException if the file cannot be read or is not a valid reference */
    public static Reference read(Path file) throws InvalidInputException {
        return parse(TextFile.read(file), file.getFileName().toString());
    }

    /** @throws InvalidInputException if the file cannot be written; an old one is then as it was */
    public static void write(Reference reference, Path file) throws InvalidInputException {
        TextFile.write(file, text(reference));
    }

    /**
     * Writes it where another file may be in the way.
     *
     * @return whether anything was written, and not the same text there already
     * @throws InvalidInputException if the file cannot be written, or other content is there and may not be replaced
     */
    public static boolean write(Reference reference, Path file, Replacing replacing) throws InvalidInputException {
        return TextFile.write(file, text(reference), replacing);
    }

    /** The text of the file. */
    public static String text(Reference reference) {
        return JsonText.file(out -> {
            FileFormat.REFERENCE.write(out);
            members(out, reference);
        });
    }

    /**
     * @param file how sentences call the text
     * @throws InvalidInputException if it is not a valid reference
     */
    public static Reference parse(String text, String file) throws InvalidInputException {
        JsonFields json = JsonFields.parse(text, file);
        FileFormat.REFERENCE.take(json, file);
        try {
            return take(json);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    file + " is no usable reference, since " + e.getMessage() + ": correct it, or choose another file.",
                    e);
        }
    }

    static void members(JsonWriter out, Reference reference) throws IOException {
        out.name("name").value(reference.name());
        out.name("kind").value(reference.kind().name().toLowerCase(Locale.ROOT));
        out.name("origin").value(reference.origin());
        out.name("cases").value(reference.cases());
        SettingsJson.write(out, reference.settings());
        out.name("features").beginObject();
        for (var entry : reference.scales().entrySet()) {
            Scale scale = entry.getValue();
            out.name(entry.getKey());
            JsonText.line(out, line -> {
                JsonText.number(line, "mean", scale.mean());
                JsonText.number(line, "sd", scale.sd());
                line.name("n").value(scale.n());
                if (!scale.origin().equals(reference.origin())) {
                    line.name("origin").value(scale.origin());
                }
            });
        }
        out.endObject();
    }

    static Reference take(JsonFields json) throws InvalidInputException {
        String name = json.text("name");
        Reference.Kind kind = kind(json.text("kind"));
        String origin = json.text("origin");
        int cases = json.count("cases");
        Settings settings = SettingsJson.take(json);
        JsonFields features = json.object("features");
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (String feature : features.keys()) {
            JsonFields scale = features.object(feature);
            scales.put(
                    feature,
                    new Scale(
                            scale.numberOr("mean", Double.NaN),
                            scale.numberOr("sd", Double.NaN),
                            scale.count("n"),
                            scale.textOr("origin", origin)));
            scale.end();
        }
        json.end();
        return new Reference(name, kind, origin, cases, settings, scales);
    }

    private static Reference.Kind kind(String text) {
        for (Reference.Kind kind : Reference.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("\"kind\" must be \"cohort\" or \"demonstration\", is \"" + text + "\"");
    }
}
