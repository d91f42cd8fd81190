package io.partnerledger.wire;

import io.partnerledger.wire.MalformedRequest.Code;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads CloudEvents lines back, strictly, one journal a reader: attributes and content have to be well-formed, types and
 * revisions known, times never decrease, positions (where they are given) follow one another, and a subject is the
 * stream of its event. Each stream is numbered from 0 in the order of the lines. The first fault ends the reading of a
 * line with a {@link MalformedLine}; the reader stands where it stood and can go on with the next.
 */
public final class JournalReader {

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
        Lines lines = new Lines(content);
        int number = 1;
        for (byte[] line = next(lines, file, number); line != null; line = next(lines, file, number)) {
            each.accept(read(file, number++, line));
        }
    }

    private static byte @Nullable [] next(Lines lines, String file, int number) throws IOException {
        try {
            return lines.next();
        } catch (MalformedRequest fault) {
            throw new MalformedLine(file, number, fault);
        }
    }

    /** Reads the next line, without its line break; {@code number} is only for messages. */
    public JournalEntry read(String file, int number, byte[] line) {
        try {
            return placed(file, number, alone(line));
        } catch (MalformedRequest fault) {
            throw new MalformedLine(file, number, fault);
        }
    }

    /** Reads a line for itself; any thread may do so, in any order. A {@link MalformedRequest} is its fault. */
    public LoneLine alone(byte[] line) {
        SentLine sent = SentLine.of(line);
        Attributes attributes = Attributes.of(sent.tree());
        byte[] data = sent.requiredData();
        Object event = event(attributes, sent.tree().get(CloudEventNames.DATA), data);
        String stream = StreamIds.of(event);
        if (!stream.equals(attributes.subject())) {
            throw Attributes.fault(
                    CloudEventNames.SUBJECT, Code.UNKNOWN_VALUE, "The subject of this event is '" + stream + "'.");
        }
        return new LoneLine(attributes, stream, data, event);
    }

    /** Takes the next line, which was read for itself, to its place among those before it. */
    public JournalEntry place(String file, int number, LoneLine line) {
        try {
            return placed(file, number, line);
        } catch (MalformedRequest fault) {
            throw new MalformedLine(file, number, fault);
        }
    }

    private JournalEntry placed(String file, int number, LoneLine line) {
        Attributes attributes = line.attributes();
        long position = position(attributes);
        if (attributes.time().isBefore(latest)) {
            throw Attributes.fault(
                    CloudEventNames.TIME, Code.OUT_OF_ORDER, "Times never decrease; before was " + latest + ".");
        }
        latest = attributes.time();
        isStarted = true;
        nextPosition = position + 1;
        long sequence = lengths.merge(line.stream(), 1L, Long::sum) - 1;
        Envelope envelope = new Envelope(
                position,
                attributes.id(),
                line.stream(),
                sequence,
                attributes.type(),
                attributes.revision(),
                attributes.time(),
                attributes.metadata(),
                line.data());
        return new JournalEntry(file, number, envelope, line.event());
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

    /** What is of the present revision is read from the tree that is there already. */
    private Object event(Attributes attributes, JsonNode tree, byte[] data) {
        try {
            EventType known = EventTypes.named(attributes.type()).orElse(null);
            Upcasting.Upcast content = known != null && known.revision() == attributes.revision()
                    ? new Upcasting.Upcast(known, tree)
                    : codec.content(attributes.type(), attributes.revision(), data);
            return RequestJson.recorded(
                    content.content(), content.type().event(), Pointer.ROOT.to(CloudEventNames.DATA));
        } catch (UnreadableEvent unreadable) {
            throw Attributes.fault(CloudEventNames.TYPE, Code.UNREADABLE_EVENT, unreadable.getMessage() + ".");
        }
    }
}
