package org.ichradiomics.text;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link RecordForm} has to know of a class of records. Asked once for each class: of a file with hundreds of
 * records in it, to ask takes longer than to read.
 *
 * @param parts the components, in their order
 */
record RecordShape(Constructor<?> constructor, List<Part> parts) {

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {

        @Override
        protected RecordShape computeValue(Class<?> type) {
            return asked(type);
        }
    };

    /**
     * A component.
     *
     * @param key in files
     * @param said null: nothing
     */
    record Part(String key, Key said, Class<?> type, Type generic, Method accessor) {

        private static Part of(RecordComponent component) {
            Key said = component.getAnnotation(Key.class);
            String key = said == null || said.value().isEmpty() ? snakeCase(component.getName()) : said.value();
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(key, said, component.getType(), component.getGenericType(), accessor);
        }

        boolean isNeeded() {
            return said != null && said.needed();
        }

        boolean isNullable() {
            return said != null && said.nullable();
        }

        boolean isLate() {
            return said != null && said.late();
        }

        boolean isOnOneLine() {
            return said != null && said.line();
        }

        boolean isCells() {
            return said != null && said.cells();
        }

        /** Its value. */
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("every component has an accessor", e);
            }
        }

        /** What stands for a key that is left out; null if it must be there. */
        Object without(Record usual) {
            if (usual != null) return of(usual);
            if (isNeeded()) return null;
            if (type == Optional.class) return Optional.empty();
            if (type == List.class) return List.of();
            return type == Map.class ? Map.of() : null;
        }
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static RecordShape asked(Class<?> type) {
        List<Part> parts = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            parts.add(Part.of(component));
            types.add(component.getType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new RecordShape(constructor, List.copyOf(parts));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    /** @throws RuntimeException what the record's constructor throws */
    Record made(Object[] values) {
        try {
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    private static String snakeCase(String name) {
        StringBuilder key = new StringBuilder();
        for (char letter : name.toCharArray()) {
            if (letter >= 'A' && letter <= 'Z') key.append('_');
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }
}
