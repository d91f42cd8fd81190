package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tree of a CloudEvents line, and the bytes of its data exactly as they stand in it. */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
record SentLine(JsonNode tree, byte[] data) {

    private static final byte[] NONE = {};

    /** Reads both in one pass; where that ends, {@link SentTree} says what is wrong. */
    static SentLine of(byte[] line) {
        SentLine read = Utf8.soundLength(line) == line.length ? inOnePass(line) : null;
        if (read != null) {
            return read;
        }
        return new SentLine(SentTree.of(line), NONE);
    }

    byte[] requiredData() {
        if (data.length == 0) {
            throw Attributes.fault(
                    CloudEventNames.DATA, Code.MISSING_FIELD, "'data' is required: the content, as a JSON object.");
        }
        return data;
    }

    private static @Nullable SentLine inOnePass(byte[] line) {
        JsonMapper strict = WireJson.strict();
        try (JsonParser json = strict.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            ObjectNode tree = strict.createObjectNode();
            byte[] data = NONE;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                int from = (int) json.currentTokenLocation().getByteOffset();
                JsonNode value =
                        token == JsonToken.VALUE_STRING ? tree.stringNode(json.getString()) : strict.readTree(json);
                if (tree.replace(name, value) != null) {
                    return null;
                }
                if (token == JsonToken.START_OBJECT && name.equals(CloudEventNames.DATA)) {
                    data = Arrays.copyOfRange(
                            line, from, (int) json.currentLocation().getByteOffset());
                }
            }
            return json.nextToken() == null ? new SentLine(tree, data) : null;
        } catch (JacksonException | NumberFormatException malformed) {
            return null;
        }
    }
}
