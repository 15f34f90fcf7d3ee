package org.ichradiomics.signature;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/**
 * The key {@code settings}: an object of texts if they are known, their hash if only that is known, else the text
 * "unknown".
 */
final class SettingsJson {

    private static final String KEY = "settings";
    private static final String UNKNOWN = "unknown";

    private SettingsJson() {}

    static void write(JsonWriter out, Settings settings) throws IOException {
        out.name(KEY);
        if (settings.isUnknown()) {
            out.value(UNKNOWN);
        } else if (settings.entries().isEmpty()) {
            out.value(settings.hash());
        } else {
            out.beginObject();
            for (var entry : settings.entries().entrySet()) {
                out.name(entry.getKey()).value(entry.getValue());
            }
            out.endObject();
        }
    }

    static Settings take(JsonFields json) throws InvalidInputException {
        if (json.isText(KEY)) {
            String text = json.text(KEY);
            return text.equals(UNKNOWN) ? Settings.UNKNOWN : Settings.hashed(text);
        }
        JsonFields fields = json.object(KEY);
        Map<String, String> entries = new LinkedHashMap<>();
        for (String key : fields.keys()) {
            entries.put(key, fields.text(key));
        }
        return Settings.of(entries);
    }
}
