package org.ichradiomics.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * Fields from a text that is JSON, or YAML where the file's name ends in .yml or .yaml: the same keys, with comments
 * and without braces.
 */
public final class FieldsFile {

    private FieldsFile() {}

    /**
     * Takes a text apart by the ending of its file's name.
     *
     * @param file the name, which sentences mention
     * @throws InvalidInputException if the text is not what its ending says, not one object, or has a key twice
     */
    public static JsonFields parse(String text, Path file) throws InvalidInputException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml") ? yaml(text, name) : JsonFields.parse(text, name);
    }

    private static JsonFields yaml(String text, String name) throws InvalidInputException {
        return JsonFields.of(fields(tree(text, name, new JsonSchema())), name);
    }

    /**
     * The keys of a YAML text with the types that a YAML 1.2 reader of another program gives their values: {@code 1} is
     * no {@code 1.0}, {@code True} is true, nothing is null. JSON is YAML.
     *
     * @param name of the file, which sentences mention
     * @throws InvalidInputException if the text is not YAML, not a map, or has a key twice
     */
    public static Map<?, ?> tree(String text, String name) throws InvalidInputException {
        return tree(text, name, new CoreSchema());
    }

    private static Map<?, ?> tree(String text, String name, Schema schema) throws InvalidInputException {
        try {
            Object whole = new Load(LoadSettings.builder()
                            .setLabel(name)
                            .setSchema(schema)
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(0)
                            .build())
                    .loadFromString(text);
            if (whole instanceof Map<?, ?> map) return map;
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            throw new InvalidInputException(
                    name + " is not valid YAML"
                            + mark.map(m -> " (line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1) + ")")
                                    .orElse("")
                            + ": correct it.",
                    e);
        } catch (YamlEngineException | StackOverflowError e) { // a list that holds itself, or thousands of brackets
            throw new InvalidInputException(name + " is not valid YAML: correct it.", e);
        }
        throw new InvalidInputException(name + " holds no keys: choose another file.");
    }

    /** Numbers as doubles, keys as text, as {@link JsonFields} has them. */
    private static Map<String, Object> fields(Map<?, ?> map) {
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, value) -> fields.put(String.valueOf(key), value(value)));
        return fields;
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map) return fields(map);
        if (value instanceof Number number) return number.doubleValue();
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        return value;
    }
}
