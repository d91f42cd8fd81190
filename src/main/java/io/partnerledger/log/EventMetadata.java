package io.partnerledger.log;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is stored about an event beside its data: the CloudEvents extensions such as {@code actor}, {@code
 * correlationid}, {@code causationid}, {@code idempotencykey}. Written as a JSON object with its names in order, so
 * that equal metadata is equal text. A name is 1 to 20 lower-case letters and digits and none that CloudEvents or the
 * ledger has taken, a value is a string, a boolean or a whole number, so that every event can be exported; anything
 * else is an {@link IllegalArgumentException}.
 */
public final class EventMetadata {

    /** The text of no metadata. */
    public static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter WRITER = JSON.writerFor(new TypeReference<Map<String, Object>>() {});
    private static final ObjectReader READER = JSON.readerFor(new TypeReference<Map<String, Object>>() {});

    /** CloudEvents advises it. */
    private static final int LONGEST_NAME = 20;

    private static final Set<String> TAKEN = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data",
            "position");

    private EventMetadata() {}

    /** Whether metadata may have this name. */
    public static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!isPlain) {
                return false;
            }
        }
        return !TAKEN.contains(name);
    }

    /** The text that is stored. */
    public static String write(Map<String, ?> extensions) {
        if (extensions.isEmpty()) {
            return NONE;
        }
        Map<String, Object> ordered = new TreeMap<>();
        boolean arePlain = true;
        for (Map.Entry<String, ?> extension : extensions.entrySet()) {
            Object value = scalar(extension.getKey(), extension.getValue());
            ordered.put(extension.getKey(), value);
            arePlain &= value instanceof String text && isPlain(text);
        }
        return arePlain ? plain(ordered) : WRITER.writeValueAsString(ordered);
    }

    /** Whether nothing in a text has to be escaped, as in ids and names, which nearly all metadata is. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String plain(Map<String, Object> ordered) {
        StringBuilder json = new StringBuilder(192);
        char separator = '{';
        for (Map.Entry<String, Object> extension : ordered.entrySet()) {
            json.append(separator).append('"').append(extension.getKey()).append("\":\"");
            json.append(extension.getValue()).append('"');
            separator = ',';
        }
        return json.append('}').toString();
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
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "Metadata cannot be called '" + name + "': an event could not be exported");
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException(
                "Metadata '" + name + "' is neither text, boolean nor whole number: " + value);
    }
}
