package io.partnerledger.log;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored about an event beside its data: the CloudEvents extensions such as {@code actor}, {@code
 * correlationid}, {@code causationid}, {@code idempotencykey}. Written as a JSON object with its names in order, so
 * that equal metadata is equal text. A value is a string, a boolean or a whole number, as CloudEvents allows;
 * anything else is an {@link IllegalArgumentException}.
 */
public final class EventMetadata {

    /** The text of no metadata. */
    public static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    private EventMetadata() {}

    /** The text that is stored. */
    public static String write(Map<String, ?> extensions) {
        if (extensions.isEmpty()) {
            return NONE;
        }
        Map<String, Object> ordered = new TreeMap<>();
        extensions.forEach((name, value) -> ordered.put(name, scalar(name, value)));
        return WRITER.writeValueAsString(ordered);
    }

    /** The extensions that a stored text holds. */
    public static Map<String, Object> read(String text) {
        if (text.equals(NONE)) {
            return Map.of();
        }
        try {
            return READER.readValue(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Stored metadata is not a JSON object: " + text, e);
        }
    }

    private static Object scalar(String name, Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException(
                "Metadata '" + name + "' is neither text, boolean nor whole number: " + value);
    }
}
