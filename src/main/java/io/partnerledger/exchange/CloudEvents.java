package io.partnerledger.exchange;

import io.partnerledger.log.EventLog;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.Envelope;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Stored events as CloudEvents lines. */
final class CloudEvents {

    private static final int PAGE = 500;

    private CloudEvents() {}

    /** The lines of the events after a position (-1: from the beginning) up to another. */
    static void write(EventLog log, long after, long upTo, OutputStream out) throws IOException {
        List<StoredEvent> page = page(log, after, upTo);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                out.write(line(event));
                out.write('\n');
            }
            page = page(log, page.getLast().position(), upTo);
        }
    }

    private static List<StoredEvent> page(EventLog log, long after, long upTo) {
        return log.read(after, Math.clamp(upTo - after, 0, PAGE));
    }

    static byte[] line(StoredEvent event) {
        return CloudEventLine.write(new Envelope(
                event.position(),
                event.id(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.revision(),
                event.recordedAt(),
                EventMetadata.read(event.metadata()),
                event.data()));
    }
}
