package org.ichradiomics.text;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records as objects of a JSON or YAML file. A component is a key of its name in snake_case, or as {@link Key} says;
 * components may be numbers, truths, texts, enums, records, and lists, maps by text and optional values of these.
 *
 * <pre>{@code
 * Lasso lasso = RecordForm.PLAIN.read(json.object("lasso"), Lasso.USUAL);  // what is left out, or null, is as in USUAL
 * Term term = RecordForm.PLAIN.read(json.object("term"), Term.class);      // every key must be there
 * Object object = RecordForm.PLAIN.write(lasso);                           // for JsonText.file
 * RecordForm form = RecordForm.PLAIN.words(Rule.class, Rule::text)         // else the constant's name, small
 *         .usual(new Model("train", false, null))                          // of records in others; null: must be there
 *         .with("split", Plans::split, Plans::object);                     // by hand: a key, or a class
 * }</pre>
 *
 * <p>Lists, maps and optional values of a record without usual values may be left out, or null, and are then empty;
 * empty ones are written as null. Ranges are checked by the records' constructors, whose exceptions pass.
 */
public final class RecordForm {

    /** For records of numbers, texts and enums that are called by their names. */
    public static final RecordForm PLAIN = new RecordForm(Map.of(), Map.of(), Map.of());

    private final Map<Object, Hand<?>> hands;
    private final Map<Class<?>, Function<Object, String>> words;
    private final Map<Class<?>, Record> usuals;

    private RecordForm(
            Map<Object, Hand<?>> hands, Map<Class<?>, Function<Object, String>> words, Map<Class<?>, Record> usuals) {
        this.hands = hands;
        this.words = words;
        this.usuals = usuals;
    }

    /** Takes the value of a key. */
    @FunctionalInterface
    public interface Taking<T> {

        /**
         * Takes it.
         *
         * @throws InvalidInputException if it is missing, or not what it must be
         */
        T take(JsonFields json, String key) throws InvalidInputException;
    }

    private record Hand<T>(Taking<T> reads, Function<T, ?> writes) {

        @SuppressWarnings("unchecked") // asked for its own class or key only
        Object write(Object value) {
            return writes.apply((T) value);
        }
    }

    /** The same, with a class that is read and written by hand. */
    public <T> RecordForm with(Class<T> type, Taking<T> reads, Function<T, ?> writes) {
        return new RecordForm(and(hands, type, new Hand<>(reads, writes)), words, usuals);
    }

    /** The same, with a key that is read and written by hand, in whichever record it is. */
    public <T> RecordForm with(String key, Taking<T> reads, Function<T, ?> writes) {
        return new RecordForm(and(hands, key, new Hand<>(reads, writes)), words, usuals);
    }

    /**
     * The same, with the words of an enum, which are read whatever the case of their letters.
     *
     * @param word of a constant; null of one that no file may have
     */
    public <E extends Enum<E>> RecordForm words(Class<E> type, Function<? super E, String> word) {
        return new RecordForm(hands, and(words, type, constant -> word.apply(type.cast(constant))), usuals);
    }

    /** The same, with the usual values of a record that stands in others. */
    public RecordForm usual(Record usual) {
        return new RecordForm(hands, words, and(usuals, usual.getClass(), usual));
    }

    private static <K, V> Map<K, V> and(Map<K, V> map, K key, V value) {
        Map<K, V> all = new HashMap<>(map);
        all.put(key, value);
        return all;
    }

    /**
     * Reads a record whose keys may be left out, but for those whose usual value is null.
     *
     * @throws InvalidInputException if a key is missing, unknown or of another type
     * @throws RuntimeException what the record's constructor throws
     */
    @SuppressWarnings("unchecked")
    public <R extends Record> R read(JsonFields json, R usual) throws InvalidInputException {
        return (R) record(json, usual.getClass(), usual);
    }

    /**
     * The same of a record that has no usual values but those told to {@link #usual}.
     *
     * @throws InvalidInputException if a key is missing, or its value is not what it must be
     */
    public <R extends Record> R read(JsonFields json, Class<R> type) throws InvalidInputException {
        return type.cast(record(json, type, usuals.get(type)));
    }

    /** Keys and values of a record, for {@link JsonText#file(Object)}. */
    public Map<String, Object> write(Record record) {
        return write(record, usuals.get(record.getClass()));
    }

    /** The same; keys that are {@link Key#late} are left out where they have their usual value. */
    public <R extends Record> Map<String, Object> write(R record, R usual) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (RecordShape.Part part : RecordShape.of(record.getClass()).parts()) {
            Object value = part.of(record);
            Object without = without(part, usual);
            if (part.isLate() && value.equals(without)) continue;
            Hand<?> hand = hands.get(part.key());
            Object written = hand == null ? written(value, without) : hand.write(value);
            object.put(part.key(), part.isOnOneLine() ? JsonText.onOneLine(written) : written);
        }
        return object;
    }

    /**
     * A record with some other values.
     *
     * @param parts key → value, of the component's own type
     * @throws RuntimeException what the record's constructor throws
     */
    @SuppressWarnings("unchecked")
    public static <R extends Record> R with(R record, Map<String, ?> parts) {
        RecordShape shape = RecordShape.of(record.getClass());
        Map<String, Object> rest = new HashMap<>(parts);
        Object[] values = shape.parts().stream()
                .map(part -> rest.containsKey(part.key()) ? rest.remove(part.key()) : part.of(record))
                .toArray();
        if (!rest.isEmpty()) throw new IllegalStateException("there is no " + rest.keySet() + " in " + record);
        return (R) shape.made(values);
    }

    private Record record(JsonFields json, Class<?> type, Record usual) throws InvalidInputException {
        RecordShape shape = RecordShape.of(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Part part = shape.parts().get(i);
            values[i] = take(json, part, without(part, usual));
        }
        json.end();
        return shape.made(values);
    }

    /** A record that older files do not have stands for itself with its usual values. */
    private Object without(RecordShape.Part part, Record usual) {
        Object without = part.without(usual);
        return without == null && part.isLate() ? usuals.get(part.type()) : without;
    }

    private Object take(JsonFields json, RecordShape.Part part, Object usual) throws InvalidInputException {
        if (part.isNullable()) {
            if (json.takeNull(part.key())) return part.type() == double.class ? Double.NaN : Optional.empty();
        } else if (usual != null && !json.has(part.key())) {
            return usual;
        }
        Hand<?> hand = hands.get(part.key());
        if (hand != null) return hand.reads.take(json, part.key());
        return value(json, part.key(), part.generic(), part.isCells(), usual);
    }

    private Object value(JsonFields json, String key, Type type, boolean cells, Object usual)
            throws InvalidInputException {
        Class<?> raw = raw(type);
        Hand<?> hand = hands.get(raw);
        if (hand != null) return hand.reads.take(json, key);
        if (raw == double.class || raw == Double.class) return json.number(key);
        if (raw == int.class || raw == Integer.class) return json.count(key);
        if (raw == long.class || raw == Long.class) return (long) json.count(key);
        if (raw == boolean.class || raw == Boolean.class) return json.truth(key);
        if (raw == String.class) return cells ? json.cell(key) : json.text(key);
        if (raw.isEnum()) return chosen(json, key, json.text(key), raw);
        if (raw.isRecord()) return record(json.object(key), raw, usual == null ? usuals.get(raw) : (Record) usual);
        Type of = ((ParameterizedType) type).getActualTypeArguments()[raw == Map.class ? 1 : 0];
        if (raw == Optional.class) return Optional.of(value(json, key, of, cells, null));
        return raw == List.class ? list(json, key, raw(of), cells) : map(json.object(key), of, cells);
    }

    private List<?> list(JsonFields json, String key, Class<?> of, boolean cells) throws InvalidInputException {
        if (of == Double.class) return List.copyOf(json.numbers(key));
        List<Object> items = new ArrayList<>();
        if (of.isRecord()) {
            for (JsonFields item : json.objects(key)) items.add(record(item, of, usuals.get(of)));
        } else {
            for (String text : cells ? json.cells(key) : json.texts(key))
                items.add(of.isEnum() ? chosen(json, key, text, of) : text);
        }
        return List.copyOf(items);
    }

    private Map<String, ?> map(JsonFields json, Type of, boolean cells) throws InvalidInputException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : json.keys()) map.put(key, value(json, key, of, cells, null));
        return Collections.unmodifiableMap(map);
    }

    private Object chosen(JsonFields json, String key, String text, Class<?> type) throws InvalidInputException {
        for (Object constant : type.getEnumConstants()) if (text.equalsIgnoreCase(word(constant))) return constant;
        throw json.wrong(
                key,
                Arrays.stream(type.getEnumConstants())
                                .map(this::word)
                                .filter(Objects::nonNull)
                                .sorted()
                                .map(word -> "\"" + word + "\"")
                                .collect(Collectors.joining(" or "))
                        + ", is \"" + text + "\"");
    }

    private String word(Object constant) {
        Enum<?> one = (Enum<?>) constant;
        Function<Object, String> word = words.get(one.getDeclaringClass());
        return word == null ? one.name().toLowerCase(Locale.ROOT).replace('_', ' ') : word.apply(one);
    }

    private Object written(Object value, Object without) {
        for (Map.Entry<Object, Hand<?>> hand : hands.entrySet())
            if (hand.getKey() instanceof Class<?> type && type.isInstance(value))
                return hand.getValue().write(value);
        if (value instanceof Optional<?> optional)
            return optional.map(one -> written(one, null)).orElse(null);
        if (value instanceof Enum<?> constant) return word(constant);
        if (value instanceof Record record)
            return write(record, without == null ? usuals.get(record.getClass()) : (Record) without);
        if (value instanceof List<?> list)
            return list.isEmpty() && List.of().equals(without)
                    ? null
                    : list.stream().map(one -> written(one, null)).toList();
        if (!(value instanceof Map<?, ?> map)) return value;
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((key, one) -> object.put((String) key, written(one, null)));
        return object.isEmpty() && without != null ? null : object;
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    }
}
