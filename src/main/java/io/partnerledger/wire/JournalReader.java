package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads CloudEvents lines back, strictly, one journal a reader: attributes and content have to be well-formed, types and
 * revisions known, times never decrease, positions (where they are given) follow one another, and a subject is the
 * stream of its event. Each stream is numbered from 0 in the order of the lines. The first fault ends the reading of a
 * line with a {@link MalformedLine}; the reader stands where it stood and can go on with the next.
 */
public final class JournalReader {

    private static final int LONGEST_LINE_BYTES = 8 * 1024 * 1024;

    private final WireCodec codec;
    private final Map<String, Long> lengths = new HashMap<>();
    private long nextPosition;
    private boolean isStarted;
    private Instant latest = Instant.MIN;

    /** A reader that leads older revisions through the upcasters of this codec. */
    public JournalReader(WireCodec codec) {
        this.codec = codec;
    }

    /** Reads a whole file; several files are read one after the other by the same reader. */
    public void read(String file, InputStream content, Consumer<JournalEntry> each) throws IOException {
        InputStream bytes = new BufferedInputStream(content, 1 << 16);
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        int number = 1;
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next != '\n') {
                line.write(next);
                if (line.size() > LONGEST_LINE_BYTES) {
                    throw new MalformedLine(
                            file,
                            number,
                            new MalformedRequest(Pointer.ROOT, Code.TOO_LONG, "A line has at most 8 MiB."));
                }
                continue;
            }
            each.accept(read(file, number++, line.toByteArray()));
            line.reset();
        }
        if (line.size() > 0) {
            each.accept(read(file, number, line.toByteArray()));
        }
    }

    /** Reads the next line, without its line break; {@code number} is only for messages. */
    public JournalEntry read(String file, int number, byte[] line) {
        try {
            return entry(file, number, line);
        } catch (MalformedRequest fault) {
            throw new MalformedLine(file, number, fault);
        }
    }

    private JournalEntry entry(String file, int number, byte[] line) {
        JsonNode tree = SentTree.of(line);
        Attributes attributes = Attributes.of(tree);
        byte[] data = dataIn(line);
        Object event = event(attributes, data);
        String stream = StreamIds.of(event);
        if (!stream.equals(attributes.subject())) {
            throw Attributes.fault(
                    CloudEventNames.SUBJECT, Code.UNKNOWN_VALUE, "The subject of this event is '" + stream + "'.");
        }
        long position = position(attributes);
        if (attributes.time().isBefore(latest)) {
            throw Attributes.fault(
                    CloudEventNames.TIME, Code.OUT_OF_ORDER, "Times never decrease; before was " + latest + ".");
        }
        latest = attributes.time();
        isStarted = true;
        nextPosition = position + 1;
        long sequence = lengths.merge(stream, 1L, Long::sum) - 1;
        Envelope envelope = new Envelope(
                position,
                attributes.id(),
                stream,
                sequence,
                attributes.type(),
                attributes.revision(),
                attributes.time(),
                attributes.metadata(),
                data);
        return new JournalEntry(file, number, envelope, event);
    }

    private long position(Attributes attributes) {
        Long given = attributes.position();
        if (given == null) {
            return nextPosition;
        }
        if (isStarted && given != nextPosition) {
            throw Attributes.fault(
                    CloudEventNames.POSITION,
                    Code.OUT_OF_ORDER,
                    "Positions leave no gap; here comes " + nextPosition + ".");
        }
        return given;
    }

    private Object event(Attributes attributes, byte[] data) {
        try {
            Upcasting.Upcast content = codec.content(attributes.type(), attributes.revision(), data);
            return RequestJson.read(content.content(), content.type().event(), Pointer.ROOT.to(CloudEventNames.DATA));
        } catch (UnreadableEvent unreadable) {
            throw Attributes.fault(CloudEventNames.TYPE, Code.UNREADABLE_EVENT, unreadable.getMessage() + ".");
        }
    }

    /** The bytes of the data exactly as they stand in the line. */
    private static byte[] dataIn(byte[] line) {
        try (JsonParser json = WireJson.strict().createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isData = CloudEventNames.DATA.equals(json.currentName());
                boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
                int from = (int) json.currentTokenLocation().getByteOffset();
                json.skipChildren();
                if (isData && isObject) {
                    int to = (int) json.currentLocation().getByteOffset();
                    return Arrays.copyOfRange(line, from, to);
                }
            }
        }
        throw Attributes.fault(
                CloudEventNames.DATA, Code.MISSING_FIELD, "'data' is required: the content, as a JSON object.");
    }
}
