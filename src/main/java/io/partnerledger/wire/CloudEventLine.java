package io.partnerledger.wire;

import static io.partnerledger.wire.CloudEventNames.CONTENT_TYPE;
import static io.partnerledger.wire.CloudEventNames.DATA;
import static io.partnerledger.wire.CloudEventNames.ID;
import static io.partnerledger.wire.CloudEventNames.POSITION;
import static io.partnerledger.wire.CloudEventNames.SOURCE;
import static io.partnerledger.wire.CloudEventNames.SPEC_VERSION;
import static io.partnerledger.wire.CloudEventNames.SUBJECT;
import static io.partnerledger.wire.CloudEventNames.TIME;
import static io.partnerledger.wire.CloudEventNames.TYPE;
import static io.partnerledger.wire.CloudEventNames.TYPE_PREFIX;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Writes a stored event as one CloudEvents 1.0 JSON object without a line break: attributes first, metadata in the order
 * of its names, then the stored bytes as they are, never re-serialised. {@link JournalReader} reads it back.
 */
public final class CloudEventLine {

    private static final String LEDGER = "urn:partner-ledger";

    private CloudEventLine() {}

    /**
     * Whether a line is meant as an event, as the attribute that every CloudEvent has says. It stops there, and of what
     * is no JSON it does not say why.
     */
    public static boolean isMeant(byte[] line) {
        try (JsonParser json = WireJson.strict().createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                if (json.currentName().equals(SPEC_VERSION)) {
                    return true;
                }
                json.nextToken();
                json.skipChildren();
            }
            return false;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    /** The line of this event. Metadata that is no CloudEvents extension is an {@link IllegalArgumentException}. */
    public static byte[] write(Envelope event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512 + event.data().length);
        try (JsonGenerator json = WireJson.stored().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringProperty(SPEC_VERSION, "1.0");
            json.writeStringProperty(ID, event.id());
            json.writeStringProperty(SOURCE, LEDGER);
            json.writeStringProperty(TYPE, TYPE_PREFIX + event.type() + ".v" + event.revision());
            json.writeStringProperty(SUBJECT, event.stream());
            json.writeStringProperty(TIME, event.recordedAt().toString());
            json.writeStringProperty(CONTENT_TYPE, "application/json");
            json.writeNumberProperty(POSITION, event.position());
            new TreeMap<>(event.metadata()).forEach((name, value) -> writeExtension(json, name, value));
            json.writeName(DATA);
            json.writeRawValue(new String(event.data(), UTF_8));
            json.writeEndObject();
        }
        return line.toByteArray();
    }

    private static void writeExtension(JsonGenerator json, String name, Object value) {
        if (!CloudEventNames.isExtension(name)) {
            throw new IllegalArgumentException("Metadata '" + name + "' is no name for a CloudEvents extension");
        }
        switch (value) {
            case String text -> json.writeStringProperty(name, text);
            case Boolean truth -> json.writeBooleanProperty(name, truth);
            case Integer number -> json.writeNumberProperty(name, number);
            case Long number -> json.writeNumberProperty(name, number);
            default ->
                throw new IllegalArgumentException(
                        "Metadata '" + name + "' is neither text, boolean nor whole number: " + value);
        }
    }
}
