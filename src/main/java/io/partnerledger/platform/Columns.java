package io.partnerledger.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.partnerledger.announcement.EventDate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays a record out as columns, in the order of its components: a record within it becomes columns of its own under
 * dotted names, so do the elements of a list. Of a sealed type every kind has its columns, {@code kind} first. So a
 * table has the same columns however many rows it has.
 */
final class Columns {

    private static final ClassValue<List<Column>> COLUMNS = new ClassValue<>() {
        @Override
        protected List<Column> computeValue(Class<?> row) {
            Map<String, Column> columns = new LinkedHashMap<>();
            collect(row, List.of(), 0, columns);
            return List.copyOf(columns.values());
        }
    };

    private Columns() {}

    static List<Column> of(Class<?> row) {
        return COLUMNS.get(row);
    }

    private static void collect(Class<?> type, List<String> path, int needed, Map<String, Column> columns) {
        if (type.isSealed()) {
            collect("kind", String.class, path, needed, columns);
            for (Class<?> kind : type.getPermittedSubclasses()) {
                collect(kind, path, needed, columns);
            }
        } else {
            for (RecordComponent component : type.getRecordComponents()) {
                collect(
                        component.getName(),
                        component.getGenericType(),
                        path,
                        isLeftOutWhereAbsent(component) ? path.size() + 1 : needed,
                        columns);
            }
        }
    }

    private static void collect(String name, Type type, List<String> outer, int needed, Map<String, Column> columns) {
        List<String> path = new ArrayList<>(outer);
        path.add(name);
        Type element = elementOf(type);
        if (element instanceof Class<?> nested
                && (nested.isRecord() || nested.isSealed())
                && !isWrittenAsText(nested)) {
            collect(nested, path, needed, columns);
        } else {
            String dotted = String.join(".", path);
            columns.putIfAbsent(dotted, new Column(dotted, List.copyOf(path), needed));
        }
    }

    private static Type elementOf(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class
                ? elementOf(generic.getActualTypeArguments()[0])
                : type;
    }

    private static boolean isWrittenAsText(Class<?> type) {
        return type == EventDate.class;
    }

    private static boolean isLeftOutWhereAbsent(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }
}
