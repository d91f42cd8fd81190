package io.partnerledger.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.partnerledger.log.EventMetadata;
import io.partnerledger.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event of a history; {@code data} is what the log holds, as it holds it. */
record HistoryItem(
        long position,
        long revision,
        String type,
        Instant time,
        @Nullable String actor,
        @JsonRawValue String data) {

    static HistoryItem of(StoredEvent event) {
        Object actor = EventMetadata.read(event.metadata()).get("actor");
        return new HistoryItem(
                event.position(),
                event.sequence() + 1,
                event.type(),
                event.recordedAt(),
                actor == null ? null : Objects.toString(actor),
                new String(event.data(), StandardCharsets.UTF_8));
    }
}
