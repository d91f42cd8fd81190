package io.partnerledger.exchange;

import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import io.partnerledger.wire.CloudEventLine;
import io.partnerledger.wire.Envelope;

/** Stored events as CloudEvents lines. */
final class CloudEvents {

    private CloudEvents() {}

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
