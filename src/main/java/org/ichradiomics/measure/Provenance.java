package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Glance;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Settings;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;
import org.ichradiomics.text.TextFile;
import org.ichradiomics.text.Version;

/**
 * The JSON file beside a table: for every row, which software, settings, image and mask made it. Holds no path and
 * nothing from a patient field of a header.
 */
public final class Provenance {

    private static final String FORMAT = "ICH Radiomics run";

    private static final List<Column<Signature>> SIGNATURE = List.of(
            new Column<>("name", Signature::name),
            new Column<>("cutoff", Signature::cutoff),
            new Column<>("citation", Signature::citation));

    private static final List<Column<Measurement>> MASK = List.of(
            new Column<>("origin", Measurement::maskOrigin),
            new Column<>("voxels", Measurement::voxels),
            new Column<>("slices", Measurement::slices),
            new Column<>("volume_mL", Measurement::millilitres));

    private static final List<Column<Reference>> REFERENCE = List.of(
            new Column<>("kind", reference -> reference.kind().text()),
            new Column<>("cases", Reference::cases),
            new Column<>("origin", Reference::origin));

    private Provenance() {}

    /** The file beside a table: {@code table.csv} → {@code table.json}. */
    public static Path beside(Path table) {
        return beside(table, ".json");
    }

    /** Another file of the table's name beside it: {@code table.csv} → {@code table} and the ending. */
    public static Path beside(Path table, String ending) {
        String name = table.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return table.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    /** One entry for one row. */
    public static JsonObject entry(Protocol protocol, Scan scan, Spacing spacing, Measurement measurement) {
        Map<String, Object> entry = made(measurement.id(), settings(protocol.analyses()), measurement.settings());
        entry.put("signature", Column.byName(SIGNATURE, protocol.signature()));
        entry.put("reference", null); // its place
        entry.put("image", image(scan, spacing));
        entry.put("mask", Column.byName(MASK, measurement));
        Optional<Reference> against =
                protocol.reference().or(() -> protocol.signature().own());
        entry.putAll(scored(measurement.score(), against, measurement.notes()));
        if (!measurement.diagnostics().isEmpty()) entry.put("ibsi_diagnostics", diagnostics(measurement));
        return tree(entry);
    }

    /** The entry of a row that was scored anew, against the cohort it belongs to. */
    public static JsonObject rescored(JsonObject entry, Score score, Optional<Reference> against, List<String> notes) {
        JsonObject anew = entry.deepCopy();
        tree(scored(score, against, notes)).entrySet().forEach(part -> anew.add(part.getKey(), part.getValue()));
        return anew;
    }

    private static Map<String, Object> scored(Score score, Optional<Reference> against, List<String> notes) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("name", score.reference());
        against.ifPresent(r -> reference.putAll(Column.byName(REFERENCE, r)));
        Map<String, Object> scored = new LinkedHashMap<>();
        scored.put("reference", reference);
        scored.put("r_score", Double.isNaN(score.value()) ? null : score.value());
        scored.put("r_score_group", score.called());
        scored.put("warnings", notes);
        return scored;
    }

    /** One entry for the values of one analysis, without a score. */
    public static JsonObject entry(Analysis analysis, Scan scan, Spacing spacing, Lesion lesion, Glance glance) {
        Map<String, Object> entry = made(scan.name(), analysis.settings(), Settings.of(analysis.settings()));
        entry.put("image", image(scan, spacing));
        entry.put("mask", Map.of("origin", lesion.origin()));
        entry.put(
                "warnings",
                Stream.of(glance.reasons(), scan.warnings(), lesion.notes())
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        return tree(entry);
    }

    private static Map<String, Object> made(String id, Map<String, ?> settings, Settings hashed) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("case", id);
        entry.put("software", Version.NAME);
        entry.put("java", System.getProperty("java.version"));
        entry.put("settings", settings);
        entry.put("settings_hash", hashed.hash());
        return entry;
    }

    private static Map<String, Object> image(Scan scan, Spacing spacing) {
        Map<String, Object> image = new LinkedHashMap<>();
        image.put("name", scan.name());
        image.put(
                "size",
                List.of(
                        scan.geometry().size(0),
                        scan.geometry().size(1),
                        scan.geometry().size(2)));
        image.put("spacing_mm", List.of(spacing.x(), spacing.y(), spacing.z()));
        scan.geometry().storedAxes().ifPresent(axes -> image.put("stored_axes", axes));
        return image;
    }

    /** Of one catalogue its settings; of several those of each by its name. */
    private static Map<String, ?> settings(List<Analysis> analyses) {
        if (analyses.size() == 1) return analyses.get(0).settings();
        Map<String, Object> all = new LinkedHashMap<>();
        analyses.forEach(analysis -> all.put(analysis.catalogue(), analysis.settings()));
        return all;
    }

    private static Map<String, Object> diagnostics(Measurement measurement) {
        Map<String, Object> all = new LinkedHashMap<>();
        measurement.diagnostics().forEach(d -> all.put(d.tag(), Double.isFinite(d.value()) ? d.value() : null));
        return all;
    }

    /**
     * Refuses a table whose record could not be written beside it. The JSON file of a dataset, such as that of BIDS
     * beside each scan, may have the record's name and must not be lost.
     *
     * @throws InvalidInputException if the record's file is there and not one of ours, or would be the table itself
     */
    public static void check(Path table) throws InvalidInputException {
        if (table.getFileName() == null) throw new InvalidInputException(table + " is a folder: choose a file in it.");
        Path file = beside(table);
        if (file.getFileName().equals(table.getFileName())) {
            throw new InvalidInputException(
                    "The table cannot be called " + table.getFileName() + ", as its record beside it: name it .csv.");
        }
        checkRecord(file);
    }

    /** @throws InvalidInputException if the record's file is there and not one of ours */
    public static void checkRecord(Path file) throws InvalidInputException {
        if (Files.exists(file)) read(file);
    }

    /**
     * Writes the entries of a table's rows.
     *
     * @param append keep the entries that the file already holds
     * @throws InvalidInputException if the file cannot be written, or is there and not one of ours
     */
    public static void write(Path file, List<JsonObject> entries, boolean append) throws InvalidInputException {
        write(file, entries, append, null);
    }

    /**
     * Writes the entries of a cohort's table, and what became of its cases.
     *
     * @throws InvalidInputException as {@link #write(Path, List, boolean)}
     */
    public static void write(Path file, List<JsonObject> entries, JsonObject statuses) throws InvalidInputException {
        write(file, entries, false, statuses);
    }

    private static void write(Path file, List<JsonObject> entries, boolean append, JsonObject statuses)
            throws InvalidInputException {
        JsonObject old = Files.exists(file) ? read(file) : empty();
        JsonObject run = append ? old : empty();
        JsonArray rows = run.getAsJsonArray("rows");
        entries.forEach(rows::add);
        if (statuses != null) run.add("status", statuses);
        TextFile.write(file, JsonText.file(plain(run)));
    }

    private static JsonObject empty() {
        JsonObject run = new JsonObject();
        run.addProperty("format", FORMAT);
        run.addProperty("version", 1);
        run.add("rows", new JsonArray());
        return run;
    }

    private static JsonObject read(Path file) throws InvalidInputException {
        try {
            JsonElement element = JsonParser.parseString(TextFile.read(file));
            if (element.isJsonObject() && isOurs(element.getAsJsonObject())) return element.getAsJsonObject();
        } catch (JsonParseException e) {
            // Falls through: whatever is wrong with it, it is not ours to overwrite.
        }
        throw new InvalidInputException(
                "The file " + file.getFileName() + " beside the table is not one of this software: "
                        + "move it away, or choose another name for the table.");
    }

    private static boolean isOurs(JsonObject run) {
        return run.get("rows") instanceof JsonArray
                && run.get("format") instanceof JsonPrimitive format
                && format.getAsString().equals(FORMAT);
    }

    private static JsonObject tree(Map<String, Object> entry) {
        JsonObject tree = new JsonObject();
        entry.forEach((key, value) -> tree.add(key, element(value)));
        return tree;
    }

    /** By hand: Gson would look at the classes of the values, which takes as long as to measure a small lesion. */
    @SuppressWarnings("unchecked") // the keys of what is written are text
    private static JsonElement element(Object value) {
        if (value == null) return JsonNull.INSTANCE;
        if (value instanceof Map<?, ?> object) return tree((Map<String, Object>) object);
        if (value instanceof Number number) return new JsonPrimitive(number);
        if (!(value instanceof Collection<?> items)) return new JsonPrimitive((String) value);
        JsonArray array = new JsonArray();
        for (Object item : items) array.add(element(item));
        return array;
    }

    /** What {@link JsonText} writes of an element. */
    private static Object plain(JsonElement element) {
        if (element instanceof JsonObject object) {
            Map<String, Object> plain = new LinkedHashMap<>();
            for (Map.Entry<String, JsonElement> part : object.entrySet())
                plain.put(part.getKey(), plain(part.getValue()));
            return plain;
        }
        if (element instanceof JsonArray array) {
            List<Object> plain = new ArrayList<>();
            for (JsonElement item : array) plain.add(plain(item));
            return plain;
        }
        if (!(element instanceof JsonPrimitive primitive)) return null;
        if (primitive.isNumber()) return primitive.getAsNumber();
        return primitive.isBoolean() ? primitive.getAsBoolean() : primitive.getAsString();
    }
}
