package org.ichradiomics.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * One object of a JSON file, taken apart key by key. Every key is taken once with the type it must have; what is left
 * at the {@link #end} is unknown and refused, so that a misspelt key is never passed over.
 */
public final class JsonFields {

    /** Gson says where it stumbled; the rest of its message speaks to programmers. */
    private static final String PLACE = "line (\\d+) column (\\d+)";

    private final String file;
    private final String path;
    private final Map<String, Object> fields;

    private JsonFields(String file, String path, Map<String, Object> fields) {
        this.file = file;
        this.path = path;
        this.fields = fields;
    }

    /**
     * The object that is the whole of a JSON text (RFC 8259, nothing more lenient).
     *
     * @param file how sentences call the text
     * @throws InvalidInputException if it is not JSON, not an object, or has a key twice
     */
    public static JsonFields parse(String text, String file) throws InvalidInputException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            Object whole = value(reader, file);
            if (reader.peek() == JsonToken.END_DOCUMENT && whole instanceof Map<?, ?>) {
                return new JsonFields(file, "", fields(whole));
            }
        } catch (IOException e) {
            Matcher place = Pattern.compile(PLACE).matcher(String.valueOf(e.getMessage()));
            String where = place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
            throw new InvalidInputException(
                    file + " is not valid JSON" + where + ": correct it, or choose another file.", e);
        }
        throw new InvalidInputException(file + " does not hold a JSON object { … }: choose another file.");
    }

    /**
     * An object that was read by other means, such as from YAML.
     *
     * @param fields strings as String, numbers as Double, objects as Map, arrays as List, truths as Boolean, null as
     *     null
     * @param file how sentences call the text
     */
    static JsonFields of(Map<String, Object> fields, String file) {
        return new JsonFields(file, "", fields);
    }

    /** Strings as String, numbers as Double, objects as Map, arrays as List, null as null. */
    private static Object value(JsonReader reader, String file) throws IOException, InvalidInputException {
        switch (reader.peek()) {
            case BEGIN_OBJECT:
                Map<String, Object> fields = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    String key = reader.nextName();
                    if (fields.containsKey(key)) {
                        throw new InvalidInputException(
                                file + " has the key \"" + key + "\" twice in one object: remove one of them.");
                    }
                    fields.put(key, value(reader, file));
                }
                reader.endObject();
                return fields;
            case BEGIN_ARRAY:
                List<Object> items = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    items.add(value(reader, file));
                }
                reader.endArray();
                return items;
            case NUMBER:
                return Double.valueOf(
                        reader.nextString()); // not nextDouble, which may go over long and lose the sign of -0
            case BOOLEAN:
                return reader.nextBoolean();
            case NULL:
                reader.nextNull();
                return null;
            default:
                return reader.nextString();
        }
    }

    /** The keys that are still there, in the order of the file. */
    public List<String> keys() {
        return List.copyOf(fields.keySet());
    }

    /**
     * Whether null stands there; the key is then taken.
     *
     * @throws InvalidInputException if there is no such key
     */
    public boolean takeNull(String key) throws InvalidInputException {
        requireKey(key);
        if (fields.get(key) != null) return false;
        fields.remove(key);
        return true;
    }

    /** Whether a text stands there; the key is not taken. */
    public boolean isText(String key) {
        return fields.get(key) instanceof String;
    }

    /** Whether a list stands there; the key is not taken. */
    public boolean isList(String key) {
        return fields.get(key) instanceof List;
    }

    /** Whether the key is there and not null; an optional key may also be null. */
    public boolean has(String key) {
        if (fields.get(key) != null) return true;
        fields.remove(key);
        return false;
    }

    /**
     * A text.
     *
     * @throws InvalidInputException if there is none under the key
     */
    public String text(String key) throws InvalidInputException {
        return take(key, String.class, "text");
    }

    /**
     * The text, or another one where the key is left out.
     *
     * @throws InvalidInputException if something else than a text stands there
     */
    public String textOr(String key, String otherwise) throws InvalidInputException {
        return fields.containsKey(key) ? text(key) : otherwise;
    }

    /**
     * A finite number: JSON itself has no other, but 1e999 is one too large for a double.
     *
     * @throws InvalidInputException if there is none under the key, or one too large for a double
     */
    public double number(String key) throws InvalidInputException {
        double number = take(key, Double.class, "a number");
        if (Double.isInfinite(number)) throw wrong(at(key), "is too large a number", null);
        return number;
    }

    /**
     * A number, or another one where null stands.
     *
     * @throws InvalidInputException if there is no such key, or neither null nor a finite number under it
     */
    public double numberOr(String key, double ifNull) throws InvalidInputException {
        return takeNull(key) ? ifNull : number(key);
    }

    /**
     * A whole number, of any sign.
     *
     * @throws InvalidInputException if there is none under the key, or one that no int holds
     */
    public int count(String key) throws InvalidInputException {
        double number = number(key);
        boolean isWhole = number == Math.rint(number);
        if (number != (int) number)
            throw wrong(at(key), (isWhole ? "is too large a number, " : "must be a whole number, is ") + number, null);
        return (int) number;
    }

    /**
     * True or false.
     *
     * @throws InvalidInputException if neither stands under the key
     */
    public boolean truth(String key) throws InvalidInputException {
        return take(key, Boolean.class, "true or false");
    }

    /**
     * A list of finite numbers.
     *
     * @throws InvalidInputException if there is no list, or something in it that is no finite number
     */
    public List<Double> numbers(String key) throws InvalidInputException {
        List<Double> numbers = items(key, Double.class, "a number");
        for (double number : numbers)
            if (Double.isInfinite(number)) throw wrong(at(key), "holds too large a number", null);
        return numbers;
    }

    /**
     * A list of texts; a single text is a list of one.
     *
     * @throws InvalidInputException if there is no list, or something in it that is no text
     */
    public List<String> texts(String key) throws InvalidInputException {
        return isText(key) ? List.of(text(key)) : items(key, String.class, "text");
    }

    /**
     * A list of texts as they stand in a table's cells, where 3 without quotation marks is the text 3; a single one is
     * a list of one.
     *
     * @throws InvalidInputException if there is no list, or something in it that is neither text nor number
     */
    public List<String> cells(String key) throws InvalidInputException {
        Object whole = fields.get(key);
        List<?> items = whole instanceof List<?> list ? list : List.of(whole == null ? "" : whole);
        if (items.stream().noneMatch(Double.class::isInstance)) return texts(key);
        fields.put(
                key,
                items.stream()
                        .map(item -> item instanceof Double number ? NumberText.plain(number) : item)
                        .toList());
        return texts(key);
    }

    /**
     * A text as it stands in a table's cell, where 3 without quotation marks is the text 3, and true the text true.
     *
     * @throws InvalidInputException if there is no single value under the key
     */
    public String cell(String key) throws InvalidInputException {
        Object value = fields.get(key);
        if (value instanceof Double number) fields.put(key, NumberText.plain(number));
        if (value instanceof Boolean truth) fields.put(key, truth.toString());
        return text(key);
    }

    /** The error of a value that has the right type and is wrong all the same. */
    public InvalidInputException wrong(String key, String whatItMustBe) {
        return wrong(at(key), "must be " + whatItMustBe, null);
    }

    /**
     * The error of an object whose keys are right and that is wrong all the same.
     *
     * @param refusal of the constructor; its message begins with a key of the object
     */
    public InvalidInputException refused(IllegalArgumentException refusal) {
        String[] words = refusal.getMessage().split(" ", 2);
        return wrong(at(words[0]), words[1], refusal);
    }

    /**
     * An object; its keys are taken from what is returned.
     *
     * @throws InvalidInputException if there is none under the key
     */
    public JsonFields object(String key) throws InvalidInputException {
        return new JsonFields(file, at(key), fields(take(key, Map.class, "an object { … }")));
    }

    /**
     * A list of objects.
     *
     * @throws InvalidInputException if there is no list, or something in it that is no object
     */
    public List<JsonFields> objects(String key) throws InvalidInputException {
        List<JsonFields> objects = new ArrayList<>();
        for (Map<?, ?> object : items(key, Map.class, "an object { … }"))
            objects.add(new JsonFields(file, at(key) + "[" + objects.size() + "]", fields(object)));
        return objects;
    }

    private <T> List<T> items(String key, Class<T> type, String inWords) throws InvalidInputException {
        List<T> items = new ArrayList<>();
        for (Object item : take(key, List.class, "a list [ … ]")) {
            if (!type.isInstance(item)) throw wrongType(at(key) + "[" + items.size() + "]", inWords, item);
            items.add(type.cast(item));
        }
        return items;
    }

    /** @throws InvalidInputException if a key was not taken, naming all of those */
    public void end() throws InvalidInputException {
        if (!fields.isEmpty()) {
            String unknown = fields.keySet().stream().map(this::at).collect(Collectors.joining(", "));
            throw new InvalidInputException(file + " has unknown keys: " + unknown + "; correct or remove them.");
        }
    }

    private <T> T take(String key, Class<T> type, String inWords) throws InvalidInputException {
        requireKey(key);
        Object value = fields.remove(key);
        if (!type.isInstance(value)) throw wrongType(at(key), inWords, value);
        return type.cast(value);
    }

    private void requireKey(String key) throws InvalidInputException {
        if (!fields.containsKey(key)) {
            throw new InvalidInputException(
                    file + " lacks the key \"" + at(key) + "\": add it, or choose another file.");
        }
    }

    private InvalidInputException wrongType(String where, String expected, Object value) {
        return wrong(where, "must be " + expected + ", is " + inWords(value), null);
    }

    private InvalidInputException wrong(String where, String what, Exception cause) {
        return new InvalidInputException("\"" + where + "\" in " + file + " " + what + ": correct it.", cause);
    }

    private static String inWords(Object value) {
        if (value instanceof String) return "text";
        if (value instanceof List) return "a list";
        if (value instanceof Map) return "an object";
        return value instanceof Double ? "a number" : String.valueOf(value); // true, false, null
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    @SuppressWarnings("unchecked") // value() puts nothing but strings as keys
    private static Map<String, Object> fields(Object object) {
        return (Map<String, Object>) object;
    }
}
