package io.partnerledger.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a record is made of, read once: its components, which of them may be absent, and how to make one. */
final class RecordShape {

    /** @param items what a list is of; null where the component is no list */
    record Part(
            String name,
            Type type,
            boolean isNullable,
            boolean isRequired,
            @Nullable Type items) {}

    private static final ClassValue<RecordShape> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final List<Part> parts;
    private final Set<String> names;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        parts = Arrays.stream(components).map(RecordShape::part).toList();
        names = parts.stream().map(Part::name).collect(Collectors.toUnmodifiableSet());
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
        constructor.setAccessible(true);
    }

    private static Part part(RecordComponent component) {
        Type type = component.getGenericType();
        boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean isList = type instanceof ParameterizedType generic && generic.getRawType() == List.class;
        return new Part(
                component.getName(),
                type,
                isNullable,
                !isNullable && !isList,
                isList ? ((ParameterizedType) type).getActualTypeArguments()[0] : null);
    }

    static RecordShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    List<Part> parts() {
        return parts;
    }

    Part part(int index) {
        return parts.get(index);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    String names() {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }

    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
