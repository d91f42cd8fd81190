package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;

/** The tree of what was sent: well-formed, with no field twice and nothing after its end. */
final class SentTree {

    private SentTree() {}

    static JsonNode of(byte[] body) {
        int sound = Utf8.soundLength(body);
        // What is no UTF-8 is as if it broke off there, so that the fault has a place.
        try (JsonParser json = WireJson.strict().createParser(body, 0, sound)) {
            JsonNode tree = read(json);
            if (sound < body.length) {
                throw moreAfterEnd();
            }
            return tree;
        }
    }

    private static JsonNode read(JsonParser json) {
        try {
            JsonNode tree = WireJson.strict().readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw new MalformedRequest(Pointer.ROOT, Code.MALFORMED_JSON, "There is no JSON here.");
            }
            if (json.nextToken() != null) {
                throw moreAfterEnd();
            }
            return tree;
        } catch (MismatchedInputException twice) {
            String pointer = json.streamReadContext().pathAsPointer().toString();
            throw new MalformedRequest(pointer, Code.DUPLICATE_FIELD, "This field is given twice.");
        } catch (JacksonException | NumberFormatException malformed) {
            TokenStreamLocation place = json.currentLocation();
            throw new MalformedRequest(
                    json.streamReadContext().pathAsPointer().toString(),
                    Code.MALFORMED_JSON,
                    "The JSON breaks off at line " + place.getLineNr() + ", column " + place.getColumnNr() + ".");
        }
    }

    private static MalformedRequest moreAfterEnd() {
        return new MalformedRequest(Pointer.ROOT, Code.MALFORMED_JSON, "There is more after the end of the JSON.");
    }
}
